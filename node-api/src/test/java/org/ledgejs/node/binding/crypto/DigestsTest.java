package org.ledgejs.node.binding.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

/** Test vectors of the functions the JDK does not have. */
class DigestsTest {

    private static String hex(Digest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void ripemd160() {
        assertEquals("8eb208f7e05d987a9b044a8e98c6b087f15a0bfc", hex(Digests.create("ripemd160"), "abc"));
        assertEquals("52783243c1697bdbe16d37f97f68f08325dc1528", hex(Digests.create("RMD160"), "a".repeat(1_000_000)));
    }

    @Test
    void shakeOfAnyLength() {
        assertEquals("7f9c2ba4e88f827d616045507605853e", hex(Digests.create("shake128"), ""));
        assertEquals("46b9dd2b0ba8", hex(Digests.create("shake256").withLength(6), ""));
    }

    @Test
    void hmacWithEmptyAndLongKeys() {
        assertEquals("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad", hex(Hmac.of(Digests.create("sha256"), new byte[0]), ""));
        byte[] key = new byte[131];
        Arrays.fill(key, (byte) 0xAA);
        assertEquals("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
                hex(Hmac.of(Digests.create("sha256"), key), "Test Using Larger Than Block-Size Key - Hash Key First"));
    }

    /** RFC 7914 §12. */
    @Test
    void scrypt() {
        assertEquals("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906",
                HexFormat.of().formatHex(KeyDerivation.scrypt(new byte[0], new byte[0], 16, 1, 1, 64)));
    }
}
