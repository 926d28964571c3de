package org.ledgejs.node.binding.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash function of the JDK. */
final class JdkDigest implements Digest {
    private final MessageDigest digest;
    private final int blockLength;

    private JdkDigest(MessageDigest digest, int blockLength) {
        this.digest = digest;
        this.blockLength = blockLength;
    }

    /** @param name as the JDK calls it */
    static Digest of(String name, int blockLength) {
        try {
            return new JdkDigest(MessageDigest.getInstance(name), blockLength);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    @Override
    public byte[] digest() {
        return digest.digest();
    }

    @Override
    public Digest copy() {
        try {
            return new JdkDigest((MessageDigest) digest.clone(), blockLength);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int length() {
        return digest.getDigestLength();
    }

    @Override
    public int blockLength() {
        return blockLength;
    }
}
