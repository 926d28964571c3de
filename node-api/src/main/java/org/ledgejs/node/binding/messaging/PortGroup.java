package org.ledgejs.node.binding.messaging;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Ends that hear each other: the two of a channel, or all of a broadcast channel's name. Any thread. */
final class PortGroup {
    private final List<PortEnd> ends = new CopyOnWriteArrayList<>();
    private final boolean isBroadcast;

    PortGroup(boolean isBroadcast) {
        this.isBroadcast = isBroadcast;
    }

    boolean isBroadcast() {
        return isBroadcast;
    }

    PortEnd join() {
        PortEnd end = new PortEnd(this);
        ends.add(end);
        return end;
    }

    /** Whether the message is on its way to one of the ends it carries: then nobody would ever get it. */
    boolean reaches(PortEnd from, Message message) {
        for (Message.Item item : message.items()) {
            if (item instanceof Message.Port port && port.end() != from && ends.contains(port.end())) {
                return true;
            }
        }
        return false;
    }

    void send(PortEnd from, Message message) {
        for (PortEnd end : ends) {
            if (end != from) {
                end.receive(message);
            }
        }
    }

    /** Of a channel the other end goes, too, once it has what was sent before. */
    void leave(PortEnd end) {
        ends.remove(end);
        if (!isBroadcast) {
            send(end, Message.CLOSE);
        }
    }
}
