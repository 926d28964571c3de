package org.ledgejs.node.binding.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;

import org.ledgejs.node.binding.UvErrors;

/** The end of a connection's pipeline: what happens there, told to its handle. */
final class SocketEvents extends ChannelInboundHandlerAdapter {
    private final SocketHandle handle;

    SocketEvents(SocketHandle handle) {
        this.handle = handle;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf buffer = (ByteBuf) message;
        byte[] bytes = ByteBufUtil.getBytes(buffer);
        buffer.release();
        handle.received(bytes);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            handle.inputEnded(UvErrors.EOF);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        handle.inputEnded(SocketErrors.status(cause));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        handle.inputEnded(UvErrors.EOF);
    }
}
