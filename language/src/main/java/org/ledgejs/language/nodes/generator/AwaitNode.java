package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;

/** {@code await} (ECMA-262 §27.7.5.3). */
public final class AwaitNode extends SuspendingNode {
    private static final int WAITING = 1;

    @Child private JSNode operand;

    public AwaitNode(JSNode operand, int stateSlot, ResumeSlots slots) {
        super(stateSlot, slots);
        this.operand = operand;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        if (state(frame) != WAITING) {
            throw suspend(frame, YieldException.AWAIT, operand.execute(frame), WAITING);
        }
        Object value = awaited(frame);
        setState(frame, 0);
        return value;
    }
}
