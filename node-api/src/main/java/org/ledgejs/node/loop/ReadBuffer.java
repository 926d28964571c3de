package org.ledgejs.node.loop;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;

/**
 * One buffer for whatever a loop reads, one read for each time a socket is ready. Who receives the bytes copies them before returning and
 * releases the buffer; a handler that keeps buffers, as one for TLS does, needs an allocator of its own.
 */
public final class ReadBuffer extends DefaultMaxMessagesRecvByteBufAllocator {
    private static final int SIZE = 64 * 1024;
    private ByteBuf buffer;

    ReadBuffer() {
        super(1);
    }

    @Override
    public RecvByteBufAllocator.Handle newHandle() {
        return new MaxMessageHandle() {
            @Override
            public int guess() {
                return SIZE;
            }

            @Override
            public ByteBuf allocate(ByteBufAllocator ignored) {
                if (buffer == null) {
                    buffer = Unpooled.directBuffer(SIZE, SIZE);
                }
                return buffer.clear().retain();
            }
        };
    }

    void close() {
        if (buffer != null) {
            buffer.release();
            buffer = null;
        }
    }
}
