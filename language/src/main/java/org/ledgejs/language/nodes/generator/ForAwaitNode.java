package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.ResumeMode;
import org.ledgejs.language.runtime.Thrown;

/** {@code for await (… of …)} (ECMA-262 §14.7.5): awaits each result of the iterator, and its closing. */
public final class ForAwaitNode extends StatementNode {
    private static final int STEP = 1;
    private static final int AWAITING_RESULT = 2;
    private static final int IN_BODY = 3;
    private static final int AWAITING_CLOSE = 4;

    @Child private JSNode iterable;
    @Child private StatementNode body;
    private final int valueSlot;
    private final int breakCompletion;
    private final int continueCompletion;
    private final Slots slots;

    /** Further frame slots. @param pending the completion, or exception, that waits for the iterator to close */
    public record Slots(int iterator, int state, int pending, ResumeSlots resume) { }

    public ForAwaitNode(int label, JSNode iterable, int valueSlot, StatementNode body, Slots slots) {
        this.iterable = iterable;
        this.body = body;
        this.valueSlot = valueSlot;
        this.breakCompletion = Completion.breakOf(label);
        this.continueCompletion = Completion.continueOf(label);
        this.slots = slots;
    }

    @Override
    public int execute(VirtualFrame frame) {
        int state = Progress.get(frame, slots.state);
        Progress.set(frame, slots.state, 0);
        if (state == 0) {
            frame.setObject(slots.iterator, Delegation.iterator(iterable.execute(frame), true));
            state = STEP;
        }
        if (state == AWAITING_CLOSE) {
            return closed(frame);
        }
        IteratorRecord iterator = (IteratorRecord) frame.getObject(slots.iterator);
        if (state == STEP) {
            throw await(frame, ObjectOperations.call(iterator.next, iterator.iterator), AWAITING_RESULT);
        }
        if (state == AWAITING_RESULT && !receive(frame)) {
            return Completion.NORMAL;
        }
        int completion = body(frame, iterator);
        if (completion == Completion.NORMAL || completion == continueCompletion) {
            throw await(frame, ObjectOperations.call(iterator.next, iterator.iterator), AWAITING_RESULT);
        }
        Object closing = Delegation.callReturn(iterator);
        if (closing == null) {
            return leave(completion);
        }
        frame.setObject(slots.pending, completion);
        throw await(frame, closing, AWAITING_CLOSE);
    }

    private YieldException await(VirtualFrame frame, Object value, int state) {
        Progress.set(frame, slots.state, state);
        frame.setObject(slots.resume.transfer(), value);
        return YieldException.AWAIT;
    }

    private Object awaited(VirtualFrame frame) {
        Object value = frame.getObject(slots.resume.transfer());
        if (frame.getObject(slots.resume.mode()) == ResumeMode.THROW) {
            throw Thrown.exception(value, this);
        }
        return value;
    }

    /** Stores the value of the result awaited; false if the iterator is done. */
    private boolean receive(VirtualFrame frame) {
        Object result = awaited(frame);
        Delegation.requireObject(result);
        if (Delegation.done(result)) {
            return false;
        }
        frame.setObject(valueSlot, Delegation.value(result));
        return true;
    }

    private int body(VirtualFrame frame, IteratorRecord iterator) {
        try {
            return body.execute(frame);
        } catch (YieldException suspension) {
            Progress.set(frame, slots.state, IN_BODY);
            throw suspension;
        } catch (GeneratorReturn completion) {
            return Completion.RETURN;
        } catch (AbstractTruffleException exception) {
            throw closeAfter(frame, iterator, exception);
        }
    }

    /** What to throw after the body threw: the suspension for the closing, or the exception itself. */
    private RuntimeException closeAfter(VirtualFrame frame, IteratorRecord iterator, AbstractTruffleException exception) {
        Object closing;
        try {
            closing = Delegation.callReturn(iterator);
        } catch (AbstractTruffleException other) {
            return exception;
        }
        if (closing == null) {
            return exception;
        }
        frame.setObject(slots.pending, exception);
        return await(frame, closing, AWAITING_CLOSE);
    }

    private int closed(VirtualFrame frame) {
        Object pending = frame.getObject(slots.pending);
        if (pending instanceof AbstractTruffleException exception) {
            throw exception;
        }
        Delegation.requireObject(awaited(frame));
        return leave((int) pending);
    }

    private int leave(int completion) {
        return completion == breakCompletion ? Completion.NORMAL : completion;
    }
}
