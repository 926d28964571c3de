package org.ledgejs.language.runtime;

/** IEEE 754 binary16, rounded once from a double (ties to even). */
public final class Float16 {
    private Float16() { }

    public static double toDouble(short bits) {
        return Float.float16ToFloat(bits);
    }

    /** Rounding through float would round twice: the float is made odd when inexact, which keeps the second rounding right. */
    public static short fromDouble(double value) {
        float nearest = (float) value;
        if (nearest != value && Float.isFinite(nearest)) {
            int bits = Float.floatToRawIntBits(nearest);
            boolean away = Math.abs((double) nearest) > Math.abs(value);
            int truncated = away ? bits - 1 : bits;
            nearest = Float.intBitsToFloat(truncated | 1);
        }
        return Float.floatToFloat16(nearest);
    }
}
