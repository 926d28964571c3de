package org.ledgejs.node.binding.net;

import java.util.concurrent.atomic.AtomicLong;

import io.netty.channel.ChannelId;

/** Names a channel within this process. Netty's own ids ask for the network interfaces of the machine first. */
record ChannelNumber(long number) implements ChannelId {
    private static final AtomicLong NEXT = new AtomicLong();

    static ChannelNumber next() {
        return new ChannelNumber(NEXT.incrementAndGet());
    }

    @Override
    public String asShortText() {
        return Long.toString(number);
    }

    @Override
    public String asLongText() {
        return asShortText();
    }

    @Override
    public int compareTo(ChannelId other) {
        return other instanceof ChannelNumber n ? Long.compare(number, n.number) : asLongText().compareTo(other.asLongText());
    }
}
