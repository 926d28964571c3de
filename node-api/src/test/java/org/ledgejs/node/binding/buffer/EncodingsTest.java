package org.ledgejs.node.binding.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.binding.Bytes;

class EncodingsTest {

    private static Bytes hex(String hex) {
        return Bytes.of(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @CsvSource({"utf8, é, c3a9", "latin1, é€, e9ac", "ascii, é, e9", "ucs2, aé, 6100e900", "hex, abCDef1, abcdef", "hex, abxy12, ab", "base64, aGk=, 6869",
        "base64, aGk, 6869", "base64, 'a G\nk', 6869", "base64, _-8, ffef", "base64, aGk=aGk=, 6869", "base64url, _-8, ffef"})
    void stringsBecomeBytes(String encoding, String text, String bytes) {
        assertEquals(bytes, HexFormat.of().formatHex(Encodings.encode(encoding, Strings.of(text))));
    }

    @Test
    void bytesBecomeStrings() {
        assertEquals("\u0080é", Encodings.latin1(hex("80e9")).toString());
        assertEquals("\0i", Encodings.ascii(hex("80e9")).toString());
        assertEquals("aé", Encodings.ucs2(hex("6100e900ff")).toString());
        assertEquals("80e9", Encodings.hex(hex("80e9")).toString());
        assertEquals("/+8=", Encodings.base64(hex("ffef"), false).toString());
        assertEquals("_-8", Encodings.base64(hex("ffef"), true).toString());
    }

    @Test
    void writersKeepWithinTheirWindow() {
        byte[] target = new byte[6];
        Bytes window = new Bytes(target, 2, 3);
        assertEquals(3, Encodings.writeLatin1(Strings.of("abcdef"), window));
        assertEquals(2, Encodings.writeUcs2(Strings.of("xyz"), window));
        assertEquals(3, Encodings.writeBase64(Strings.of("QUJDREVG"), window));
        assertEquals(3, Encodings.writeHex(Strings.of("6162636465"), window));
        assertEquals("\0\0abc\0", new String(target, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, 8081e9, €\u0081é", "iso-8859-2, a1, Ą", "koi8-r, c1, а", "utf-16le, 4100, A", "utf-16be, 0041, A", "utf-16le, 3dd800de, 😀",
        "utf-16le, 00d84100, \uFFFDA", "utf-16le, 410042, A\uFFFD", "shift_jis, 82a0, あ", "euc-jp, a4a2, あ", "gbk, c4e3, 你", "big5, a741, 你", "euc-kr, b0a1, 가",
        "x-user-defined, 4180, A\uF780", "windows-1253, aa41, \uFFFDA"})
    void legacyEncodingsDecode(String encoding, String bytes, String text) {
        assertEquals(text, LegacyEncodings.decode(hex(bytes), encoding, false));
    }

    @Test
    void anUnknownEncodingIsNoText() {
        assertNull(LegacyEncodings.decode(hex("41"), "no-such", false));
        assertNull(LegacyEncodings.decode(hex("41"), "not a name!", false));
    }
}
