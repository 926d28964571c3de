package org.ledgejs.node.binding.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;

import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.StreamHandle;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.process.SocketNames;
import org.ledgejs.node.loop.NettyPoller;

/**
 * A connection, TCP or local, before and while it is connected. It keeps the loop alive while it reads and while a connect, write or shutdown is
 * under way.
 */
public final class SocketHandle extends StreamHandle {

    /** Takes what is read in place of the program's function. */
    public interface Consumer {
        /** @return how many of the bytes it took; if fewer than all, it takes no more */
        int consume(byte[] bytes);
    }

    private sealed interface Inbound {
        record Data(byte[] bytes) implements Inbound { }

        /** @param status EOF, or what reading failed with */
        record End(int status) implements Inbound { }
    }

    private final NettyPoller poller;
    /** Null until it is known whether it is an IPv4, IPv6 or local socket. */
    private StreamChannel channel;
    private boolean connected;
    /** Accepted by an IPv6 socket, so that IPv4 peers show as IPv6 ones. */
    private boolean mapped;
    private Object onRead = Undefined.INSTANCE;
    private Consumer consumer;
    /** Read, not yet given to the program. */
    private final ArrayDeque<Inbound> inbound = new ArrayDeque<>();
    private boolean deliveryPending;
    private boolean reading;
    private boolean ended;
    private int operations;
    private int writes;
    private Object onShutdown;
    private long bytesRead;
    private long bytesWritten;

    /** One to connect later. */
    SocketHandle(NodeRuntime node) {
        super(node);
        poller = node.loop().sockets();
        keepAlive();
    }

    /** An accepted one, registered with the loop. */
    SocketHandle(NodeRuntime node, StreamChannel channel, boolean mapped) {
        this(node);
        this.mapped = mapped;
        this.connected = true;
        this.channel = channel;
        channel.pipeline().addLast(new SocketEvents(this));
    }

    private void open(ProtocolFamily family) throws IOException {
        if (channel == null) {
            channel = new StreamChannel(null, SocketChannel.open(family), poller);
            channel.pipeline().addLast(new SocketEvents(this));
            poller.register(channel, channel.socket());
        }
    }

    @Override
    protected boolean isActive() {
        return operations > 0 || reading && !ended;
    }

    private void begin() {
        operations++;
        keepAlive();
    }

    /** Ends an operation once the loop is here again. */
    private void end(Object callback, int status) {
        poller.deliver(() -> {
            operations--;
            keepAlive();
            enter(callback, status);
        });
    }

    /** Answers an operation that could not even begin. */
    private void fail(Object callback, int status) {
        begin();
        end(callback, status);
    }

    private static int status(Future<?> outcome) {
        return outcome.isSuccess() ? 0 : SocketErrors.status(outcome.cause());
    }

    // Connecting.

    /** Gives it a local address. @return a status */
    int bind(InetSocketAddress local) {
        if (isClosed()) {
            return UvErrors.EBADF;
        }
        try {
            open(Addresses.family(local));
        } catch (IOException | RuntimeException e) {
            return SocketErrors.status(e);
        }
        ChannelFuture bound = channel.bind(local);
        return bound.isDone() ? status(bound) : UvErrors.EINVAL;
    }

    /** @param callback gets (status) @return a status */
    int connect(SocketAddress remote, Object callback) {
        if (isClosed()) {
            return UvErrors.EBADF;
        }
        try {
            open(remote instanceof InetSocketAddress inet ? Addresses.family(inet) : StandardProtocolFamily.UNIX);
        } catch (IOException | RuntimeException e) {
            return SocketErrors.status(e);
        }
        begin();
        channel.connect(remote).addListener(outcome -> {
            connected = outcome.isSuccess();
            end(callback, status(outcome));
        });
        return 0;
    }

    // Reading.

    @Override
    public void onRead(Object function) {
        onRead = function;
    }

    /** @param newConsumer null to give bytes to the program again */
    public void setConsumer(Consumer newConsumer) {
        consumer = newConsumer;
    }

    @Override
    public int readStart() {
        if (isClosed()) {
            return UvErrors.EBADF;
        }
        if (!connected) {
            return UvErrors.ENOTCONN;
        }
        reading = true;
        keepAlive();
        if (!inbound.isEmpty()) {
            scheduleDelivery();
        }
        if (!ended) {
            channel.config().setAutoRead(true);
        }
        return 0;
    }

    @Override
    public int readStop() {
        reading = false;
        keepAlive();
        if (channel != null && !isClosed()) {
            channel.config().setAutoRead(false);
        }
        return 0;
    }

    /** Bytes came. */
    void received(byte[] bytes) {
        inbound.add(new Inbound.Data(bytes));
        scheduleDelivery();
    }

    /** Nothing more will come. @param status EOF or a failure */
    void inputEnded(int status) {
        if (!ended) {
            ended = true;
            inbound.add(new Inbound.End(status));
            scheduleDelivery();
        }
    }

    private void scheduleDelivery() {
        if (!deliveryPending) {
            deliveryPending = true;
            poller.deliver(this::deliver);
        }
    }

    private void deliver() {
        deliveryPending = false;
        while (reading && !isClosed() && !inbound.isEmpty()) {
            switch (inbound.poll()) {
                case Inbound.Data(byte[] bytes) -> deliver(bytes);
                case Inbound.End(int status) -> {
                    reading = false;
                    keepAlive();
                    enter(onRead, status, Undefined.INSTANCE);
                }
            }
        }
    }

