package org.ledgejs.node.binding;

import org.ledgejs.node.NodeRuntime;

/**
 * A stream of bytes as binding {@code net} serves it: a connection, a local socket, or a pipe or terminal of the process. All is called on the
 * agent's thread; callbacks come from the loop, never before the function that caused them returned. A status is 0 or a negative errno.
 */
public abstract class StreamHandle extends HandleObject {
    /** Whether the program wants the loop to live while something goes on here. */
    private boolean wanted = true;

    protected StreamHandle(NodeRuntime node) {
        super(node);
    }

    /** Whether something goes on that a loop lives for. */
    protected abstract boolean isActive();

    /** To be called whenever {@link #isActive} may have changed. */
    protected final void keepAlive() {
        if (wanted && isActive()) {
            super.ref();
        } else {
            super.unref();
        }
    }

    @Override
    public final void ref() {
        wanted = true;
        keepAlive();
    }

    @Override
    public final void unref() {
        wanted = false;
        keepAlive();
    }

    @Override
    public final boolean hasRef() {
        return wanted && !isClosed();
    }

    /** @param function gets (nread, ArrayBuffer or undefined); nread -4095 at the end, another negative errno on failure */
    public abstract void onRead(Object function);

    /** @return a status */
    public abstract int readStart();

    /** @return a status */
    public abstract int readStop();

    /** @param callback gets (status), unless all went out at once @return whether it did */
    public abstract boolean write(Bytes[] data, Object callback);

    /** Ends the writing side after what is queued. @param callback gets (status) */
    public abstract void shutdown(Object callback);

    /** Closes without waiting for what is queued. @param callback as {@link #close} */
    public void reset(Object callback) {
        close(callback);
    }

    public abstract long bytesRead();

    public abstract long bytesWritten();

    /** Bytes not yet handed to the operating system. */
    public long writeQueueSize() {
        return 0;
    }

    /** The descriptor, or -1. */
    public int fd() {
        return -1;
    }
}
