package org.ledgejs.language.code.resolver;

import java.util.ArrayDeque;
import java.util.Deque;

/** One function while its code is being written: its frame, its labels, where in it we are. */
final class FunctionWriter {
    final FunctionWriter parent;
    final FunctionScope scope;
    final int index;
    /** The scope around the place where this function is written. */
    final Scope resumeScope;

    int frameSlots;
    /** Slot that the prologue stores the closure scope in; -1 if nothing needs it. */
    int closureSlot = -1;
    /** Slot of the completion value of a script or eval; -1 if there is none. */
    int completionSlot = -1;
    /** The statements being written give the completion value. */
    boolean completes;
    /** Slot and label of what a derived constructor returns; see {@link Functions}. */
    int resultSlot = -1;
    int exitLabel;
    /** Slot of the dispose capability that {@code using} declarations add to. */
    int disposeSlot = -1;
    boolean usesExit;
    /** The initialiser of a field is being written, or an eval in one. */
    boolean inField;
    /** How many class definitions are being written, heritage and computed keys: all of a class is strict code (ECMA-262 §11.2.2). */
    int classCode;
    int loopDepth;
    Region region = new Region();
    Target targets;
    private final Deque<Integer> freeTemporaries = new ArrayDeque<>();
    private int labels;

    /**
     * A place that break or continue leads to.
     *
     * @param names the labels before the statement
     * @param breaks whether an unlabelled break leads here
     * @param continues whether a continue may lead here
     */
    record Target(Target outer, int label, java.util.Set<String> names, boolean breaks, boolean continues) { }

    FunctionWriter(FunctionWriter parent, FunctionScope scope, int index, Scope resumeScope) {
        this.parent = parent;
        this.scope = scope;
        this.index = index;
        this.resumeScope = resumeScope;
    }

    int newSlot() {
        return frameSlots++;
    }

    /** A slot for a value that one expression needs; given back with {@link #release}. */
    int temporary() {
        return freeTemporaries.isEmpty() ? newSlot() : freeTemporaries.pop();
    }

    void release(int slot) {
        freeTemporaries.push(slot);
    }

    int closureSlot() {
        if (closureSlot < 0) {
            closureSlot = newSlot();
        }
        return closureSlot;
    }

    int newLabel() {
        return ++labels;
    }

    boolean strict() {
        return scope.strict || classCode > 0;
    }

    /** Whether {@code arguments} in an eval written here is an early error (ECMA-262 §19.2.1.1 step 8.b.iv). */
    boolean inFieldInitializer() {
        FunctionWriter writer = this;
        while (writer.scope.kind == FunctionScope.Kind.ARROW) {
            writer = writer.parent;
        }
        return writer.inField;
    }
}
