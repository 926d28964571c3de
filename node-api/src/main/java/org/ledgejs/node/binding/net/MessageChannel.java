package org.ledgejs.node.binding.net;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelId;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.nio.AbstractNioMessageChannel;

/** A socket as a Netty channel that reads messages one by one, not a stream of bytes. */
public abstract class MessageChannel extends AbstractNioMessageChannel {
    private final ChannelMetadata metadata;
    private final ChannelConfig config;

    /** @param operation of a selection key, which tells that there is something to read @param disconnects whether it can be disconnected and go on */
    protected MessageChannel(SelectableChannel socket, int operation, boolean disconnects) {
        super(null, socket, operation);
        metadata = new ChannelMetadata(disconnects, 16);
        config = new Config(this);
        config.setAllocator(UnpooledByteBufAllocator.DEFAULT);
    }

    private static final class Config extends DefaultChannelConfig {
        private final MessageChannel channel;

        Config(MessageChannel channel) {
            super(channel);
            this.channel = channel;
        }

        @Override
        protected void autoReadCleared() {
            channel.clearReadPending();
        }
    }

    @Override
    public final ChannelConfig config() {
        return config;
    }

    @Override
    public final ChannelMetadata metadata() {
        return metadata;
    }

    @Override
    public final boolean isActive() {
        return isOpen() && localAddress0() != null;
    }

    @Override
    protected final ChannelId newId() {
        return ChannelNumber.next();
    }

    /** As it is now: connecting changes a UDP socket's, and Netty keeps what it saw first. */
    @Override
    public final SocketAddress localAddress0() {
        try {
            return ((NetworkChannel) javaChannel()).getLocalAddress();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected void doClose() throws Exception {
        super.doClose();
        javaChannel().close();
    }
}
