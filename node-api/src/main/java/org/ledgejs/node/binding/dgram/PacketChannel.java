package org.ledgejs.node.binding.dgram;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.Arrays;
import java.util.List;

import io.netty.channel.ChannelOutboundBuffer;

import org.ledgejs.node.binding.net.MessageChannel;

/** A UDP socket (RFC 768) as a Netty channel: it reads and writes {@link Packet}s. A failure to read one closes nothing. */
final class PacketChannel extends MessageChannel {
    /** @param peer where it came from, or goes to; null for where the socket is connected to */
    record Packet(byte[] bytes, InetSocketAddress peer) { }

    private static final int MAX_PACKET = 65536;
    /** How many to read before others have their turn. */
    private static final int BATCH = 16;

    private ByteBuffer buffer;

    PacketChannel(DatagramChannel socket) {
        super(socket, SelectionKey.OP_READ, true);
    }

    DatagramChannel socket() {
        return (DatagramChannel) javaChannel();
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
}
