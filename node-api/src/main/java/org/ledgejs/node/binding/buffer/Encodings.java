package org.ledgejs.node.binding.buffer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.Utf8;

/** Node's encodings between strings and bytes. Writers write into a window what fits and tell how many bytes that was. */
public final class Encodings {
    private static final byte SKIP = -1;
    private static final byte STOP = -2;
    private static final byte[] BASE64_VALUES = base64Values();

    private Encodings() { }

    private static byte[] base64Values() {
        byte[] values = new byte[128];
        Arrays.fill(values, SKIP);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        values['-'] = 62;
        values['_'] = 63;
        values['='] = STOP;
        return values;
    }

    /** The bytes of a string; an unknown encoding is utf8. */
    public static byte[] encode(String encoding, TruffleString string) {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "latin1", "binary", "ascii" -> written(Strings.length(string), target -> writeLatin1(string, target));
            case "ucs2", "ucs-2", "utf16le", "utf-16le" -> written(2 * Strings.length(string), target -> writeUcs2(string, target));
            case "hex" -> written(Strings.length(string) / 2, target -> writeHex(string, target));
            case "base64", "base64url" -> written(Strings.length(string) / 4 * 3 + 3, target -> writeBase64(string, target));
            default -> Utf8.encode(string);
        };
    }

    private interface Writer {
        int write(Bytes target);
    }

    private static byte[] written(int capacity, Writer writer) {
        byte[] bytes = new byte[capacity];
        int length = writer.write(Bytes.of(bytes));
        return length == capacity ? bytes : Arrays.copyOf(bytes, length);
    }

    @SuppressWarnings("deprecation")
    static int writeLatin1(TruffleString string, Bytes target) {
        String s = Strings.java(string);
        int count = Math.min(s.length(), target.length());
        // The low byte of each code unit is exactly what this method, deprecated for it, gives.
        s.getBytes(0, count, target.array(), target.offset());
        return count;
    }

    static int writeUcs2(TruffleString string, Bytes target) {
        String s = Strings.java(string);
        int count = Math.min(s.length(), target.length() / 2);
        byte[] out = target.array();
        int at = target.offset();
        for (int i = 0; i < count; i++) {
            char c = s.charAt(i);
            out[at++] = (byte) c;
            out[at++] = (byte) (c >> 8);
        }
        return 2 * count;
    }

    static int writeHex(TruffleString string, Bytes target) {
        String s = Strings.java(string);
        int count = Math.min(s.length() / 2, target.length());
        for (int i = 0; i < count; i++) {
            char high = s.charAt(2 * i);
            char low = s.charAt(2 * i + 1);
            if (!HexFormat.isHexDigit(high) || !HexFormat.isHexDigit(low)) {
                return i;
            }
            target.array()[target.offset() + i] = (byte) (HexFormat.fromHexDigit(high) << 4 | HexFormat.fromHexDigit(low));
        }
        return count;
    }

    /** Both alphabets; stops at the first =, skips what belongs to neither. */
    static int writeBase64(TruffleString string, Bytes target) {
        String s = Strings.java(string);
        byte[] out = target.array();
        int at = target.offset();
        int end = at + target.length();
        int bits = 0;
        int count = 0;
        for (int i = 0; i < s.length() && at < end; i++) {
            char c = s.charAt(i);
            int value = c < 128 ? BASE64_VALUES[c] : SKIP;
            if (value == STOP) {
                break;
            }
            if (value == SKIP) {
                continue;
            }
            bits = bits << 6 | value;
            count += 6;
            if (count >= 8) {
                count -= 8;
                out[at++] = (byte) (bits >> count);
            }
        }
        return at - target.offset();
    }

    static TruffleString latin1(Bytes bytes) {
        return Strings.of(new String(bytes.array(), bytes.offset(), bytes.length(), StandardCharsets.ISO_8859_1));
    }

    /** Seven bits of each byte. */
    static TruffleString ascii(Bytes bytes) {
        byte[] low = bytes.copy();
        for (int i = 0; i < low.length; i++) {
            low[i] &= 0x7F;
        }
        return Strings.of(new String(low, StandardCharsets.ISO_8859_1));
    }

    /** An odd byte at the end is left out. */
    static TruffleString ucs2(Bytes bytes) {
        TruffleString string = TruffleString.fromByteArrayUncached(bytes.array(), bytes.offset(), bytes.length() & ~1, TruffleString.Encoding.UTF_16LE, true);
        return string.switchEncodingUncached(Strings.ENCODING);
    }

    static TruffleString hex(Bytes bytes) {
        return Strings.of(HexFormat.of().formatHex(bytes.array(), bytes.offset(), bytes.offset() + bytes.length()));
    }

    static TruffleString base64(Bytes bytes, boolean url) {
        Base64.Encoder encoder = url ? Base64.getUrlEncoder().withoutPadding() : Base64.getEncoder();
        ByteBuffer text = encoder.encode(bytes.buffer());
        return Strings.of(new String(text.array(), text.arrayOffset() + text.position(), text.remaining(), StandardCharsets.ISO_8859_1));
    }
}
