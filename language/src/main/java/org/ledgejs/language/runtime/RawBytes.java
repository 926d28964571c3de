package org.ledgejs.language.runtime;

import com.oracle.truffle.api.memory.ByteArraySupport;

/**
 * Numbers as bytes of an array, widened to a long: one machine access each. The sequentially consistent operations of
 * Atomics are here too. Offsets are checked by the access itself.
 */
public final class RawBytes {
    private static final ByteArraySupport LITTLE = ByteArraySupport.littleEndian();
    private static final ByteArraySupport BIG = ByteArraySupport.bigEndian();

    private RawBytes() { }

    /** @param shift binary logarithm of the size in bytes */
    public static long read(byte[] data, int at, int shift) {
        return read(LITTLE, data, at, shift);
    }

    static long read(byte[] data, int at, int shift, boolean littleEndian) {
        return read(littleEndian ? LITTLE : BIG, data, at, shift);
    }

    private static long read(ByteArraySupport bytes, byte[] data, int at, int shift) {
        return switch (shift) {
            case 0 -> data[at];
            case 1 -> bytes.getShort(data, at);
            case 2 -> bytes.getInt(data, at);
            default -> bytes.getLong(data, at);
        };
    }

    public static void write(byte[] data, int at, int shift, long bits) {
        write(LITTLE, data, at, shift, bits);
    }

    static void write(byte[] data, int at, int shift, long bits, boolean littleEndian) {
        write(littleEndian ? LITTLE : BIG, data, at, shift, bits);
    }

    private static void write(ByteArraySupport bytes, byte[] data, int at, int shift, long bits) {
        switch (shift) {
            case 0 -> data[at] = (byte) bits;
            case 1 -> bytes.putShort(data, at, (short) bits);
            case 2 -> bytes.putInt(data, at, (int) bits);
            default -> bytes.putLong(data, at, bits);
        }
    }

    public static long readVolatile(byte[] data, int at, int shift) {
        return switch (shift) {
            case 0 -> LITTLE.getByteVolatile(data, at);
            case 1 -> LITTLE.getShortVolatile(data, at);
            case 2 -> LITTLE.getIntVolatile(data, at);
            default -> LITTLE.getLongVolatile(data, at);
        };
    }

    public static void writeVolatile(byte[] data, int at, int shift, long bits) {
        switch (shift) {
            case 0 -> LITTLE.putByteVolatile(data, at, (byte) bits);
            case 1 -> LITTLE.putShortVolatile(data, at, (short) bits);
            case 2 -> LITTLE.putIntVolatile(data, at, (int) bits);
            default -> LITTLE.putLongVolatile(data, at, bits);
        }
    }

    /** @return what was there before */
    public static long compareAndExchange(byte[] data, int at, int shift, long expected, long replacement) {
        return switch (shift) {
            case 0 -> LITTLE.compareAndExchangeByte(data, at, (byte) expected, (byte) replacement);
            case 1 -> LITTLE.compareAndExchangeShort(data, at, (short) expected, (short) replacement);
            case 2 -> LITTLE.compareAndExchangeInt(data, at, (int) expected, (int) replacement);
            default -> LITTLE.compareAndExchangeLong(data, at, expected, replacement);
        };
    }
}
