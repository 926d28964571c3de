package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.ResumeMode;
import org.ledgejs.language.runtime.Thrown;

/** Base of what suspends: keeps a state, hands values out and takes values in through the transfer slot. */
public abstract class SuspendingNode extends JSNode {
    private final int stateSlot;
    private final ResumeSlots slots;

    SuspendingNode(int stateSlot, ResumeSlots slots) {
        this.stateSlot = stateSlot;
        this.slots = slots;
    }

    final int state(VirtualFrame frame) {
        return Progress.get(frame, stateSlot);
    }

    final void setState(VirtualFrame frame, int state) {
        Progress.set(frame, stateSlot, state);
    }

    /** Leaves with the value; the next execution starts in the state. */
    final YieldException suspend(VirtualFrame frame, YieldException how, Object value, int state) {
        setState(frame, state);
        frame.setObject(slots.transfer(), value);
        return how;
    }

    final ResumeMode mode(VirtualFrame frame) {
        return (ResumeMode) frame.getObject(slots.mode());
    }

    /** The value resumed with. */
    final Object received(VirtualFrame frame) {
        return frame.getObject(slots.transfer());
    }

    /** The value an await was resumed with; back in state 0, throws if the promise was rejected. */
    final Object awaited(VirtualFrame frame) {
        if (mode(frame) == ResumeMode.THROW) {
            setState(frame, 0);
            throw Thrown.exception(received(frame), this);
        }
        return received(frame);
    }
}
