package org.ledgejs.node.binding.zlib;

/** What is left of a stretch of bytes that is being read or written. */
final class Piece {
    final byte[] array;
    private int offset;
    private int remaining;

    Piece(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.remaining = length;
    }

    int offset() {
        return offset;
    }

    int remaining() {
        return remaining;
    }

    boolean isEmpty() {
        return remaining == 0;
    }

    void skip(int count) {
        offset += count;
        remaining -= count;
    }

    int peek() {
        return array[offset] & 0xFF;
    }

    int next() {
        remaining--;
        return array[offset++] & 0xFF;
    }

    /** Writes as many of these bytes as there is room for. @return how many */
    int put(byte[] bytes, int from, int length) {
        int count = Math.min(length, remaining);
        System.arraycopy(bytes, from, array, offset, count);
        skip(count);
        return count;
    }
}
