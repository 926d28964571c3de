package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.generator.GeneratorReturn;
import org.ledgejs.language.nodes.generator.Progress;
import org.ledgejs.language.nodes.generator.ResumeSlots;
import org.ledgejs.language.nodes.generator.YieldException;
import org.ledgejs.language.runtime.DisposeCapability;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.DisposeCapability.Resource;
import org.ledgejs.language.runtime.ResumeMode;
import org.ledgejs.language.runtime.Thrown;
import org.ledgejs.language.runtime.Undefined;

/** A block with {@code using} declarations: disposes of their resources at its end, however it ends (DisposeResources). */
public final class DisposeScopeNode extends StatementNode {
    private static final int IN_BLOCK = 1;
    private static final int AWAITING = 2;
    /** Waiting once for the nulls of await using, before the resource that is already taken out. */
    private static final int AWAITING_NOTHING = 3;

    @Child private StatementNode block;
    private final int capabilitySlot;
    private final boolean async;
    private final Slots slots;

    /**
     * Further frame slots.
     *
     * @param state -1 if nothing suspends
     * @param pending the completion code or exception to go on with
     * @param resource the resource an await came before
     * @param flags what the asynchronous disposal has to remember
     */
    public record Slots(int state, int pending, int resource, int flags, int returnValue, int savedReturn, ResumeSlots resume) { }

    public DisposeScopeNode(int capabilitySlot, boolean async, StatementNode block, Slots slots) {
        this.capabilitySlot = capabilitySlot;
        this.async = async;
        this.block = block;
        this.slots = slots;
    }

    @Override
    public int execute(VirtualFrame frame) {
        int state = 0;
        if (slots.state >= 0) {
            state = Progress.get(frame, slots.state);
            Progress.set(frame, slots.state, 0);
        }
        if (state == 0) {
            frame.setObject(capabilitySlot, new DisposeCapability());
        }
        Object pending = state > IN_BLOCK ? frame.getObject(slots.pending) : block(frame);
        DisposeCapability capability = (DisposeCapability) frame.getObject(capabilitySlot);
        pending = async ? disposeAsync(frame, capability, pending, state) : dispose(capability, pending);
        if (pending instanceof AbstractTruffleException exception) {
            throw exception;
        }
        int completion = (int) pending;
        if (completion == Completion.RETURN) {
            frame.setObject(slots.returnValue, frame.getObject(slots.savedReturn));
        }
        return completion;
    }

    private Object block(VirtualFrame frame) {
        int completion;
        try {
            completion = block.execute(frame);
        } catch (YieldException suspension) {
            Progress.set(frame, slots.state, IN_BLOCK);
            throw suspension;
        } catch (GeneratorReturn end) {
            completion = Completion.RETURN;
        } catch (AbstractTruffleException exception) {
            return exception;
        } catch (StackOverflowError overflow) {
            return Errors.stackOverflow(overflow, this);
        }
        if (completion == Completion.RETURN) {
            frame.setObject(slots.savedReturn, frame.getObject(slots.returnValue));
        }
        return completion;
    }

    private static Object dispose(DisposeCapability capability, Object pending) {
        AbstractTruffleException thrown = capability.dispose(pending instanceof AbstractTruffleException exception ? exception : null);
        return thrown == null ? pending : thrown;
    }

    private static final int NEEDS_AWAIT = 1;
    private static final int HAS_AWAITED = 2;

    private Object disposeAsync(VirtualFrame frame, DisposeCapability capability, Object before, int state) {
        Object pending = before;
        Resource resource = null;
        int flags = state > IN_BLOCK ? Progress.get(frame, slots.flags) : 0;
        if (state == AWAITING) {
            flags |= HAS_AWAITED;
            if (frame.getObject(slots.resume.mode()) == ResumeMode.THROW) {
                pending = failed(Thrown.exception(frame.getObject(slots.resume.transfer()), this), pending);
            }
        } else if (state == AWAITING_NOTHING) {
            flags &= ~NEEDS_AWAIT;
            resource = (Resource) frame.getObject(slots.resource);
            if (resource == null) {
                return pending;
            }
        }
        while (true) {
            if (resource == null) {
                resource = capability.next();
            }
            boolean last = resource == null;
            if ((last || !resource.async()) && flags == NEEDS_AWAIT) {
                throw await(frame, Undefined.INSTANCE, AWAITING_NOTHING, pending, resource, flags);
            }
            if (last) {
                return pending;
            }
            if (resource.method() == null) {
                flags |= NEEDS_AWAIT;
            } else {
                Object result;
                try {
                    result = resource.method().dispose(resource.value());
                } catch (AbstractTruffleException exception) {
                    pending = failed(exception, pending);
                    resource = null;
                    continue;
                }
                if (resource.async()) {
                    throw await(frame, result, AWAITING, pending, null, flags);
                }
            }
            resource = null;
        }
    }

    private static Object failed(RuntimeException exception, Object pending) {
        return DisposeCapability.suppress((AbstractTruffleException) exception, pending instanceof AbstractTruffleException before ? before : null);
    }

    private YieldException await(VirtualFrame frame, Object value, int state, Object pending, Resource resource, int flags) {
        Progress.set(frame, slots.state, state);
        Progress.set(frame, slots.flags, flags);
        frame.setObject(slots.pending, pending);
        frame.setObject(slots.resource, resource);
        frame.setObject(slots.resume.transfer(), value);
        return YieldException.AWAIT;
    }

    /** Adds a resource to the capability in a slot; its value is the resource. */
    public static final class Add extends JSNode {
        @Child private JSNode value;
        private final int capabilitySlot;
        private final boolean async;

        public Add(int capabilitySlot, JSNode value, boolean async) {
            this.capabilitySlot = capabilitySlot;
            this.value = value;
            this.async = async;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            Object resource = value.execute(frame);
            ((DisposeCapability) frame.getObject(capabilitySlot)).add(resource, async);
            return resource;
        }
    }
}
