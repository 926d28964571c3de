package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.frame.VirtualFrame;

/** Reads a captured variable. */
public final class ReadScopeNode extends ScopeNode {
    /** For the error before its initialisation; null where the resolver proved there is none. */
    private final String name;

    public ReadScopeNode(int slot, int hops, int index, String name) {
        super(slot, hops, index);
        this.name = name;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object value = read(frame);
        if (name != null && value == null) {
            throw Uninitialized.error(name, this);
        }
        return value;
    }

    @Override
    protected String variableName() {
        return name != null ? name : VariableNames.inText(this);
    }
}
