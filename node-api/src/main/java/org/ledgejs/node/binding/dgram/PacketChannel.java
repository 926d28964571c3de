package org.ledgejs.node.binding.dgram;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.Arrays;
import java.util.List;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelId;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.nio.AbstractNioMessageChannel;

import org.ledgejs.node.binding.net.ChannelNumber;

/** A UDP socket (RFC 768) as a Netty channel: it reads and writes {@link Packet}s. A failure to read one closes nothing. */
final class PacketChannel extends AbstractNioMessageChannel {
    /** @param peer where it came from, or goes to; null for where the socket is connected to */
    record Packet(byte[] bytes, InetSocketAddress peer) { }

    private static final ChannelMetadata METADATA = new ChannelMetadata(true, 16);
    private static final int MAX_PACKET = 65536;
    /** How many to read before others have their turn. */
    private static final int BATCH = 16;

    private final ChannelConfig config;
    private ByteBuffer buffer;

    PacketChannel(DatagramChannel socket) {
        super(null, socket, SelectionKey.OP_READ);
        config = new Config(this);
        config.setAllocator(UnpooledByteBufAllocator.DEFAULT);
    }

    private static final class Config extends DefaultChannelConfig {
        private final PacketChannel channel;

        Config(PacketChannel channel) {
            super(channel);
            this.channel = channel;
        }

        @Override
        protected void autoReadCleared() {
            channel.clearReadPending();
        }
    }

    DatagramChannel socket() {
        return (DatagramChannel) javaChannel();
    }

    @Override
    public ChannelConfig config() {
        return config;
    }

    @Override
    public ChannelMetadata metadata() {
        return METADATA;
    }

    @Override
    public boolean isActive() {
        return isOpen() && localAddress0() != null;
    }

    @Override
    protected ChannelId newId() {
        return ChannelNumber.next();
    }

    @Override
    protected void doBind(SocketAddress local) throws Exception {
        socket().bind(local);
    }

    @Override
    protected int doReadMessages(List<Object> packets) throws Exception {
        if (buffer == null) {
            buffer = ByteBuffer.allocate(MAX_PACKET);
        }
        int count = 0;
        while (count < BATCH) {
            buffer.clear();
            SocketAddress peer = socket().receive(buffer);
            if (peer == null) {
                break;
            }
            packets.add(new Packet(Arrays.copyOf(buffer.array(), buffer.position()), (InetSocketAddress) peer));
            count++;
        }
        return count;
    }

    @Override
    protected boolean closeOnReadError(Throwable cause) {
        return !isOpen();
    }

    /** @return whether the operating system took it now */
    boolean send(Packet packet) throws IOException {
        ByteBuffer data = ByteBuffer.wrap(packet.bytes);
        int sent = packet.peer == null ? socket().write(data) : socket().send(data, packet.peer);
        return sent > 0 || packet.bytes.length == 0;
    }

    @Override
    protected boolean doWriteMessage(Object message, ChannelOutboundBuffer out) throws Exception {
        return send((Packet) message);
    }

    @Override
    protected boolean continueOnWriteError() {
        return true;
    }

    @Override
    protected Object filterOutboundMessage(Object message) {
        return message;
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
    protected boolean doConnect(SocketAddress remote, SocketAddress local) throws Exception {
        socket().connect(remote);
        return true;
    }

    @Override
    protected void doFinishConnect() { }

    @Override
    protected void doDisconnect() throws Exception {
        socket().disconnect();
    }

    @Override
    protected void doClose() throws Exception {
        super.doClose();
        javaChannel().close();
    }
}
