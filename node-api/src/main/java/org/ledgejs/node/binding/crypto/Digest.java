package org.ledgejs.node.binding.crypto;

/** A hash function under way. */
interface Digest {
    void update(byte[] bytes, int offset, int length);

    /** Ends it. */
    byte[] digest();

    /** Another one in the same state. */
    Digest copy();

    /** Bytes of what {@link #digest} gives. */
    int length();

    /** Bytes of the blocks it works on, which HMAC asks for (RFC 2104). */
    int blockLength();

    /** Whether the length of what it gives can be chosen. */
    default boolean isExtendable() {
        return false;
    }

    /** The same state with another length of its output. Only for an extendable one. */
    default Digest withLength(int length) {
        throw new UnsupportedOperationException();
    }

    default void update(byte[] bytes) {
        update(bytes, 0, bytes.length);
    }
}
