package org.ledgejs.node.binding.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** SHAKE128 and SHAKE256 (FIPS 202 §6.2) with any length of output, which the JDK's digests do not have. */
final class Shake implements Digest {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LANES = 25;
    private static final long[] ROUND_CONSTANTS = roundConstants();
    private static final byte END = 0x1F;
    private static final byte LAST = (byte) 0x80;

    private final long[] lanes;
    private final byte[] block;
    private int filled;
    private int length;

    private Shake(long[] lanes, byte[] block, int filled, int length) {
        this.lanes = lanes;
        this.block = block;
        this.filled = filled;
        this.length = length;
    }

    /** @param bits 128 or 256 */
    static Shake of(int bits) {
        return new Shake(new long[LANES], new byte[200 - bits / 4], 0, bits / 8);
    }

    @Override
    public void update(byte[] bytes, int offset, int count) {
        int from = offset;
        int end = offset + count;
        while (from < end) {
            int taken = Math.min(end - from, block.length - filled);
            System.arraycopy(bytes, from, block, filled, taken);
            filled += taken;
            from += taken;
            if (filled == block.length) {
                absorb();
            }
        }
    }

    private void absorb() {
        for (int i = 0; i < block.length / 8; i++) {
            lanes[i] ^= (long) WORDS.get(block, i * 8);
        }
        permute(lanes);
        filled = 0;
    }

    @Override
    public byte[] digest() {
        Arrays.fill(block, filled, block.length, (byte) 0);
        block[filled] = END;
        block[block.length - 1] |= LAST;
        absorb();
        byte[] result = new byte[length];
        for (int at = 0; at < length; at += block.length) {
            if (at > 0) {
                permute(lanes);
            }
            for (int i = 0; i < block.length / 8; i++) {
                WORDS.set(block, i * 8, lanes[i]);
            }
            System.arraycopy(block, 0, result, at, Math.min(block.length, length - at));
        }
        return result;
    }

    /** Keccak-f[1600] (FIPS 202 §3). */
    private static void permute(long[] a) {
        long[] c = new long[5];
        for (long constant : ROUND_CONSTANTS) {
            for (int x = 0; x < 5; x++) {
                c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            }
            for (int x = 0; x < 5; x++) {
                long d = c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
                for (int y = 0; y < LANES; y += 5) {
                    a[x + y] ^= d;
                }
            }
            // Rho and pi: along the orbit of (1, 0).
            int x = 1;
            int y = 0;
            long current = a[1];
            for (int t = 1; t <= LANES - 1; t++) {
                int next = (2 * x + 3 * y) % 5;
                x = y;
                y = next;
                long moved = a[x + 5 * y];
                a[x + 5 * y] = Long.rotateLeft(current, t * (t + 1) / 2);
                current = moved;
            }
            for (int row = 0; row < LANES; row += 5) {
                System.arraycopy(a, row, c, 0, 5);
                for (int i = 0; i < 5; i++) {
                    a[row + i] = c[i] ^ ~c[(i + 1) % 5] & c[(i + 2) % 5];
                }
            }
            a[0] ^= constant;
        }
    }

    /** From the shift register of FIPS 202 §3.2.5. */
    private static long[] roundConstants() {
        long[] constants = new long[24];
        int register = 1;
        for (int round = 0; round < constants.length; round++) {
            for (int j = 0; j <= 6; j++) {
                if ((register & 1) != 0) {
                    constants[round] |= 1L << (1 << j) - 1;
                }
                register = register << 1 ^ (register >> 7) * 0x171;
            }
        }
        return constants;
    }

    @Override
    public Digest copy() {
        return new Shake(lanes.clone(), block.clone(), filled, length);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int blockLength() {
        return block.length;
    }

    @Override
    public boolean isExtendable() {
        return true;
    }

    @Override
    public Digest withLength(int other) {
        length = other;
        return this;
    }
}
