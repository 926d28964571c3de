package org.ledgejs.node.binding.net;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ServerChannel;

import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.loop.NettyPoller;

/** A listening socket as a Netty channel, TCP or local: what it reads are the {@link StreamChannel}s it accepted, not registered yet. */
final class ListenChannel extends MessageChannel implements ServerChannel {
    /** How long to leave waiting connections alone when the process cannot take one, for want of descriptors. */
    private static final long PAUSE_MILLIS = 50;

    private static final int ENFILE = -23;

    static {
        // What tells that there are no descriptors could not be loaded then.
        SocketErrors.status(new IOException("too many open files"));
    }

    private final NettyPoller poller;
    private final SpareDescriptor spare = new SpareDescriptor();
    private final int backlog;

    /** @param backlog how many connections may wait to be accepted */
    ListenChannel(ServerSocketChannel socket, NettyPoller poller, int backlog) {
        super(socket, SelectionKey.OP_ACCEPT, false);
        this.poller = poller;
        this.backlog = backlog;
    }

    ServerSocketChannel socket() {
        return (ServerSocketChannel) javaChannel();
    }

    @Override
    protected void doBind(SocketAddress local) throws Exception {
        socket().bind(local, backlog);
    }

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
        SocketChannel socket;
        try {
            socket = socket().accept();
        } catch (IOException e) {
            int status = SocketErrors.status(e);
            if (status != UvErrors.EMFILE && status != ENFILE) {
                throw e;
            }
            // No failure of the server: those who came are turned away, and it goes on.
            if (!spare.turnAway(socket())) {
                config().setAutoRead(false);
                eventLoop().schedule(() -> config().setAutoRead(true), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
            return 0;
        }
        if (socket == null) {
            return 0;
        }
        accepted.add(new StreamChannel(this, socket, poller));
        return 1;
    }

    /** A server that could not take one connection goes on. */
    @Override
    protected boolean closeOnReadError(Throwable cause) {
        return !isActive();
    }

    @Override
    protected SocketAddress remoteAddress0() {
        return null;
    }

    @Override
    public SocketAddress remoteAddress() {
        return null;
    }

    @Override
    protected void doClose() throws Exception {
        spare.close();
        super.doClose();
    }

    @Override
    protected boolean doConnect(SocketAddress remote, SocketAddress local) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void doFinishConnect() {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void doDisconnect() {
        throw new UnsupportedOperationException();
    }

    @Override
    protected boolean doWriteMessage(Object message, ChannelOutboundBuffer out) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected Object filterOutboundMessage(Object message) {
        throw new UnsupportedOperationException();
    }
}
