package org.ledgejs.node.binding.child;

import java.io.Closeable;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;

import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.OpenResources;
import org.ledgejs.node.binding.StreamHandle;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.net.Addresses;
import org.ledgejs.node.binding.process.DescriptorPassing;
import org.ledgejs.node.binding.process.Descriptors;
import org.ledgejs.node.binding.process.SocketNames;

/** A pipe, a local socket or another stream of the system by its descriptor: our end of a child's stdio, or one that our own parent gave us. */
public final class DescriptorStream extends StreamHandle {
    /** How many chunks are read before others have their turn. */
    private static final int READS = 16;

    /** @param passed a descriptor that goes with the first byte, or -1 */
    private record Write(Bytes data, int from, Object callback, int passed) { }

    private final DescriptorPoller poller;
    private final Closeable ending = this::closeDescriptor;
    private final ArrayDeque<Write> writes = new ArrayDeque<>();
    private int fd;
    private Object onRead = Undefined.INSTANCE;
    private Object onShutdown;
    private boolean takesSockets;
    private boolean reading;
    private boolean ended;
    private int operations;
    private long bytesRead;
    private long bytesWritten;
    private long queued;

    /** Takes the descriptor over, and closes it in the end. */
    public DescriptorStream(NodeRuntime node, int fd) {
        super(node);
        this.fd = fd;
        this.poller = DescriptorPoller.of(node);
        Descriptors.setNonBlocking(fd);
        OpenResources.of(node.agent()).add(ending);
        keepAlive();
    }

    @Override
    protected boolean isActive() {
        return operations > 0 || reading && !ended;
    }

    private void ready(int events) {
        if (isClosed()) {
            return;
        }
        if ((events & ~Descriptors.POLLOUT) != 0 && reading) {
            read();
        }
        if ((events & ~Descriptors.POLLIN) != 0 && !isClosed() && !writes.isEmpty()) {
            flush();
        }
    }

    // Reading.

    @Override
    public void onRead(Object function) {
        onRead = function;
    }

    @Override
    public int readStart() {
        if (isClosed()) {
            return UvErrors.EBADF;
        }
        if (!reading && !ended) {
            reading = true;
            keepAlive();
            poller.await(fd, Descriptors.POLLIN, this::ready);
        }
        return 0;
    }

    @Override
    public int readStop() {
        reading = false;
        keepAlive();
        return 0;
    }

    /** From now on sockets that come along are handles: the third argument of the function that gets what is read. */
    void takeSockets() {
        takesSockets = true;
    }

    private Object received(int descriptor) {
        if (descriptor < 0) {
            return Undefined.INSTANCE;
        }
        if (SocketNames.isListening(descriptor)) {
            return new DescriptorServer(node(), descriptor);
        }
        if (SocketNames.isDatagram(descriptor)) {
            // Nothing here makes a dgram socket of it.
            Descriptors.close(descriptor);
            return Undefined.INSTANCE;
        }
        return new DescriptorStream(node(), descriptor);
    }

    private void read() {
        MemorySegment buffer = poller.buffer();
        for (int i = 0; i < READS && reading && !isClosed(); i++) {
            DescriptorPassing.Received received = takesSockets ? DescriptorPassing.receive(fd, buffer, buffer.byteSize())
                    : new DescriptorPassing.Received(Descriptors.read(fd, buffer, buffer.byteSize()), -1);
            int count = received.count();
            if (count == UvErrors.EAGAIN) {
                break;
            }
            if (count > 0) {
                bytesRead += count;
                byte[] bytes = buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
                node().enter(onRead, count, Bytes.toBuffer(node().realm(), bytes), received(received.descriptor()));
                if (count < buffer.byteSize()) {
                    // There is no more now; and a descriptor that a child uses too may block.
                    break;
                }
                continue;
            }
            ended = true;
            reading = false;
            keepAlive();
            node().enter(onRead, count == 0 ? UvErrors.EOF : count, Undefined.INSTANCE);
        }
        if (reading && !isClosed()) {
            poller.await(fd, Descriptors.POLLIN, this::ready);
        }
    }

    // Writing.

    @Override
    public boolean write(Bytes[] data, Object callback) {
        if (isClosed()) {
            begin();
            end(callback, UvErrors.EBADF);
            return false;
        }
        for (int i = 0; i < data.length; i++) {
            int done = 0;
            if (writes.isEmpty()) {
                done = writeNow(data[i], 0, -1);
                if (done < 0) {
                    begin();
                    end(callback, done);
                    return false;
                }
            }
            bytesWritten += data[i].length();
            if (done < data[i].length()) {
                queue(data, i, done, callback);
                return false;
            }
        }
        return true;
    }

