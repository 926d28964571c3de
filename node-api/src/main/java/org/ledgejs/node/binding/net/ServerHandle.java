package org.ledgejs.node.binding.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.HandleObject;
import org.ledgejs.node.binding.process.SocketNames;
import org.ledgejs.node.loop.NettyPoller;

/** A socket that listens, TCP or local. */
public final class ServerHandle extends HandleObject {
    private final NettyPoller poller;
    private final ListenChannel channel;
    private final SocketAddress address;
    private final boolean mapped;
    private final Object onConnection;

    private ServerHandle(NodeRuntime node, ListenChannel channel, SocketAddress address, boolean mapped, Object onConnection) {
        super(node);
        this.poller = node.loop().sockets();
        this.channel = channel;
        this.address = address;
        this.mapped = mapped;
        this.onConnection = onConnection;
        channel.pipeline().addLast(new Connections());
    }

    /**
     * Begins to listen.
     *
     * @param onConnection gets (status, handle)
     * @return the handle, or a negative errno
     */
    static Object listen(NodeRuntime node, SocketAddress local, int backlog, boolean reusePort, Object onConnection) {
        NettyPoller poller = node.loop().sockets();
        ProtocolFamily family = local instanceof InetSocketAddress inet ? Addresses.family(inet) : StandardProtocolFamily.UNIX;
        ListenChannel channel;
        try {
            ServerSocketChannel socket = ServerSocketChannel.open(family);
            if (family != StandardProtocolFamily.UNIX) {
                socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                if (reusePort) {
                    socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
                }
            }
            channel = new ListenChannel(socket, poller, backlog);
        } catch (IOException | RuntimeException e) {
            return SocketErrors.status(e);
        }
        poller.register(channel, channel.socket());
        ChannelFuture bound = channel.bind(local);
        if (!bound.isSuccess()) {
            channel.close();
            return SocketErrors.status(bound.cause());
        }
        return new ServerHandle(node, channel, channel.localAddress0(), family == StandardProtocolFamily.INET6, onConnection);
    }

    private final class Connections extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            StreamChannel connection = (StreamChannel) accepted;
            poller.register(connection, connection.socket());
            poller.deliver(() -> accepted(connection));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            int status = SocketErrors.status(cause);
            poller.deliver(() -> {
                if (!isClosed()) {
                    enter(onConnection, status, Undefined.INSTANCE);
                }
            });
        }
    }

    private void accepted(StreamChannel connection) {
        if (isClosed()) {
            connection.close();
        } else {
            enter(onConnection, 0, new SocketHandle(node(), connection, mapped));
        }
    }

    /** Its descriptor, or -1. */
    public int descriptor() {
        return isClosed() ? -1 : SocketNames.find(channel.localAddress0(), null);
    }

    Object localAddress(Realm realm) {
        return Addresses.toGuest(realm, address, mapped);
    }

    @Override
    protected String resourceName() {
        return address instanceof UnixDomainSocketAddress ? "PipeServerWrap" : "TCPServerWrap";
    }

    @Override
    protected void release() {
        channel.close();
        poller.releaseClosed();
        if (address instanceof UnixDomainSocketAddress local) {
            try {
                Files.deleteIfExists(local.getPath());
            } catch (IOException | RuntimeException e) {
                // Somebody else's by now.
            }
        }
    }
}
