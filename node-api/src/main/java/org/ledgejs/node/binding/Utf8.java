package org.ledgejs.node.binding;

import java.nio.charset.StandardCharsets;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Strings;

/**
 * UTF-8 as the WHATWG encoding standard has it: malformed input becomes one U+FFFD for each maximal subpart, lone surrogates are
 * written as U+FFFD. Java's own converters do the work where they agree with that.
 */
public final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() { }

    public static TruffleString decode(Bytes bytes) {
        return Strings.of(decode(bytes.array(), bytes.offset(), bytes.length()));
    }

    public static String decode(byte[] bytes, int offset, int length) {
        String fast = new String(bytes, offset, length, StandardCharsets.UTF_8);
        // Java gives one replacement character for a whole encoded surrogate, the standard three: only input with errors is read again.
        return fast.indexOf(REPLACEMENT) < 0 ? fast : decodeExactly(bytes, offset, length);
    }

    private static String decodeExactly(byte[] bytes, int offset, int length) {
        StringBuilder out = new StringBuilder(length);
        int end = offset + length;
        int i = offset;
        while (i < end) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) {
                out.append((char) lead);
                i++;
                continue;
            }
            int size = subpart(bytes, i, end);
            if (size > 0) {
                out.appendCodePoint(codePoint(bytes, i, size));
                i += size;
            } else {
                out.append(REPLACEMENT);
                i -= size;
            }
        }
        return out.toString();
    }

    /** The length of the well-formed sequence of two or more bytes at i; or, negative, that of the maximal subpart of an ill-formed one. */
    private static int subpart(byte[] bytes, int i, int end) {
        int lead = bytes[i] & 0xFF;
        int size = lead >= 0xC2 && lead <= 0xDF ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
        if (size == 0) {
            return -1;
        }
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        for (int k = 1; k < size; k++) {
            if (i + k >= end) {
                return -k;
            }
            int next = bytes[i + k] & 0xFF;
            if (next < low || next > high) {
                return -k;
            }
            low = 0x80;
            high = 0xBF;
        }
        return size;
    }

    private static int codePoint(byte[] bytes, int i, int size) {
        int value = bytes[i] & (0xFF >> (size + 1));
        for (int k = 1; k < size; k++) {
            value = value << 6 | bytes[i + k] & 0x3F;
        }
        return value;
    }

    /** Whether the bytes are well-formed UTF-8. */
    public static boolean isValid(Bytes bytes) {
        byte[] array = bytes.array();
        int end = bytes.offset() + bytes.length();
        int i = bytes.offset();
        while (i < end) {
            if (array[i] >= 0) {
                i++;
                continue;
            }
            int size = subpart(array, i, end);
            if (size <= 0) {
                return false;
            }
            i += size;
        }
        return true;
    }

    public static byte[] encode(TruffleString string) {
        TruffleString valid = string.isValidUncached(Strings.ENCODING) ? string : string.toValidStringUncached(Strings.ENCODING);
        return Strings.java(valid).getBytes(StandardCharsets.UTF_8);
    }

    /** How many bytes {@link #encode} gives. */
    public static long byteLength(TruffleString string) {
        if (isAscii(string)) {
            return Strings.length(string);
        }
        String s = Strings.java(string);
        long length = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c < 0x80) {
                length++;
            } else if (c < 0x800) {
                length += 2;
            } else {
                length += 3;
                if (Character.isHighSurrogate(c) && i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))) {
                    length++;
                    i++;
                }
            }
        }
        return length;
    }

    private static boolean isAscii(TruffleString string) {
        return string.getCodeRangeUncached(Strings.ENCODING) == TruffleString.CodeRange.ASCII;
    }

    /**
     * Writes as many whole characters as fit.
     *
     * @return UTF-16 code units read in the upper half, bytes written in the lower
     */
    @SuppressWarnings("deprecation")
    public static long encodeInto(TruffleString string, Bytes target) {
        String s = Strings.java(string);
        if (isAscii(string)) {
            int count = Math.min(s.length(), target.length());
            // Of a string of ASCII the low bytes are all there is.
            s.getBytes(0, count, target.array(), target.offset());
            return pack(count, count);
        }
        byte[] out = target.array();
        int at = target.offset();
        int end = at + target.length();
        int i = 0;
        while (i < s.length()) {
            char c = s.charAt(i);
            if (c < 0x80) {
                if (at >= end) {
                    break;
                }
                out[at++] = (byte) c;
            } else if (c < 0x800) {
                if (at + 2 > end) {
                    break;
                }
                out[at++] = (byte) (0xC0 | c >> 6);
                out[at++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))) {
                if (at + 4 > end) {
                    break;
                }
                int codePoint = Character.toCodePoint(c, s.charAt(++i));
                out[at++] = (byte) (0xF0 | codePoint >> 18);
                out[at++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
                out[at++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
                out[at++] = (byte) (0x80 | codePoint & 0x3F);
            } else {
                if (at + 3 > end) {
                    break;
                }
                char valid = Character.isSurrogate(c) ? REPLACEMENT : c;
                out[at++] = (byte) (0xE0 | valid >> 12);
                out[at++] = (byte) (0x80 | valid >> 6 & 0x3F);
                out[at++] = (byte) (0x80 | valid & 0x3F);
            }
            i++;
        }
        return pack(i, at - target.offset());
    }

    private static long pack(int read, int written) {
        return (long) read << 32 | written;
    }

    public static int read(long packed) {
        return (int) (packed >>> 32);
    }

    public static int written(long packed) {
        return (int) packed;
    }

    /** The bytes of a string argument or of a view: what writing functions take. A copy of the string's, the view's own. */
    public static Bytes bytesOf(Object viewOrString) {
        return viewOrString instanceof TruffleString s ? Bytes.of(encode(s)) : Bytes.of(viewOrString);
    }
}
