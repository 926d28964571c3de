package org.ledgejs.node.binding.crypto;

import java.util.Arrays;

/** HMAC (RFC 2104) over any hash function, with any key: the JDK's takes no empty one. */
final class Hmac implements Digest {
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5C;

    private final Digest inner;
    private final Digest outer;

    private Hmac(Digest inner, Digest outer) {
        this.inner = inner;
        this.outer = outer;
    }

    /** @param function untouched */
    static Hmac of(Digest function, byte[] key) {
        byte[] shortKey = key;
        if (key.length > function.blockLength()) {
            Digest hash = function.copy();
            hash.update(key);
            shortKey = hash.digest();
        }
        Digest inner = function.copy();
        inner.update(pad(shortKey, function.blockLength(), INNER));
        Digest outer = function.copy();
        outer.update(pad(shortKey, function.blockLength(), OUTER));
        return new Hmac(inner, outer);
    }

    private static byte[] pad(byte[] key, int length, byte value) {
        byte[] padded = Arrays.copyOf(key, length);
        for (int i = 0; i < length; i++) {
            padded[i] ^= value;
        }
        return padded;
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        inner.update(bytes, offset, length);
    }

    @Override
    public byte[] digest() {
        outer.update(inner.digest());
        return outer.digest();
    }

    @Override
    public Digest copy() {
        return new Hmac(inner.copy(), outer.copy());
    }

    @Override
    public int length() {
        return outer.length();
    }

    @Override
    public int blockLength() {
        return outer.blockLength();
    }
}
