package org.ledgejs.language.builtins;

import java.util.Arrays;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;

/** Base64 and hexadecimal as Uint8Array reads and writes them (ECMA-262 §23.3.3). */
final class Base64Text {
    private static final char[] STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".toCharArray();
    private static final char[] URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray();
    private static final int[] STANDARD_VALUES = values(STANDARD);
    private static final int[] URL_VALUES = values(URL);

    enum LastChunk { LOOSE, STRICT, STOP_BEFORE_PARTIAL }

    /**
     * What decoding came to: the bytes are good even where it failed.
     *
     * @param read code units consumed
     * @param error what to throw after the bytes are stored, or null
     */
    record Decoded(int read, byte[] bytes, JSException error) { }

    private Base64Text() { }

    private static int[] values(char[] alphabet) {
        int[] values = new int[128];
        Arrays.fill(values, -1);
        for (int i = 0; i < alphabet.length; i++) {
            values[alphabet[i]] = i;
        }
        return values;
    }

    static String encode(byte[] data, int from, int length, boolean url, boolean padding) {
        char[] alphabet = url ? URL : STANDARD;
        StringBuilder text = new StringBuilder((int) Math.min(Integer.MAX_VALUE - 8, (length + 2L) / 3 * 4));
        int i = 0;
        for (; i + 2 < length; i += 3) {
            int group = (data[from + i] & 0xFF) << 16 | (data[from + i + 1] & 0xFF) << 8 | data[from + i + 2] & 0xFF;
            text.append(alphabet[group >> 18]).append(alphabet[group >> 12 & 63]).append(alphabet[group >> 6 & 63]).append(alphabet[group & 63]);
        }
        int left = length - i;
        if (left > 0) {
            int group = (data[from + i] & 0xFF) << 16 | (left == 2 ? (data[from + i + 1] & 0xFF) << 8 : 0);
            text.append(alphabet[group >> 18]).append(alphabet[group >> 12 & 63]);
            if (left == 2) {
                text.append(alphabet[group >> 6 & 63]);
            }
            if (padding) {
                text.append(left == 2 ? "=" : "==");
            }
        }
        return text.toString();
    }

    /** FromBase64 (§23.3.3.7). @param maximum of bytes to give */
    static Decoded decode(String text, boolean url, LastChunk lastChunk, int maximum) {
        return new Decoder(text, url, lastChunk, maximum).run();
    }

    /** One decoding: what was read is kept up to the last whole chunk. */
    private static final class Decoder {
        private final String text;
        private final int[] values;
        private final LastChunk lastChunk;
        private final int maximum;
        private final byte[] bytes;
        private int count;
        private int read;
        private int index;
        /** Bits of the characters of the open chunk. */
        private int chunk;
        private int chunkLength;

        Decoder(String text, boolean url, LastChunk lastChunk, int maximum) {
            this.text = text;
            this.values = url ? URL_VALUES : STANDARD_VALUES;
            this.lastChunk = lastChunk;
            this.maximum = maximum;
            this.bytes = new byte[(int) Math.min(maximum, text.length() * 3L / 4 + 3)];
        }

        Decoded run() {
            if (maximum == 0) {
                return done(0, null);
            }
            while (true) {
                skipWhitespace();
                if (index == text.length()) {
                    return atEnd();
                }
                char c = text.charAt(index++);
                if (c == '=') {
                    return padded();
                }
                int value = c < 128 ? values[c] : -1;
                if (value < 0) {
                    return failed("Found a character that cannot be part of a valid base64 string.");
                }
                int remaining = maximum - count;
                if (remaining == 1 && chunkLength == 2 || remaining == 2 && chunkLength == 3) {
                    return done(read, null);
                }
                chunk = chunk << 6 | value;
                if (++chunkLength == 4) {
                    append(3, chunk);
                    chunk = 0;
                    chunkLength = 0;
                    read = index;
                    if (count == maximum) {
                        return done(read, null);
                    }
                }
            }
        }

        private void skipWhitespace() {
            while (index < text.length() && "\t\n\f\r ".indexOf(text.charAt(index)) >= 0) {
                index++;
            }
        }

        private Decoded atEnd() {
            if (chunkLength > 0) {
                if (lastChunk == LastChunk.STOP_BEFORE_PARTIAL) {
                    return done(read, null);
                }
                if (lastChunk == LastChunk.STRICT || chunkLength == 1) {
                    return failed("The base64 input terminates with a single character, excluding padding.");
                }
                appendPartial();
            }
            return done(text.length(), null);
        }

        private Decoded padded() {
            if (chunkLength < 2) {
                return failed("Invalid padding in a base64 string.");
            }
            skipWhitespace();
            if (chunkLength == 2) {
                if (index == text.length()) {
                    return lastChunk == LastChunk.STOP_BEFORE_PARTIAL ? done(read, null) : failed("Missing padding in a base64 string.");
                }
                if (text.charAt(index) == '=') {
                    index++;
                    skipWhitespace();
                }
            }
            if (index < text.length()) {
                return failed("Unexpected character after the padding of a base64 string.");
            }
            int extraBits = chunk & (chunkLength == 2 ? 15 : 3);
            if (lastChunk == LastChunk.STRICT && extraBits != 0) {
                return failed("The last character of the base64 string has bits that are not zero.");
            }
            appendPartial();
            return done(text.length(), null);
        }

        /** DecodeFinalBase64Chunk (§23.3.3.5): two characters give a byte, three give two. */
        private void appendPartial() {
            append(chunkLength - 1, chunk << 6 * (4 - chunkLength));
        }

        private void append(int howMany, int group) {
            for (int i = 0; i < howMany; i++) {
                bytes[count++] = (byte) (group >> 16 - 8 * i);
            }
        }

        private Decoded failed(String message) {
            return done(read, Errors.syntaxError(message));
        }

        private Decoded done(int consumed, JSException error) {
            return new Decoded(consumed, Arrays.copyOf(bytes, count), error);
        }
    }

    /** FromHex (§23.3.3.8). */
    static Decoded decodeHex(String text, int maximum) {
        if (text.length() % 2 != 0) {
            return new Decoded(0, new byte[0], Errors.syntaxError("Input string must contain hex characters in even length"));
        }
        byte[] bytes = new byte[Math.min(maximum, text.length() / 2)];
        for (int i = 0; i < bytes.length; i++) {
            int high = hexDigit(text.charAt(2 * i));
            int low = hexDigit(text.charAt(2 * i + 1));
            if (high < 0 || low < 0) {
                return new Decoded(2 * i, Arrays.copyOf(bytes, i), Errors.syntaxError("Input string must contain hex characters"));
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return new Decoded(2 * bytes.length, bytes, null);
    }

    /** Only ASCII digits count. */
    private static int hexDigit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
