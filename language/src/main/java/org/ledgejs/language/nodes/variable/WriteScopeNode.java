package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;

/** Writes a captured variable. */
public final class WriteScopeNode extends ScopeNode {
    /** What must hold before the write. */
    public enum Check { NONE, INITIALIZED, UNINITIALIZED }

    @Child private JSNode value;
    private final Check check;
    private final String name;

    public WriteScopeNode(int slot, int hops, int index, Check check, String name, JSNode value) {
        super(slot, hops, index);
        this.check = check;
        this.name = name;
        this.value = value;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object result = value.execute(frame);
        if (check != Check.NONE && (read(frame) == null) == (check == Check.INITIALIZED)) {
            throw check == Check.INITIALIZED ? Uninitialized.error(name, this) : Uninitialized.boundTwice(this);
        }
        write(frame, result);
        return result;
    }

    @Override
    protected String variableName() {
        return name != null ? name : VariableNames.inText(this);
    }

    @Override
    protected boolean isWrite() {
        return true;
    }
}
