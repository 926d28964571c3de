package org.ledgejs.language.syntax;

import java.util.ArrayList;
import java.util.List;

/** What the parser knows of the function, script, module or eval it is in. */
final class FunctionState {

    final FunctionState parent;
    final FunctionNode.Kind kind;
    final boolean async;
    final boolean generator;
    boolean strict;

    /** {@code await} is the keyword, not an identifier. */
    boolean awaitKeyword;
    /** {@code await} may not even be an identifier: in static blocks, but for the bodies of functions there. */
    boolean awaitForbidden;
    /** The parameter list is being parsed: yield and await expressions are errors. */
    boolean inParameters;
    boolean returnAllowed;
    boolean newTargetAllowed;
    boolean superPropertyAllowed;
    boolean superCallAllowed;
    /** {@code arguments} is an error: in field initializers and static blocks. */
    boolean argumentsForbidden;

    /** Bits of {@link Facts}. */
    int facts;
    /** Where the last yield or await expression began; -1 if there is none. */
    int lastYieldOrAwait = -1;
    /** Where {@code await} was last used as an identifier; -1 if never. */
    int lastAwaitIdentifier = -1;

    int loopDepth;
    /** Loops and switches. */
    int breakableDepth;
    private List<Label> labels;

    private record Label(String name, boolean loop) {
    }

    FunctionState(FunctionState parent, FunctionNode.Kind kind, boolean async, boolean generator, boolean strict) {
        this.parent = parent;
        this.kind = kind;
        this.async = async;
        this.generator = generator;
        this.strict = strict;
        this.awaitKeyword = async;
        this.returnAllowed = true;
        this.newTargetAllowed = true;
        switch (kind) {
            case NORMAL -> {
            }
            case ARROW -> inherit(parent);
            case METHOD, GETTER, SETTER, CONSTRUCTOR -> superPropertyAllowed = true;
            case DERIVED_CONSTRUCTOR -> {
                superPropertyAllowed = true;
                superCallAllowed = true;
            }
            case FIELD_INITIALIZER -> {
                superPropertyAllowed = true;
                argumentsForbidden = true;
            }
            case STATIC_BLOCK -> {
                superPropertyAllowed = true;
                argumentsForbidden = true;
                awaitForbidden = true;
                returnAllowed = false;
            }
        }
    }

    private void inherit(FunctionState outer) {
        newTargetAllowed = outer.newTargetAllowed;
        superPropertyAllowed = outer.superPropertyAllowed;
        superCallAllowed = outer.superCallAllowed;
        argumentsForbidden = outer.argumentsForbidden;
    }

    void pushLabel(String name, boolean loop) {
        if (labels == null) {
            labels = new ArrayList<>(4);
        }
        labels.add(new Label(name, loop));
    }

    void popLabel() {
        labels.removeLast();
    }

    boolean hasLabels() {
        return labels != null && !labels.isEmpty();
    }

    boolean hasLabel(String name) {
        return find(name) != null;
    }

    boolean isLoopLabel(String name) {
        Label label = find(name);
        return label != null && label.loop;
    }

    private Label find(String name) {
        if (labels != null) {
            for (Label label : labels) {
                if (label.name.equals(name)) {
                    return label;
                }
            }
        }
        return null;
    }
}
