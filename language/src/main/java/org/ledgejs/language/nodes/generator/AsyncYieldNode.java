package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Thrown;

/** {@code yield} of an async generator (ECMA-262 §27.6.3.8): awaits the value of a return request. Its operand is awaited already. */
public final class AsyncYieldNode extends SuspendingNode {
    private static final int YIELDED = 1;
    private static final int AWAITING_RETURN = 2;

    @Child private JSNode operand;
    private final int returnSlot;

    public AsyncYieldNode(JSNode operand, int stateSlot, ResumeSlots slots, int returnSlot) {
        super(stateSlot, slots);
        this.operand = operand;
        this.returnSlot = returnSlot;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        switch (state(frame)) {
            case YIELDED:
                return resumed(frame);
            case AWAITING_RETURN:
                frame.setObject(returnSlot, awaited(frame));
                setState(frame, 0);
                throw GeneratorReturn.INSTANCE;
            default:
                throw suspend(frame, YieldException.YIELD, operand.execute(frame), YIELDED);
        }
    }

    private Object resumed(VirtualFrame frame) {
        setState(frame, 0);
        Object value = received(frame);
        return switch (mode(frame)) {
            case NEXT -> value;
            case THROW -> throw Thrown.exception(value, this);
            case RETURN -> throw suspend(frame, YieldException.AWAIT, value, AWAITING_RETURN);
        };
    }
}
