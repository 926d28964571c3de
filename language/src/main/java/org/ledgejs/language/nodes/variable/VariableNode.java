package org.ledgejs.language.nodes.variable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.ScopeInfo;
import org.ledgejs.language.interop.VariableObject;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.CodeRootNode;

/** What reads or writes a variable, and tells instruments which. */
public abstract class VariableNode extends JSNode {
    private static final Pattern IDENTIFIER = Pattern.compile("(?:(?:let|const|var)\\s+|\\+\\+|--)?\\s*([$_\\p{L}][$\\w\\p{L}]*)");

    /** Null for one that the program does not know. */
    protected abstract String variableName();

    protected boolean isWrite() {
        return false;
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == (isWrite() ? StandardTags.WriteVariableTag.class : StandardTags.ReadVariableTag.class) && variableName() != null || super.hasTag(tag);
    }

    @Override
    @TruffleBoundary
    public Object getNodeObject() {
        String name = variableName();
        return name == null ? null : new VariableObject(isWrite() ? StandardTags.WriteVariableTag.NAME : StandardTags.ReadVariableTag.NAME, name);
    }

    /** The variable in a frame slot, or null. */
    @TruffleBoundary
    final String nameOfSlot(int slot) {
        if (getRootNode() instanceof CodeRootNode root) {
            CodeUnit unit = root.unit().code();
            for (int i = 0; i < unit.scopeCount(); i++) {
                if (unit.scope(i).function() == root.data().code().index()) {
                    for (ScopeInfo.Variable variable : unit.scope(i).variables()) {
                        if (!variable.captured() && variable.slot() == slot && (variable.flags() & ScopeInfo.Variable.INTERNAL) == 0) {
                            return variable.name();
                        }
                    }
                }
            }
        }
        return null;
    }

    /** The name that the text of the node starts with, or null. */
    @TruffleBoundary
    final String nameInText() {
        SourceSection section = getSourceSection();
        if (section == null || !section.isAvailable()) {
            return null;
        }
        Matcher matcher = IDENTIFIER.matcher(section.getCharacters());
        return matcher.lookingAt() ? matcher.group(1) : null;
    }
}
