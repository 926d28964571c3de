package org.ledgejs.node.binding.crypto;

/** Two hash functions of the same text, one result behind the other: TLS 1.0's MD5 and SHA-1. */
record TwoDigests(Digest first, Digest second) implements Digest {

    @Override
    public void update(byte[] bytes, int offset, int length) {
        first.update(bytes, offset, length);
        second.update(bytes, offset, length);
    }

    @Override
    public byte[] digest() {
        byte[] result = new byte[length()];
        System.arraycopy(first.digest(), 0, result, 0, first.length());
        System.arraycopy(second.digest(), 0, result, first.length(), second.length());
        return result;
    }

    @Override
    public Digest copy() {
        return new TwoDigests(first.copy(), second.copy());
    }

    @Override
    public int length() {
        return first.length() + second.length();
    }

    @Override
    public int blockLength() {
        return first.blockLength();
    }
}
