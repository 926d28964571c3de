package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;

/** Sets a variable to undefined without telling the slot's kind: what is written later decides whether it stays unboxed. */
public final class ResetLocalNode extends JSNode {
    private final int slot;
    private final Object value;

    public ResetLocalNode(int slot, Object value) {
        this.slot = slot;
        this.value = value;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        frame.setObject(slot, value);
        return value;
    }
}
