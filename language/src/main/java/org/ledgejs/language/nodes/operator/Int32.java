package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** ToInt32 of a double (ECMA-262 §7.1.6). */
final class Int32 {
    private Int32() { }

    static int of(double value) {
        int truncated = (int) value;
        return truncated == value ? truncated : wrap(value);
    }

    private static int wrap(double value) {
        long truncated = (long) value;
        if (truncated != Long.MIN_VALUE && truncated != Long.MAX_VALUE) {
            return (int) truncated;
        }
        return wrapHuge(value);
    }

    /** Beyond a long: the low 32 bits of the mantissa shifted to its place. */
    @TruffleBoundary
    private static int wrapHuge(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return 0;
        }
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52 & 0x7FF) - 1075;
        long mantissa = bits & 0xF_FFFF_FFFF_FFFFL | 0x10_0000_0000_0000L;
        int low = exponent >= 32 ? 0 : (int) (mantissa << exponent);
        return value < 0 ? -low : low;
    }
}
