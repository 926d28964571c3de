package org.ledgejs.node.binding.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One value in the distinguished encoding of ASN.1 (ITU-T X.690 §8, §10): its tag and the window of its content. Java reads whole keys and certificates; this
 * is for the few structures it has no name for.
 */
record Der(int tag, byte[] data, int start, int end) {
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int OID = 0x06;
    static final int BMP_STRING = 0x1E;
    static final int SEQUENCE = 0x30;

    /** The first value of the bytes. @throws IllegalArgumentException if they hold none */
    static Der of(byte[] bytes) {
        return at(bytes, 0, bytes.length);
    }

    private static Der at(byte[] data, int from, int limit) {
        try {
            int tag = data[from] & 0xFF;
            int length = data[from + 1] & 0xFF;
            int start = from + 2;
            if (length >= 0x80) {
                int count = length & 0x7F;
                if (count == 0 || count > 4) {
                    throw new IllegalArgumentException("length");
                }
                length = 0;
                for (int i = 0; i < count; i++) {
                    length = length << 8 | data[start++] & 0xFF;
                }
            }
            if (length < 0 || length > limit - start) {
                throw new IllegalArgumentException("length");
            }
            return new Der(tag, data, start, start + length);
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("cut off", e);
        }
    }

    /** What a constructed value, or a string that holds encoded values, is made of. */
    List<Der> children() {
        List<Der> result = new ArrayList<>();
        for (int at = start; at < end; at = result.getLast().end) {
            result.add(at(data, at, end));
        }
        return result;
    }

    byte[] content() {
        return Arrays.copyOfRange(data, start, end);
    }

    BigInteger integer() {
        return new BigInteger(content());
    }

    /** A character string of any of the usual types. */
    String text() {
        return new String(data, start, end - start, tag == BMP_STRING ? StandardCharsets.UTF_16BE
                : tag == 0x0C ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    /** An object identifier in its dotted form. */
    String oid() {
        StringBuilder text = new StringBuilder();
        BigInteger part = BigInteger.ZERO;
        for (int i = start; i < end; i++) {
            part = part.shiftLeft(7).or(BigInteger.valueOf(data[i] & 0x7F));
            if (data[i] < 0) {
                continue;
            }
            if (text.isEmpty()) {
                int root = part.min(BigInteger.TWO.multiply(BigInteger.valueOf(40))).intValue() / 40;
                text.append(root).append('.').append(part.subtract(BigInteger.valueOf(40L * root)));
            } else {
                text.append('.').append(part);
            }
            part = BigInteger.ZERO;
        }
        return text.toString();
    }

    /** An encoded value with this content, the parts one after the other. */
    static byte[] encode(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            int count = (39 - Integer.numberOfLeadingZeros(length)) / 8;
            out.write(0x80 | count);
            for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
                out.write(length >> shift);
            }
        }
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
