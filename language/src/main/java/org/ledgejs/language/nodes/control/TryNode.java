package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.profiles.BranchProfile;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.generator.GeneratorReturn;
import org.ledgejs.language.nodes.generator.Progress;
import org.ledgejs.language.nodes.generator.YieldException;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Thrown;

/**
 * {@code try} (ECMA-262 §14.15). Guest code catches what guest code may catch: exceptions of programs in any language, and the stack
 * overflow as a RangeError, where enough stack is left to make one; never a cancellation or a fault of the engine, for which no finaliser runs either. The resumable kind keeps the part it
 * was in, and for its finaliser the completion that is pending.
 */
public final class TryNode extends StatementNode {
    private static final int IN_HANDLER = 1;
    private static final int IN_FINALIZER = 2;

    @Child private StatementNode block;
    @Child private StatementNode handler;
    @Child private StatementNode finalizer;
    private final int exceptionSlot;
    private final Slots slots;
    private final int abrupt;
    private final BranchProfile caught = BranchProfile.create();

    /**
     * Further frame slots.
     *
     * @param returnValue the function's return slot
     * @param savedReturn keeps the return value while the finaliser runs
     * @param state of the resumable kind, else -1
     * @param pending of the resumable kind: the exception or completion the finaliser interrupts
     */
    public record Slots(int returnValue, int savedReturn, int state, int pending) { }

    /** @param exceptionSlot -1 where the handler takes none. @param handler null for none. @param finalizer null for none */
    public TryNode(StatementNode block, int exceptionSlot, StatementNode handler, StatementNode finalizer, Slots slots) {
        this.block = block;
        this.exceptionSlot = exceptionSlot;
        this.handler = handler;
        this.finalizer = finalizer;
        this.slots = slots;
        // Where a part suspends, the end of a generator comes through as a return.
        this.abrupt = slots.state >= 0 ? Completion.SEVERAL : Completion.either(block.abrupt(), Completion.either(abrupt(handler), abrupt(finalizer)));
    }

    private static int abrupt(StatementNode part) {
        return part == null ? Completion.NORMAL : part.abrupt();
    }

    @Override
    public int abrupt() {
        return abrupt;
    }

    @Override
    public int execute(VirtualFrame frame) {
        int state = 0;
        if (slots.state >= 0) {
            state = Progress.get(frame, slots.state);
            Progress.set(frame, slots.state, 0);
        }
        if (finalizer == null) {
            return guarded(frame, state);
        }
        Object pending = state == IN_FINALIZER ? frame.getObject(slots.pending) : attempt(frame, state);
        int completion = complete(frame, pending);
        if (completion != Completion.NORMAL) {
            return completion;
        }
        if (pending instanceof RuntimeException exception) {
            throw exception;
        }
        if (pending instanceof StackOverflowError overflow) {
            throw overflow;
        }
        int code = (int) pending;
        if (code == Completion.RETURN) {
            frame.setObject(slots.returnValue, frame.getObject(slots.savedReturn));
        }
        return code;
    }

    /** Block and handler as a completion code, or the exception that is to be thrown after the finaliser. */
    private Object attempt(VirtualFrame frame, int state) {
        Object result;
        try {
            result = guarded(frame, state);
        } catch (AbstractTruffleException exception) {
            caught.enter();
            return exception;
        } catch (GeneratorReturn completion) {
            result = Completion.RETURN;
        } catch (StackOverflowError overflow) {
            caught.enter();
            // Where finalisers overflow themselves again and again they are passed over until there is stack for them: it would go on for ever.
            return Agent.get(this).stackRoom().isFutile() ? Errors.stackOverflow(overflow, this) : overflow;
        }
        if ((int) result == Completion.RETURN) {
            frame.setObject(slots.savedReturn, frame.getObject(slots.returnValue));
        }
        return result;
    }

    private int complete(VirtualFrame frame, Object pending) {
        try {
            return finalizer.execute(frame);
        } catch (YieldException suspension) {
            frame.setObject(slots.pending, pending);
            Progress.set(frame, slots.state, IN_FINALIZER);
            throw suspension;
        } catch (StackOverflowError again) {
            caught.enter();
            if (pending instanceof StackOverflowError) {
                Agent.get(this).stackRoom().finalizerOverflowed();
            }
            throw again;
        }
    }

    private int guarded(VirtualFrame frame, int state) {
        if (handler == null) {
            return block.execute(frame);
        }
        if (state == IN_HANDLER) {
            return handle(frame);
        }
        Object value;
        try {
            return block.execute(frame);
        } catch (AbstractTruffleException exception) {
            caught.enter();
            value = Thrown.valueOf(exception);
        } catch (StackOverflowError overflow) {
            caught.enter();
            value = Errors.stackOverflow(overflow, this).value();
        }
        if (exceptionSlot >= 0) {
            frame.setObject(exceptionSlot, value);
        }
        return handle(frame);
    }

    private int handle(VirtualFrame frame) {
        try {
            return handler.execute(frame);
        } catch (YieldException suspension) {
            Progress.set(frame, slots.state, IN_HANDLER);
            throw suspension;
        }
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == StandardTags.TryBlockTag.class || super.hasTag(tag);
    }
}
