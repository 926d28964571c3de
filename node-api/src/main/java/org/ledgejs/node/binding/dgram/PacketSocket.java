package org.ledgejs.node.binding.dgram;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import org.ledgejs.language.runtime.Permissions;
import org.ledgejs.language.runtime.Permissions.Access;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.HandleObject;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.UvException;
import org.ledgejs.node.binding.dgram.PacketChannel.Packet;
import org.ledgejs.node.binding.net.Addresses;
import org.ledgejs.node.binding.net.SocketErrors;
import org.ledgejs.node.binding.process.DatagramOptions;
import org.ledgejs.node.loop.NettyPoller;

/** A UDP socket that has an address. */
final class PacketSocket extends HandleObject {
    /** What is decided before a socket has its address. @param implicit the program named none: only who it may send to is heard */
    record Settings(boolean six, boolean reuseAddress, boolean reusePort, boolean onlySix, boolean implicit) { }

    /** Linux keeps as much again for its own records, and tells the sum; Java tells half of it. */
    private static final int BUFFER_FACTOR = System.getProperty("os.name").equals("Linux") ? 2 : 1;

    private final NettyPoller poller;
    private final PacketChannel channel;
    private final Settings settings;
    private final Object onMessage;
    private final Memberships memberships;
    private int queuedBytes;
    private int queuedCount;

    private PacketSocket(NodeRuntime node, PacketChannel channel, Settings settings, Object onMessage) {
        super(node);
        this.poller = node.loop().sockets();
        this.channel = channel;
        this.settings = settings;
        this.onMessage = onMessage;
        this.memberships = new Memberships(channel.socket(), settings.six);
        channel.pipeline().addLast(new Packets());
    }

    /** @param onMessage gets (status, bytes, peer) @return the handle, or a negative errno */
    static Object bind(NodeRuntime node, InetSocketAddress local, Settings settings, Object onMessage) {
        PacketChannel channel;
        try {
            DatagramChannel socket = DatagramChannel.open(settings.six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
            try {
                prepare(socket, settings);
                channel = new PacketChannel(socket);
            } catch (IOException | RuntimeException e) {
                socket.close();
                throw e;
            }
        } catch (UvException e) {
            return e.errno();
        } catch (IOException | RuntimeException e) {
            return SocketErrors.status(e);
        }
        node.loop().sockets().register(channel, channel.socket());
        ChannelFuture bound = channel.bind(local);
        if (!bound.isSuccess()) {
            channel.close();
            node.loop().sockets().releaseClosed();
            return SocketErrors.status(bound.cause());
        }
        return new PacketSocket(node, channel, settings, onMessage);
    }

    private static void prepare(DatagramChannel socket, Settings settings) throws IOException {
        int status = settings.onlySix ? DatagramOptions.onlyIPv6(socket) : 0;
        if (status != 0) {
            throw new UvException(status, "bind");
        }
        socket.setOption(StandardSocketOptions.SO_REUSEADDR, settings.reuseAddress);
        if (settings.reusePort) {
            socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
    }

    private final class Packets extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            Packet packet = (Packet) message;
            poller.deliver(() -> {
                if (!isClosed() && isWelcome(packet.peer())) {
                    enter(onMessage, 0, Bytes.toBuffer(node().realm(), packet.bytes()), Addresses.toGuest(node().realm(), packet.peer(), settings.six));
                }
            });
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            int status = SocketErrors.status(cause);
            poller.deliver(() -> {
                if (!isClosed()) {
                    enter(onMessage, status, Undefined.INSTANCE, Undefined.INSTANCE);
                }
            });
        }
    }

    private boolean isWelcome(InetSocketAddress peer) {
        Permissions permissions = node().agent().permissions();
        return !settings.implicit || !permissions.isRestricted()
                || permissions.allows(Access.CONNECT, peer.getAddress().getHostAddress() + ":" + peer.getPort());
    }

    /** The literal as an address a socket of this family reaches, or null. */
    InetSocketAddress peer(String literal, int port) {
        return DgramBinding.address(literal, port, settings.six);
    }

    /** @param peer null for the one it is connected to @return true if it is gone, or false if the callback is to come with a status, or a negative errno */
    Object send(byte[] bytes, InetSocketAddress peer, Object callback) {
        if (isClosed()) {
            return UvErrors.EBADF;
        }
        Packet packet = new Packet(bytes, peer);
        try {
            if (queuedCount == 0 && channel.send(packet)) {
                return true;
            }
        } catch (IOException | RuntimeException e) {
            return SocketErrors.status(e);
        }
        queuedBytes += bytes.length;
        queuedCount++;
        channel.writeAndFlush(packet).addListener(outcome -> {
            queuedBytes -= bytes.length;
            queuedCount--;
            int status = outcome.isSuccess() ? 0 : isClosed() ? UvErrors.ECANCELED : SocketErrors.status(outcome.cause());
            poller.deliver(() -> enter(callback, status));
        });
        return false;
    }

    int queuedBytes() {
        return queuedBytes;
    }

    int queuedCount() {
        return queuedCount;
    }

    /** @return a status */
    int connect(InetSocketAddress peer) {
        return change(() -> channel.socket().connect(peer));
    }

    /** @return a status */
    int disconnect() {
        return change(() -> channel.socket().disconnect());
    }

    Object localAddress(Realm realm) {
        return isClosed() ? (Object) UvErrors.EBADF : Addresses.toGuest(realm, channel.localAddress0(), settings.six);
    }

    Object remoteAddress(Realm realm) {
        return isClosed() ? (Object) UvErrors.EBADF : Addresses.toGuest(realm, channel.remoteAddress0(), settings.six);
    }

    Memberships memberships() {
        return memberships;
    }

    /** @return a status */
    <T> int option(SocketOption<T> option, T value) {
        return change(() -> channel.socket().setOption(option, value));
    }

    /** @return a status */
    int timeToLive(int hops) {
        return change(() -> hops < 1 || hops > 255 ? UvErrors.EINVAL : DatagramOptions.timeToLive(channel.socket(), settings.six, hops));
    }

    /** @return the size, or a negative errno */
    int bufferSize(SocketOption<Integer> which) {
        try {
            return isClosed() ? UvErrors.EBADF : channel.socket().getOption(which) * BUFFER_FACTOR;
        } catch (IOException | RuntimeException e) {
            return SocketErrors.status(e);
        }
    }

    private interface Change {
        Object make() throws IOException;
    }

    private int change(Change change) {
        if (isClosed()) {
            return UvErrors.EBADF;
        }
        try {
            return change.make() instanceof Integer status ? status : 0;
        } catch (IOException | RuntimeException e) {
            return SocketErrors.status(e);
        }
    }

    @Override
    protected String resourceName() {
        return "UDPWrap";
    }

    @Override
    protected void release() {
        channel.close();
        poller.releaseClosed();
    }
}
