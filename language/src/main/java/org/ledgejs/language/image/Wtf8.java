package org.ledgejs.language.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** WTF-8: UTF-8 that can also say a lone surrogate, as strings of JavaScript can. */
final class Wtf8 {

    private Wtf8() { }

    static byte[] encode(String s) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(s.length() + s.length() / 8);
        int i = 0;
        while (i < s.length()) {
            int c = s.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80) {
                out.write(c);
            } else if (c < 0x800) {
                out.write(0xC0 | c >> 6);
                out.write(0x80 | c & 0x3F);
            } else if (c < 0x10000) {
                out.write(0xE0 | c >> 12);
                out.write(0x80 | c >> 6 & 0x3F);
                out.write(0x80 | c & 0x3F);
            } else {
                out.write(0xF0 | c >> 18);
                out.write(0x80 | c >> 12 & 0x3F);
                out.write(0x80 | c >> 6 & 0x3F);
                out.write(0x80 | c & 0x3F);
            }
        }
        return out.toByteArray();
    }

    /** Accepts what {@link #encode} writes and nothing else. */
    static String decode(ByteBuffer bytes, int start, int end) {
        byte[] copy = new byte[end - start];
        bytes.get(start, copy);
        boolean ascii = true;
        for (byte b : copy) {
            ascii &= b >= 0;
        }
        return ascii ? new String(copy, StandardCharsets.ISO_8859_1) : decodeAny(copy, start);
    }

    private static String decodeAny(byte[] bytes, int start) {
        StringBuilder out = new StringBuilder(bytes.length);
        int i = 0;
        boolean afterHigh = false;
        while (i < bytes.length) {
            int b = bytes[i] & 0xFF;
            int length = b < 0x80 ? 1 : b < 0xC0 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF8 ? 4 : 0;
            if (length == 0 || i + length > bytes.length) {
                throw malformed(start + i);
            }
            int c = length == 1 ? b : b & 0x7F >> length;
            for (int k = 1; k < length; k++) {
                int next = bytes[i + k];
                if ((next & 0xC0) != 0x80) {
                    throw malformed(start + i);
                }
                c = c << 6 | next & 0x3F;
            }
            int least = length == 1 ? 0 : length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
            boolean low = c >= 0xDC00 && c <= 0xDFFF;
            if (c < least || c > 0x10FFFF || afterHigh && low) {
                throw malformed(start + i);
            }
            afterHigh = c >= 0xD800 && c <= 0xDBFF;
            out.appendCodePoint(c);
            i += length;
        }
        return out.toString();
    }

    private static ImageException malformed(int at) {
        return new ImageException("Image string malformed at " + at);
    }
}
