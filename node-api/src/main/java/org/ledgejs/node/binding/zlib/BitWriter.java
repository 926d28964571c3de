package org.ledgejs.node.binding.zlib;

import java.io.ByteArrayOutputStream;

/** Bits into bytes, the lowest first. */
final class BitWriter {
    private final ByteArrayOutputStream target;
    private long held;
    private int count;
    private long written;

    BitWriter(ByteArrayOutputStream target) {
        this.target = target;
    }

    /** @param bits at most 32 of them */
    void write(long value, int bits) {
        held |= value << count;
        count += bits;
        written += bits;
        while (count >= 8) {
            target.write((int) held);
            held >>>= 8;
            count -= 8;
        }
    }

    /** Zeros up to the end of the byte. */
    void align() {
        if (count > 0) {
            write(0, 8 - count);
        }
    }

    /** Whole bytes, from the start of one on. */
    void bytes(byte[] bytes, int offset, int length) {
        target.write(bytes, offset, length);
        written += 8L * length;
    }

    long written() {
        return written;
    }
}
