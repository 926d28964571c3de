package org.ledgejs.node.binding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ledgejs.language.runtime.Strings;

class Utf8Test {

    @ParameterizedTest
    @CsvSource({"41, A", "C3A9, é", "E282AC, €", "F09F9880, 😀", "FF, \uFFFD", "C0AF, \uFFFD\uFFFD", "E282, \uFFFD", "E28241, \uFFFDA", "EDA080, \uFFFD\uFFFD\uFFFD",
        "F09F98, \uFFFD", "F0808080, \uFFFD\uFFFD\uFFFD\uFFFD", "F48FBFBF, \uDBFF\uDFFF", "F4908080, \uFFFD\uFFFD\uFFFD\uFFFD", "C3C3A9, \uFFFDé", "EFBBBF41, \uFEFFA"})
    void eachMaximalSubpartBecomesOneReplacement(String hex, String text) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertEquals(text, Utf8.decode(bytes, 0, bytes.length));
    }

    /** The decoder of the encoding standard, state by state. */
    private static String reference(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int needed = 0;
        int seen = 0;
        int codePoint = 0;
        int low = 0x80;
        int high = 0xBF;
        for (int i = 0; i <= bytes.length; i++) {
            int b = i == bytes.length ? -1 : bytes[i] & 0xFF;
            if (needed == 0) {
                if (b < 0) {
                    break;
                }
                if (b < 0x80) {
                    out.append((char) b);
                } else if (b >= 0xC2 && b <= 0xDF) {
                    needed = 1;
                    codePoint = b & 0x1F;
                } else if (b >= 0xE0 && b <= 0xEF) {
                    low = b == 0xE0 ? 0xA0 : 0x80;
                    high = b == 0xED ? 0x9F : 0xBF;
                    needed = 2;
                    codePoint = b & 0xF;
                } else if (b >= 0xF0 && b <= 0xF4) {
                    low = b == 0xF0 ? 0x90 : 0x80;
                    high = b == 0xF4 ? 0x8F : 0xBF;
                    needed = 3;
                    codePoint = b & 7;
                } else {
                    out.append('\uFFFD');
                }
                continue;
            }
            if (b < low || b > high) {
                out.append('\uFFFD');
                needed = 0;
                seen = 0;
                low = 0x80;
                high = 0xBF;
                i--;
                if (b < 0) {
                    break;
                }
                continue;
            }
            low = 0x80;
            high = 0xBF;
            codePoint = codePoint << 6 | b & 0x3F;
            if (++seen == needed) {
                out.appendCodePoint(codePoint);
                needed = 0;
                seen = 0;
            }
        }
        return out.toString();
    }

    @Test
    void randomBytesDecodeAsTheStandardSays() {
        Random random = new Random(1);
        byte[] interesting = HexFormat.of().parseHex("4180BFC0C2C3DFE0E29FA0EDEFF0908FF4F5FF7F");
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(9)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = interesting[random.nextInt(interesting.length)];
            }
            String expected = reference(bytes);
            assertEquals(expected, Utf8.decode(bytes, 0, bytes.length), () -> HexFormat.of().formatHex(bytes));
            boolean wellFormed = Arrays.equals(expected.getBytes(StandardCharsets.UTF_8), bytes);
            assertEquals(wellFormed, Utf8.isValid(Bytes.of(bytes)), () -> HexFormat.of().formatHex(bytes));
        }
    }

    @Test
    void loneSurrogatesAreWrittenAsReplacements() {
        assertArrayEquals("a\uFFFDb\uFFFD".getBytes(StandardCharsets.UTF_8), Utf8.encode(Strings.of("a\uD800b\uDC00")));
        assertEquals(8, Utf8.byteLength(Strings.of("a\uD800b\uDC00")));
        assertEquals(4, Utf8.byteLength(Strings.of("😀")));
    }

    @Test
    void writingStopsBeforeACharacterThatDoesNotFit() {
        byte[] target = new byte[6];
        long done = Utf8.encodeInto(Strings.of("aé€😀"), Bytes.of(target));
        assertEquals(3, Utf8.read(done));
        assertEquals(6, Utf8.written(done));
        assertEquals("aé€", new String(target, StandardCharsets.UTF_8));
        done = Utf8.encodeInto(Strings.of("aé€😀"), new Bytes(target, 1, 2));
        assertEquals(1, Utf8.read(done));
        assertEquals("aa", new String(target, 0, 2, StandardCharsets.UTF_8));
    }

    @Test
    void asciiFillsWhatThereIs() {
        byte[] target = new byte[3];
        assertEquals(3, Utf8.written(Utf8.encodeInto(Strings.of("abcdef"), Bytes.of(target))));
        assertEquals("abc", new String(target, StandardCharsets.UTF_8));
    }
}