    private void deliver(byte[] bytes) {
        bytesRead += bytes.length;
        if (consumer == null) {
            enter(onRead, bytes.length, Bytes.toBuffer(node().realm(), bytes));
            return;
        }
        node().enter(() -> {
            int taken = consumer.consume(bytes);
            if (taken < bytes.length && !isClosed()) {
                consumer = null;
                byte[] rest = Bytes.of(bytes).slice(taken, bytes.length).copy();
                if (ObjectOperations.isCallable(onRead)) {
                    ObjectOperations.call(onRead, Undefined.INSTANCE, rest.length, Bytes.toBuffer(node().realm(), rest));
                }
            }
        });
    }

    // Writing.

    @Override
    public boolean write(Bytes[] data, Object callback) {
        if (!canWrite(callback)) {
            return false;
        }
        long total = 0;
        for (Bytes each : data) {
            total += each.length();
        }
        bytesWritten += total;
        long sent = 0;
        if (writes == 0) {
            try {
                sent = channel.writeNow(data);
            } catch (IOException e) {
                fail(callback, e instanceof ClosedChannelException ? UvErrors.EPIPE : SocketErrors.status(e));
                return false;
            }
        }
        if (sent == total) {
            return true;
        }
        ChannelFuture last = null;
        for (Bytes each : data) {
            if (sent >= each.length()) {
                sent -= each.length();
            } else {
                last = channel.write(Unpooled.wrappedBuffer(each.array(), each.offset() + (int) sent, each.length() - (int) sent));
                sent = 0;
            }
        }
        channel.flush();
        if (last.isSuccess()) {
            return true;
        }
        begin();
        writes++;
        last.addListener(outcome -> {
            writes--;
            // A socket that is open and yet closed is one whose writing side was shut down.
            end(callback, outcome.cause() instanceof ClosedChannelException && !isClosed() ? UvErrors.EPIPE : status(outcome));
            if (writes == 0 && onShutdown != null) {
                shutDown();
            }
        });
        return false;
    }

    private boolean canWrite(Object callback) {
        int status = isClosed() ? UvErrors.EBADF : connected ? 0 : UvErrors.ENOTCONN;
        if (status != 0) {
            fail(callback, status);
        }
        return status == 0;
    }

    @Override
    public void shutdown(Object callback) {
        if (!canWrite(callback)) {
            return;
        }
        begin();
        onShutdown = callback;
        if (writes == 0) {
            shutDown();
        }
    }

    private void shutDown() {
        Object callback = onShutdown;
        onShutdown = null;
        int status = 0;
        try {
            channel.socket().shutdownOutput();
        } catch (IOException | RuntimeException e) {
            status = isClosed() ? UvErrors.ECANCELED : SocketErrors.status(e);
        }
        end(callback, status);
    }

    @Override
    public void reset(Object callback) {
        if (connected && !isClosed()) {
            setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        close(callback);
    }

    @Override
    protected String resourceName() {
        return channel != null && channel.localAddress0() instanceof UnixDomainSocketAddress ? "PipeWrap" : "TCPSocketWrap";
    }

    @Override
    protected void release() {
        reading = false;
        inbound.clear();
        if (channel != null) {
            channel.close();
        }
        if (onShutdown != null && writes == 0) {
            shutDown();
        }
    }

    // Facts and options.

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
        return channel == null || channel.unsafe().outboundBuffer() == null ? 0 : channel.unsafe().outboundBuffer().totalPendingWriteBytes();
    }

    @Override
    public int fd() {
        return connected && !isClosed() ? SocketNames.find(channel.localAddress0(), channel.remoteAddress0()) : -1;
    }

    /** The connection goes on elsewhere: this handle closes without ending it. */
    public void abandon() {
        setOption(StandardSocketOptions.SO_LINGER, 0);
        close(Undefined.INSTANCE);
        poller.releaseClosed();
    }

    Object localAddress(Realm realm) {
        return channel == null || isClosed() ? (Object) UvErrors.EBADF : Addresses.toGuest(realm, channel.localAddress0(), mapped);
    }

    Object remoteAddress(Realm realm) {
        return !connected || isClosed() ? (Object) UvErrors.ENOTCONN : Addresses.toGuest(realm, channel.remoteAddress0(), mapped);
    }

    int setNoDelay(boolean on) {
        return setOption(StandardSocketOptions.TCP_NODELAY, on);
    }

    /** @param seconds of silence before the first probe; 0 leaves it as it is */
    int setKeepAlive(boolean on, int seconds) {
        int status = setOption(StandardSocketOptions.SO_KEEPALIVE, on);
        if (status == 0 && on && seconds > 0) {
            for (SocketOption<?> option : channel.socket().supportedOptions()) {
                if (option.name().equals("TCP_KEEPIDLE") && option.type() == Integer.class) {
                    @SuppressWarnings("unchecked")
                    SocketOption<Integer> idle = (SocketOption<Integer>) option;
                    status = setOption(idle, seconds);
                }
            }
        }
        return status;
    }

    private <T> int setOption(SocketOption<T> option, T value) {
        if (channel == null || isClosed()) {
            return UvErrors.EBADF;
        }
        try {
            if (channel.socket().supportedOptions().contains(option)) {
                channel.socket().setOption(option, value);
            }
            return 0;
        } catch (IOException | RuntimeException e) {
            return SocketErrors.status(e);
        }
    }
}
