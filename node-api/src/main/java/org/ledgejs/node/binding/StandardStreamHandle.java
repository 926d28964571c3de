package org.ledgejs.node.binding;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;

import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;

/**
 * A standard stream of the context. Writing is done when {@link #write} returns. Reading blocks, so a thread of its own does it, one chunk for each
 * request, and only once somebody reads; it keeps the loop alive only while reading is on.
 */
final class StandardStreamHandle extends StreamHandle {
    private static final int CHUNK = 1 << 16;

    private final int fd;
    private Object onRead = Undefined.INSTANCE;
    private boolean reading;
    /** A chunk was asked for and has not come. */
    private boolean pending;
    /** What came while reading was off: delivered first. Null for nothing. */
    private Runnable held;
    private Semaphore requests;
    private long bytesRead;
    private long bytesWritten;

    StandardStreamHandle(NodeRuntime node, int fd) {
        super(node);
        this.fd = fd;
        // Neither an output nor an input nobody reads keeps a program going.
        keepAlive();
    }

    @Override
    public void onRead(Object function) {
        onRead = function;
    }

    @Override
    public int readStart() {
        if (fd != 0) {
            return UvErrors.EBADF;
        }
        reading = true;
        keepAlive();
        if (held != null) {
            Runnable delivery = held;
            held = null;
            node().loop().post(delivery);
        } else if (!pending) {
            request();
        }
        return 0;
    }

    @Override
    public int readStop() {
        reading = false;
        keepAlive();
        return 0;
    }

    @Override
    protected boolean isActive() {
        return reading;
    }

    private void request() {
        pending = true;
        if (requests == null) {
            requests = new Semaphore(0);
            Thread thread = new Thread(this::readChunks, "ledge-stdin");
            thread.setDaemon(true);
            thread.start();
        }
        requests.release();
    }

    /** The thread's. Ends at the end of the input. */
    private void readChunks() {
        InputStream in = node().agent().env().in();
        byte[] chunk = new byte[CHUNK];
        int status = 1;
        while (status > 0) {
            byte[] bytes = null;
            try {
                requests.acquire();
                int n = in.read(chunk);
                status = n < 0 ? UvErrors.EOF : Math.max(n, 1);
                bytes = n < 0 ? null : Arrays.copyOf(chunk, n);
            } catch (IOException e) {
                status = FileErrors.errno(e);
            } catch (InterruptedException e) {
                return;
            }
            int result = bytes == null ? status : bytes.length;
            byte[] content = bytes;
            node().loop().post(() -> deliver(result, content));
        }
    }

    private void deliver(int status, byte[] bytes) {
        if (isClosed()) {
            return;
        }
        if (!reading) {
            held = () -> deliver(status, bytes);
            return;
        }
        pending = false;
        if (bytes == null) {
            readStop();
            enter(onRead, status, Undefined.INSTANCE);
            return;
        }
        bytesRead += bytes.length;
        enter(onRead, status, Bytes.toBuffer(node().realm(), bytes));
        if (reading && !pending && held == null) {
            request();
        }
    }

    @Override
    public boolean write(Bytes[] data, Object callback) {
        OutputStream out = StandardStreams.output(node().agent(), fd);
        try {
            for (Bytes bytes : data) {
                out.write(bytes.array(), bytes.offset(), bytes.length());
                bytesWritten += bytes.length();
            }
            out.flush();
            return true;
        } catch (IOException e) {
            int errno = FileErrors.errno(e);
            node().loop().post(() -> enter(callback, errno));
            return false;
        }
    }

    @Override
    public void shutdown(Object callback) {
        node().loop().post(() -> enter(callback, 0));
    }

    @Override
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public long bytesWritten() {
        return bytesWritten;
    }

    @Override
    public int fd() {
        return fd;
    }

    @Override
    protected String resourceName() {
        return StandardStreams.isTerminal(node().agent(), fd) ? "TTYWrap" : "PipeWrap";
    }

    /** The stream stays open: it is the context's. */
    @Override
    protected void release() {
        reading = false;
    }
}
