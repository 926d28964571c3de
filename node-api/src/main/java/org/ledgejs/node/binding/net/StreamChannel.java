package org.ledgejs.node.binding.net;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelId;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.FileRegion;
import io.netty.channel.nio.AbstractNioByteChannel;
import io.netty.channel.nio.NioIoOps;
import io.netty.channel.socket.ChannelInputShutdownEvent;

import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.loop.NettyPoller;

/**
 * A stream socket as a Netty channel, TCP or local, whose two directions end one by one. It reads only when told to. The end of input arrives as
 * {@link ChannelInputShutdownEvent}, a failure to read as an exception, and then nothing more is read; neither closes the channel.
 */
final class StreamChannel extends AbstractNioByteChannel {
    /** Heap bytes are copied once on their way out; this much at a time. */
    private static final int MAX_WRITE = 128 * 1024;
    private static final int MAX_BUFFERS = 64;

    private final ChannelConfig config;
    private boolean inputEnded;

    /** @param parent the channel that accepted it, or null */
    StreamChannel(Channel parent, SocketChannel socket, NettyPoller poller) {
        super(parent, socket);
        config = new Config(this, poller);
    }

    private static final class Config extends DefaultChannelConfig {
        private final StreamChannel channel;

        Config(StreamChannel channel, NettyPoller poller) {
            super(channel, poller.readBuffer());
            this.channel = channel;
            setAllocator(UnpooledByteBufAllocator.DEFAULT);
            setConnectTimeoutMillis(0);
            setAutoRead(false);
            setAutoClose(false);
        }

        @Override
        protected void autoReadCleared() {
            if (channel != null && channel.isRegistered()) {
                channel.clearReadPending();
            }
        }
    }

    SocketChannel socket() {
        return (SocketChannel) javaChannel();
    }

    @Override
    public ChannelConfig config() {
        return config;
    }

    @Override
    public boolean isActive() {
        return socket().isOpen() && socket().isConnected();
    }

    @Override
    protected ChannelId newId() {
        return ChannelNumber.next();
    }

    @Override
    protected boolean doConnect(SocketAddress remote, SocketAddress local) throws Exception {
        if (local != null) {
            doBind(local);
        }
        boolean connected = socket().connect(remote);
        if (!connected) {
            addAndSubmit(NioIoOps.CONNECT);
        }
        return connected;
    }

    @Override
    protected void doFinishConnect() throws Exception {
        socket().finishConnect();
    }

    @Override
    protected void doBind(SocketAddress local) throws Exception {
        socket().bind(local);
    }

    @Override
    protected SocketAddress localAddress0() {
        try {
            return socket().getLocalAddress();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected SocketAddress remoteAddress0() {
        try {
            return socket().getRemoteAddress();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected int doReadBytes(ByteBuf buffer) {
        if (inputEnded) {
            return 0;
        }
        try {
            int count = buffer.writeBytes(socket(), buffer.writableBytes());
            if (count < 0) {
                endInput();
                pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
            }
            return Math.max(0, count);
        } catch (IOException e) {
            endInput();
            pipeline().fireExceptionCaught(e);
            return 0;
        }
    }

    /** A socket at its end is always ready to be read: nobody may wait for it. */
    private void endInput() {
        inputEnded = true;
        config.setAutoRead(false);
        clearReadPending();
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer out) throws Exception {
        for (int spin = config.getWriteSpinCount(); spin > 0; spin--) {
            if (out.isEmpty()) {
                clearOpWrite();
                return;
            }
            ByteBuffer[] buffers = out.nioBuffers(MAX_BUFFERS, MAX_WRITE);
            int count = out.nioBufferCount();
            long written = count == 1 ? writePart(buffers[0]) : socket().write(buffers, 0, count);
            if (written <= 0) {
                incompleteWrite(true);
                return;
            }
            out.removeBytes(written);
        }
        incompleteWrite(false);
    }

    /** Writes what the operating system takes at once, if nothing waits before it. @return how many bytes that was */
    long writeNow(Bytes[] data) throws IOException {
        ChannelOutboundBuffer waiting = unsafe().outboundBuffer();
        if (waiting == null || !waiting.isEmpty()) {
            return 0;
        }
        if (data.length == 1) {
            return Math.max(0, writePart(data[0].buffer()));
        }
        ByteBuffer[] buffers = new ByteBuffer[Math.min(data.length, MAX_BUFFERS)];
        long size = 0;
        int count = 0;
        while (count < buffers.length && size < MAX_WRITE) {
            size += data[count].length();
            buffers[count] = data[count++].buffer();
        }
        return size > MAX_WRITE ? 0 : Math.max(0, socket().write(buffers, 0, count));
    }

    private int writePart(ByteBuffer buffer) throws IOException {
        int limit = buffer.limit();
        buffer.limit(buffer.position() + Math.min(buffer.remaining(), MAX_WRITE));
        try {
            return socket().write(buffer);
        } finally {
            buffer.limit(limit);
        }
    }

    @Override
    protected int doWriteBytes(ByteBuf buffer) throws Exception {
        return buffer.readBytes(socket(), buffer.readableBytes());
    }

    @Override
    protected long doWriteFileRegion(FileRegion region) throws Exception {
        return region.transferTo(socket(), region.transferred());
    }

    @Override
    protected ChannelFuture shutdownInput() {
        endInput();
        return newSucceededFuture();
    }

    @Override
    protected boolean isInputShutdown0() {
        return inputEnded;
    }

    @Override
    protected void doShutdownOutput() throws Exception {
        socket().shutdownOutput();
    }

    @Override
    protected void doDisconnect() throws Exception {
        doClose();
    }

    @Override
    protected void doClose() throws Exception {
        super.doClose();
        javaChannel().close();
    }
}
