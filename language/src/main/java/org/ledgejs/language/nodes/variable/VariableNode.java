package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.InteropVariable;

/** What reads or writes a variable, and tells instruments which. */
public abstract class VariableNode extends JSNode {
    /** Null for one that the program does not know. Asked for by instruments only. */
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
        return name == null ? null : new InteropVariable(isWrite() ? StandardTags.WriteVariableTag.NAME : StandardTags.ReadVariableTag.NAME, name);
    }
}
