package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Thrown;

/** {@code yield} of a generator (ECMA-262 §27.5.3.7). */
public final class YieldNode extends SuspendingNode {
    private static final int YIELDED = 1;

    @Child private JSNode operand;
    private final int returnSlot;

    public YieldNode(JSNode operand, int stateSlot, ResumeSlots slots, int returnSlot) {
        super(stateSlot, slots);
        this.operand = operand;
        this.returnSlot = returnSlot;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        if (state(frame) != YIELDED) {
            throw suspend(frame, YieldException.YIELD, operand.execute(frame), YIELDED);
        }
        setState(frame, 0);
        Object value = received(frame);
        return switch (mode(frame)) {
            case NEXT -> value;
            case THROW -> throw Thrown.exception(value, this);
            case RETURN -> {
                frame.setObject(returnSlot, value);
                throw GeneratorReturn.INSTANCE;
            }
        };
    }
}
