package org.ledgejs.node.binding.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Keys from passwords and other keys: PBKDF2 (RFC 8018 §5.2), scrypt (RFC 7914), HKDF (RFC 5869). */
final class KeyDerivation {
    private KeyDerivation() { }

    static byte[] pbkdf2(Digest function, byte[] password, byte[] salt, int iterations, int length) {
        Hmac keyed = Hmac.of(function, password);
        byte[] result = new byte[length];
        int size = keyed.length();
        for (int block = 1, at = 0; at < length; block++, at += size) {
            Digest first = keyed.copy();
            first.update(salt);
            first.update(ByteBuffer.allocate(4).putInt(block).array());
            byte[] sum = first.digest();
            byte[] last = sum.clone();
            for (int i = 1; i < iterations; i++) {
                Digest next = keyed.copy();
                next.update(last);
                last = next.digest();
                for (int j = 0; j < size; j++) {
                    sum[j] ^= last[j];
                }
                if ((i & 0xFFF) == 0 && Thread.interrupted()) {
                    throw new IllegalStateException("interrupted");
                }
            }
            System.arraycopy(sum, 0, result, at, Math.min(size, length - at));
        }
        return result;
    }

    static byte[] hkdf(Digest function, byte[] key, byte[] salt, byte[] info, int length) {
        Digest extract = Hmac.of(function, salt);
        extract.update(key);
        Hmac expand = Hmac.of(function, extract.digest());
        byte[] result = new byte[length];
        byte[] previous = {};
        int size = expand.length();
        for (int at = 0, counter = 1; at < length; at += size, counter++) {
            Digest block = expand.copy();
            block.update(previous);
            block.update(info);
            block.update(new byte[] {(byte) counter});
            previous = block.digest();
            System.arraycopy(previous, 0, result, at, Math.min(size, length - at));
        }
        return result;
    }

    /** @param cost N, a power of two @param blockSize r @param parallel p */
    static byte[] scrypt(byte[] password, byte[] salt, int cost, int blockSize, int parallel, int length) {
        Digest sha256 = Digests.create("sha256");
        int lane = 128 * blockSize;
        byte[] blocks = pbkdf2(sha256, password, salt, 1, parallel * lane);
        Mixer mixer = new Mixer(cost, blockSize);
        for (int i = 0; i < parallel; i++) {
            mixer.mix(ByteBuffer.wrap(blocks, i * lane, lane).slice().order(ByteOrder.LITTLE_ENDIAN));
        }
        return pbkdf2(sha256, password, blocks, 1, length);
    }

    /** scryptROMix (RFC 7914 §5) on blocks of 32-bit words. */
    private static final class Mixer {
        private final int cost;
        private final int words;
        private final int[][] memory;
        private final int[] scratch = new int[16];

        Mixer(int cost, int blockSize) {
            this.cost = cost;
            this.words = 32 * blockSize;
            this.memory = new int[cost][words];
        }

        void mix(ByteBuffer block) {
            int[] x = new int[words];
            int[] y = new int[words];
            block.asIntBuffer().get(x);
            for (int i = 0; i < cost; i++) {
                System.arraycopy(x, 0, memory[i], 0, words);
                blockMix(x, y);
                int[] swap = x;
                x = y;
                y = swap;
            }
            for (int i = 0; i < cost; i++) {
                int[] chosen = memory[x[words - 16] & cost - 1];
                for (int j = 0; j < words; j++) {
                    x[j] ^= chosen[j];
                }
                blockMix(x, y);
                int[] swap = x;
                x = y;
                y = swap;
            }
            block.asIntBuffer().put(x);
        }

        private void blockMix(int[] from, int[] to) {
            int[] x = scratch;
            System.arraycopy(from, words - 16, x, 0, 16);
            for (int i = 0; i < words / 16; i++) {
                for (int j = 0; j < 16; j++) {
                    x[j] ^= from[16 * i + j];
                }
                salsa(x);
                System.arraycopy(x, 0, to, (i % 2 == 0 ? i / 2 : (words / 16 + i) / 2) * 16, 16);
            }
        }

        /** Salsa20/8 (RFC 7914 §3): four double rounds, columns and rows. */
        private static void salsa(int[] block) {
            int[] x = block.clone();
            for (int i = 0; i < 4; i++) {
                quarter(x, 0, 4, 8, 12);
                quarter(x, 5, 9, 13, 1);
                quarter(x, 10, 14, 2, 6);
                quarter(x, 15, 3, 7, 11);
                quarter(x, 0, 1, 2, 3);
                quarter(x, 5, 6, 7, 4);
                quarter(x, 10, 11, 8, 9);
                quarter(x, 15, 12, 13, 14);
            }
            for (int i = 0; i < 16; i++) {
                block[i] += x[i];
            }
        }

        private static void quarter(int[] x, int a, int b, int c, int d) {
            x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
            x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
            x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
            x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
        }
    }
}
