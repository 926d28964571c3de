package org.ledgejs.node.binding.messaging;

import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.HandleObject;

/** The owner of a channel's end in one agent; unreferenced at first. Messages are made values of the language when they are handed over. */
final class PortHandle extends HandleObject {
    /** As many messages are handed over before others of the loop have their turn. */
    private static final int MINIMAL_BATCH = 1000;

    private PortEnd end;
    private final Messaging messaging;
    private final long id;
    private boolean receiving;
    private boolean handingOver;
    private boolean closeRequested;
    private Object onMessage = Undefined.INSTANCE;
    private Object onError = Undefined.INSTANCE;
    private Object onClose = Undefined.INSTANCE;

    PortHandle(NodeRuntime node, PortEnd end) {
        super(node);
        this.messaging = Messaging.of(node.realm());
        this.id = messaging.nextId();
        this.end = end;
        unref();
        end.setOwner(this);
    }

    /** @param message {@code (value, ports)} @param error {@code (error)} for what could not be read @param close {@code ()} */
    void listen(Object message, Object error, Object close) {
        onMessage = message;
        onError = error;
        onClose = close;
    }

    PortEnd end() {
        return end;
    }

    boolean isDetached() {
        return end == null || closeRequested || isClosed();
    }

    void setReceiving(boolean newReceiving) {
        receiving = newReceiving;
        if (receiving && end != null && end.size() > 0) {
            wake();
        }
    }

    /** Takes the end away, for a transfer; nobody hears of it. */
    PortEnd detach() {
        PortEnd taken = end;
        taken.setOwner(null);
        end = null;
        close(Undefined.INSTANCE);
        return taken;
    }

    long id() {
        return id;
    }

    /** While messages are handed over, those that are there already still are. */
    void closeAndTell() {
        closeRequested = true;
        if (!handingOver) {
            close(onClose);
        }
    }

    /** There is something to hand over. Any thread. */
    void wake() {
        messaging.wake(node(), this);
    }

    /** Hands over what is there now. On the agent's thread. */
    void handOver() {
        PortEnd present = end;
        if (present == null || handingOver) {
            return;
        }
        handingOver = true;
        try {
            for (int i = Math.max(present.size(), MINIMAL_BATCH); i > 0 && end == present; i--) {
                Message message = present.next(!receiving);
                if (message == null) {
                    return;
                }
                if (message.isClose()) {
                    closeRequested = true;
                    return;
                }
                handOver(message);
            }
        } finally {
            handingOver = false;
            if (closeRequested && end == present) {
                close(onClose);
            }
        }
        if (end == present && present.size() > 0) {
            wake();
        }
    }

    private void handOver(Message message) {
        MessageReader reader = new MessageReader(node().realm(), message, end.group().isBroadcast());
        Object value;
        try {
            value = reader.read();
        } catch (JSException e) {
            enter(onError, e.value());
            return;
        }
        enter(onMessage, value, reader.ports());
    }

    /** The next message at once, as a value; null if there is none. */
    Object take() {
        Message message = end == null ? null : end.next(false);
        if (message == null) {
            return null;
        }
        if (message.isClose()) {
            closeAndTell();
            return null;
        }
        return new MessageReader(node().realm(), message, end.group().isBroadcast()).read();
    }

    @Override
    protected String resourceName() {
        return "MessagePort";
    }

    @Override
    protected void release() {
        if (end != null) {
            end.close();
            end = null;
        }
    }

    @Override
    public String className() {
        return "MessagePort";
    }
}
