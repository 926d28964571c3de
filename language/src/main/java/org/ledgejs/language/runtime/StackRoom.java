package org.ledgejs.language.runtime;

/**
 * Whether enough of the Java stack is left to do something about its exhaustion. Making an error and walking the stack for it call
 * deep into the JDK, which may load classes then: one that runs out of stack while it initialises is lost to the whole machine. So an
 * overflow first unwinds some functions, untouched.
 */
public final class StackRoom {
    /** So many calls of {@link #descend} take at least 100 KB, interpreted or compiled. */
    private static final int CALLS = 400;
    /** So many finalisers that run because of an overflow may overflow themselves before there has to be room for the next. */
    private static final int FUTILE = 100;

    private StackOverflowError overflow;
    /** How many functions this overflow has unwound. */
    private int unwound;
    private int overflowedFinalizers;

    /** A finaliser that ran because of an overflow overflowed itself. */
    public void finalizerOverflowed() {
        overflowedFinalizers++;
    }

    public boolean isFutile() {
        return overflowedFinalizers > FUTILE;
    }

    /** Asked by each function an overflow passes. Looking costs what a hundred functions do, so it happens ever more rarely. */
    boolean isLeft(StackOverflowError passing) {
        unwound = passing == overflow ? unwound + 1 : 1;
        overflow = passing;
        if (Integer.bitCount(unwound) != 1 || !canDescend()) {
            return false;
        }
        overflow = null;
        overflowedFinalizers = 0;
        return true;
    }

    /** For what initialises many classes. @throws StackOverflowError now, rather than half way through it */
    public static void require() {
        descend(CALLS, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24);
    }

    private static boolean canDescend() {
        try {
            require();
            return true;
        } catch (StackOverflowError none) {
            return false;
        }
    }

    /** The many parameters are read after the call: each call has to keep them on the stack. */
    private static long descend(int calls, long a, long b, long c, long d, long e, long f, long g, long h, long i, long j, long k, long l,
            long m, long n, long o, long p, long q, long r, long s, long t, long u, long v, long w, long x) {
        if (calls == 0) {
            return 1;
        }
        long below = descend(calls - 1, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, a);
        return below + (a ^ b ^ c ^ d ^ e ^ f ^ g ^ h ^ i ^ j ^ k ^ l ^ m ^ n ^ o ^ p ^ q ^ r ^ s ^ t ^ u ^ v ^ w ^ x) | 1;
    }
}
