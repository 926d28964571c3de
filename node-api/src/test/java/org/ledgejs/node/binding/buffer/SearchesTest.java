package org.ledgejs.node.binding.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.ledgejs.node.binding.Bytes;

class SearchesTest {

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void everySearchFindsWhatStringsFind() {
        Random random = new Random(2);
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(600);
            for (int i = 0; i < length; i++) {
                text.append((char) ('a' + random.nextInt(2)));
            }
            int start = random.nextInt(length + 1);
            String needle = text.substring(start, Math.min(length, start + random.nextInt(14)));
            int from = random.nextInt(length + 1);
            Bytes haystack = bytes(text.toString());
            assertEquals(text.indexOf(needle, from), Searches.indexOf(haystack, bytes(needle), from, true));
            assertEquals(text.lastIndexOf(needle, from), Searches.indexOf(haystack, bytes(needle), from, false));
            assertEquals(text.indexOf("b", from), Searches.indexOf(haystack, (byte) 'b', from, true));
            assertEquals(text.lastIndexOf("b", from), Searches.indexOf(haystack, (byte) 'b', from, false));
        }
    }

    @Test
    void aWindowIsNotLeft() {
        Bytes window = new Bytes("xxabcxx".getBytes(StandardCharsets.ISO_8859_1), 2, 3);
        assertEquals(-1, Searches.indexOf(window, bytes("x"), 0, true));
        assertEquals(-1, Searches.indexOf(window, (byte) 'x', 2, false));
        assertEquals(2, Searches.indexOf(window, bytes("c"), 0, true));
    }

    @Test
    void fillingRepeatsThePattern() {
        byte[] target = new byte[8];
        Searches.fill(new Bytes(target, 1, 7), bytes("abc"));
        assertEquals("\0abcabca", new String(target, StandardCharsets.ISO_8859_1));
    }

    @Test
    void bytesCompareUnsigned() {
        assertEquals(1, Searches.compare(bytes("\u00ff"), bytes("a")));
        assertEquals(-1, Searches.compare(bytes("a"), bytes("ab")));
        assertEquals(0, Searches.compare(bytes("ab"), bytes("ab")));
    }
}
