package org.ledgejs.node.binding.zlib;

import java.util.zip.CRC32;

/** CRC-32 (RFC 1952 §8) continued from a given value, which the JDK's class cannot. */
final class Checksum {
    /** The polynomial, bits reversed. */
    private static final int POLYNOMIAL = 0xEDB88320;

    private Checksum() { }

    /** @param start the checksum of what came before */
    static int crc32(byte[] bytes, int offset, int length, int start) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        int own = (int) crc.getValue();
        return start == 0 || length == 0 ? own ^ start : combine(start, own, length);
    }

    /** The checksum of two parts after each other: the first one's is multiplied by x^(8·length) in the field of the polynomial. */
    private static int combine(int first, int second, int length) {
        int power = 1 << 30;
        int factor = 1 << 31;
        for (long bits = 8L * length; bits != 0; bits >>>= 1) {
            if ((bits & 1) != 0) {
                factor = multiply(power, factor);
            }
            power = multiply(power, power);
        }
        return multiply(factor, first) ^ second;
    }

    private static int multiply(int a, int b) {
        int product = 0;
        for (int bit = 1 << 31; bit != 0; bit >>>= 1) {
            if ((a & bit) != 0) {
                product ^= b;
            }
            b = (b & 1) != 0 ? b >>> 1 ^ POLYNOMIAL : b >>> 1;
        }
        return product;
    }
}