    /** The rest waits; the callback belongs to the last of it. */
    private void queue(Bytes[] data, int index, int done, Object callback) {
        begin();
        for (int i = index; i < data.length; i++) {
            int from = i == index ? done : 0;
            if (i > index) {
                bytesWritten += data[i].length();
            }
            queued += data[i].length() - from;
            writes.add(new Write(data[i], from, i == data.length - 1 ? callback : null, -1));
        }
        poller.await(fd, Descriptors.POLLOUT, this::ready);
    }

    /** As {@link #write}, with a socket for the process that reads it. */
    boolean writeWith(Bytes data, int descriptor, Object callback) {
        begin();
        queued += data.length();
        bytesWritten += data.length();
        writes.add(new Write(data, 0, callback, descriptor));
        if (writes.size() == 1) {
            flush();
        }
        return false;
    }

    /** @return how far it came, or a negative errno */
    private int writeNow(Bytes data, int from, int passed) {
        MemorySegment buffer = poller.buffer();
        int done = from;
        while (done < data.length()) {
            int part = (int) Math.min(buffer.byteSize(), data.length() - done);
            MemorySegment.copy(data.array(), data.offset() + done, buffer, ValueLayout.JAVA_BYTE, 0, part);
            int count = passed >= 0 && done == 0 ? DescriptorPassing.send(fd, buffer, part, passed) : Descriptors.write(fd, buffer, part);
            if (count == UvErrors.EAGAIN) {
                break;
            }
            if (count < 0) {
                return count;
            }
            done += count;
        }
        return done;
    }

    private void flush() {
        while (!writes.isEmpty()) {
            Write next = writes.poll();
            int done = writeNow(next.data, next.from, next.passed);
            if (done < 0) {
                queued = 0;
                fail(next, done);
                return;
            }
            queued -= done - next.from;
            if (done < next.data.length()) {
                writes.addFirst(new Write(next.data, done, next.callback, next.passed));
                poller.await(fd, Descriptors.POLLOUT, this::ready);
                return;
            }
            if (next.callback != null) {
                end(next.callback, 0);
            }
        }
        shutDown();
    }

    /** Nothing that waits will be written any more. */
    private void fail(Write first, int status) {
        writes.addFirst(first);
        while (!writes.isEmpty()) {
            Write write = writes.poll();
            if (write.callback != null) {
                end(write.callback, status);
            }
        }
        shutDown();
    }

    private void begin() {
        operations++;
        keepAlive();
    }

    private void end(Object callback, int status) {
        node().loop().post(() -> {
            operations--;
            if (!isClosed()) {
                keepAlive();
            }
            node().enter(callback, status);
        });
    }

    @Override
    public void shutdown(Object callback) {
        begin();
        if (isClosed()) {
            end(callback, UvErrors.EBADF);
            return;
        }
        onShutdown = callback;
        if (writes.isEmpty()) {
            shutDown();
        }
    }

    private void shutDown() {
        if (onShutdown != null) {
            Object callback = onShutdown;
            onShutdown = null;
            int status = isClosed() ? UvErrors.ECANCELED : Descriptors.shutdown(fd);
            // A pipe has no sides to end.
            end(callback, status == UvErrors.number("ENOTSOCK") ? 0 : status);
        }
    }

    @Override
    protected String resourceName() {
        return "PipeWrap";
    }

    @Override
    protected void release() {
        reading = false;
        closeDescriptor();
        OpenResources.of(node().agent()).remove(ending);
        if (!writes.isEmpty()) {
            fail(writes.poll(), UvErrors.ECANCELED);
        }
        shutDown();
    }

    /** Any thread, when the context ends. */
    private void closeDescriptor() {
        int open = fd;
        fd = -1;
        if (open >= 0) {
            poller.forget(open);
            Descriptors.close(open);
        }
    }

    public Object localAddress(Realm realm) {
        return Addresses.toGuest(realm, SocketNames.local(fd), SocketNames.isMapped(fd));
    }

    public Object remoteAddress(Realm realm) {
        return Addresses.toGuest(realm, SocketNames.remote(fd), SocketNames.isMapped(fd));
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
    public long writeQueueSize() {
        return queued;
    }

    @Override
    public int fd() {
        return fd;
    }
}
