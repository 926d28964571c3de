package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.ResumeMode;
import org.ledgejs.language.runtime.Undefined;

/** {@code yield*} of an async generator (ECMA-262 §15.5.5): awaits each answer of the inner iterator. */
public final class AsyncYieldStarNode extends SuspendingNode {
    private static final int AWAITING_RESULT = 1;
    /** As above, and the answer is to a return request. */
    private static final int AWAITING_LAST = 2;
    private static final int YIELDED = 3;
    /** The value of a return request, before it is passed on. */
    private static final int AWAITING_RETURN = 4;
    /** The value of a return request, when the iterator has no return method. */
    private static final int AWAITING_UNANSWERED = 5;
    /** The iterator's return method was called because it has no throw. */
    private static final int AWAITING_CLOSE = 6;

    @Child private JSNode operand;
    private final int iteratorSlot;
    private final int returnSlot;

    public AsyncYieldStarNode(JSNode operand, int stateSlot, ResumeSlots slots, int iteratorSlot, int returnSlot) {
        super(stateSlot, slots);
        this.operand = operand;
        this.iteratorSlot = iteratorSlot;
        this.returnSlot = returnSlot;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return switch (state(frame)) {
            case AWAITING_RESULT -> answered(frame, false);
            case AWAITING_LAST -> answered(frame, true);
            case YIELDED -> requested(frame);
            // AsyncGeneratorUnwrapYieldResumption: a rejected value goes to the iterator as a throw.
            case AWAITING_RETURN -> pass(frame, mode(frame) == ResumeMode.NEXT ? ResumeMode.RETURN : ResumeMode.THROW, received(frame));
            case AWAITING_UNANSWERED -> complete(frame, awaited(frame));
            case AWAITING_CLOSE -> closed(frame);
            default -> {
                frame.setObject(iteratorSlot, Delegation.iterator(operand.execute(frame), true));
                yield pass(frame, ResumeMode.NEXT, Undefined.INSTANCE);
            }
        };
    }

    private Object requested(VirtualFrame frame) {
        if (mode(frame) == ResumeMode.RETURN) {
            throw suspend(frame, YieldException.AWAIT, received(frame), AWAITING_RETURN);
        }
        return pass(frame, mode(frame), received(frame));
    }

    private Object pass(VirtualFrame frame, ResumeMode mode, Object value) {
        setState(frame, 0);
        IteratorRecord iterator = (IteratorRecord) frame.getObject(iteratorSlot);
        Object result = Delegation.pass(iterator, mode, value);
        if (result != null) {
            throw suspend(frame, YieldException.AWAIT, result, mode == ResumeMode.RETURN ? AWAITING_LAST : AWAITING_RESULT);
        }
        if (mode == ResumeMode.RETURN) {
            throw suspend(frame, YieldException.AWAIT, value, AWAITING_UNANSWERED);
        }
        Object closing = Delegation.callReturn(iterator);
        if (closing == null) {
            throw Delegation.noThrowMethod(this);
        }
        throw suspend(frame, YieldException.AWAIT, closing, AWAITING_CLOSE);
    }

    private Object answered(VirtualFrame frame, boolean last) {
        Object result = awaited(frame);
        setState(frame, 0);
        Delegation.requireObject(result);
        boolean done = Delegation.done(result);
        Object value = Delegation.value(result);
        if (!done) {
            throw suspend(frame, YieldException.YIELD, value, YIELDED);
        }
        return last ? complete(frame, value) : value;
    }

    private Object closed(VirtualFrame frame) {
        Object result = awaited(frame);
        setState(frame, 0);
        Delegation.requireObject(result);
        throw Delegation.noThrowMethod(this);
    }

    private Object complete(VirtualFrame frame, Object value) {
        setState(frame, 0);
        frame.setObject(returnSlot, value);
        throw GeneratorReturn.INSTANCE;
    }
}
