package org.ledgejs.node.binding.messaging;

import java.util.ArrayDeque;
import java.util.Deque;

/** One end of a channel with what came in and was not taken yet. It outlives its owners: a transfer takes it from one {@link PortHandle} to the next. */
final class PortEnd {
    private final PortGroup group;
    private final Deque<Message> queue = new ArrayDeque<>();
    private PortHandle owner;

    PortEnd(PortGroup group) {
        this.group = group;
    }

    PortGroup group() {
        return group;
    }

    synchronized void setOwner(PortHandle newOwner) {
        owner = newOwner;
        if (owner != null && !queue.isEmpty()) {
            owner.wake();
        }
    }

    synchronized void receive(Message message) {
        queue.add(message);
        if (owner != null) {
            owner.wake();
        }
    }

    /** The next message, or null. @param onlyClose unless it is the end of the channel */
    synchronized Message next(boolean onlyClose) {
        Message head = queue.peek();
        return head == null || onlyClose && !head.isClose() ? null : queue.poll();
    }

    synchronized int size() {
        return queue.size();
    }

    void send(Message message) {
        group.send(this, message);
    }

    void close() {
        synchronized (this) {
            owner = null;
            queue.clear();
        }
        group.leave(this);
    }
}
