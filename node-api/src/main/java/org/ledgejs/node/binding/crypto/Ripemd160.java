package org.ledgejs.node.binding.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** RIPEMD-160 (Dobbertin, Bosselaers, Preneel: RIPEMD-160, a strengthened version of RIPEMD, 1996), which the JDK does not have. */
final class Ripemd160 implements Digest {
    private static final int BLOCK = 64;
    /** Which words the rounds take, and by how much they rotate: five rounds of the left line, then five of the right one. */
    private static final int[][] WORDS = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {7, 4, 13, 1, 10, 6, 15, 3, 12, 0, 9, 5, 2, 14, 11, 8},
        {3, 10, 14, 4, 9, 15, 8, 1, 2, 7, 0, 6, 13, 11, 5, 12},
        {1, 9, 11, 10, 0, 8, 12, 4, 13, 3, 7, 15, 14, 5, 6, 2},
        {4, 0, 5, 9, 7, 12, 2, 10, 14, 1, 3, 8, 11, 6, 15, 13},
        {5, 14, 7, 0, 9, 2, 11, 4, 13, 6, 15, 8, 1, 10, 3, 12},
        {6, 11, 3, 7, 0, 13, 5, 10, 14, 15, 8, 12, 4, 9, 1, 2},
        {15, 5, 1, 3, 7, 14, 6, 9, 11, 8, 12, 2, 10, 0, 4, 13},
        {8, 6, 4, 1, 3, 11, 15, 0, 5, 12, 2, 13, 9, 7, 10, 14},
        {12, 15, 10, 4, 1, 5, 8, 7, 6, 2, 13, 14, 0, 3, 9, 11},
    };
    private static final int[][] ROTATIONS = {
        {11, 14, 15, 12, 5, 8, 7, 9, 11, 13, 14, 15, 6, 7, 9, 8},
        {7, 6, 8, 13, 11, 9, 7, 15, 7, 12, 15, 9, 11, 7, 13, 12},
        {11, 13, 6, 7, 14, 9, 13, 15, 14, 8, 13, 6, 5, 12, 7, 5},
        {11, 12, 14, 15, 14, 15, 9, 8, 9, 14, 5, 6, 8, 6, 5, 12},
        {9, 15, 5, 11, 6, 8, 13, 12, 5, 12, 13, 14, 11, 8, 5, 6},
        {8, 9, 9, 11, 13, 15, 15, 5, 7, 7, 8, 11, 14, 14, 12, 6},
        {9, 13, 15, 7, 12, 8, 9, 11, 7, 7, 12, 7, 6, 15, 13, 11},
        {9, 7, 15, 11, 8, 6, 6, 14, 12, 13, 5, 14, 13, 13, 7, 5},
        {15, 5, 8, 11, 14, 14, 6, 14, 6, 9, 12, 9, 12, 5, 15, 8},
        {8, 5, 12, 9, 12, 5, 14, 6, 8, 13, 6, 5, 15, 13, 11, 11},
    };
    /** Left rounds, then right ones. */
    private static final int[] CONSTANTS = {0, 0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xA953FD4E, 0x50A28BE6, 0x5C4DD124, 0x6D703EF3, 0x7A6D76E9, 0};

    private final int[] state;
    private final byte[] block;
    private int filled;
    private long total;

    Ripemd160() {
        this(new int[] {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0}, new byte[BLOCK], 0, 0);
    }

    private Ripemd160(int[] state, byte[] block, int filled, long total) {
        this.state = state;
        this.block = block;
        this.filled = filled;
        this.total = total;
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            int taken = Math.min(end - from, BLOCK - filled);
            System.arraycopy(bytes, from, block, filled, taken);
            filled += taken;
            from += taken;
            if (filled == BLOCK) {
                compress();
                filled = 0;
            }
        }
        total += length;
    }

    private void compress() {
        int[] words = new int[16];
        ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words);
        int[] left = line(words, 0);
        int[] right = line(words, 5);
        int first = state[1] + left[2] + right[3];
        state[1] = state[2] + left[3] + right[4];
        state[2] = state[3] + left[4] + right[0];
        state[3] = state[4] + left[0] + right[1];
        state[4] = state[0] + left[1] + right[2];
        state[0] = first;
    }

    /** One of the two parallel lines of five rounds; the right one has the functions in reverse order. */
    private int[] line(int[] words, int tables) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        for (int round = 0; round < 5; round++) {
            int[] order = WORDS[tables + round];
            int[] rotation = ROTATIONS[tables + round];
            for (int j = 0; j < 16; j++) {
                int sum = a + mix(tables == 0 ? round : 4 - round, b, c, d) + words[order[j]] + CONSTANTS[tables + round];
                int next = Integer.rotateLeft(sum, rotation[j]) + e;
                a = e;
                e = d;
                d = Integer.rotateLeft(c, 10);
                c = b;
                b = next;
            }
        }
        return new int[] {a, b, c, d, e};
    }

    private static int mix(int function, int x, int y, int z) {
        return switch (function) {
            case 0 -> x ^ y ^ z;
            case 1 -> x & y | ~x & z;
            case 2 -> (x | ~y) ^ z;
            case 3 -> x & z | y & ~z;
            default -> x ^ (y | ~z);
        };
    }

    @Override
    public byte[] digest() {
        long bits = total * 8;
        byte[] padding = new byte[(filled < BLOCK - 8 ? BLOCK : 2 * BLOCK) - filled];
        padding[0] = (byte) 0x80;
        ByteBuffer.wrap(padding).order(ByteOrder.LITTLE_ENDIAN).putLong(padding.length - 8, bits);
        update(padding);
        ByteBuffer result = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : state) {
            result.putInt(word);
        }
        return result.array();
    }

    @Override
    public Digest copy() {
        return new Ripemd160(state.clone(), block.clone(), filled, total);
    }

    @Override
    public int length() {
        return 20;
    }

    @Override
    public int blockLength() {
        return BLOCK;
    }
}
