package org.ledgejs.language.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Wtf8Test {

    @ParameterizedTest
    @ValueSource(strings = {"", "ascii", "é€😀", "\ud800", "\udc00x", "\udc00\ud800", "a\ud83d", "\u0000\u007f\u0080\u07ff\u0800\uffff"})
    void bringsBackEveryString(String s) {
        byte[] bytes = Wtf8.encode(s);
        assertEquals(s, Wtf8.decode(ByteBuffer.wrap(bytes), 0, bytes.length));
    }

    @Test
    void writesPairsAsOneCodePoint() {
        assertArrayEquals(HexFormat.of().parseHex("f09f9880"), Wtf8.encode("\ud83d\ude00"));
        assertArrayEquals(HexFormat.of().parseHex("eda0bd"), Wtf8.encode("\ud83d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "c3", "c080", "e08080", "f0808080", "f4908080", "f8888080", "c320", "eda0bdedb880", "ff"})
    void refusesWhatItDoesNotWrite(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThrows(ImageException.class, () -> Wtf8.decode(ByteBuffer.wrap(bytes), 0, bytes.length));
    }
}
