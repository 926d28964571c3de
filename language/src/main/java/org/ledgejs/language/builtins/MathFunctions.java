package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Float16;

/** Functions of ECMA-262 §21.3.2 that java.lang.Math lacks. */
final class MathFunctions {
    private MathFunctions() { }

    static double acosh(double x) {
        if (x < 1) {
            return Double.NaN;
        }
        // Above 2^28 x*x-1 equals x*x; its root would overflow long before the result does. Near 1 only the distance is exact.
        double t = x - 1;
        return x > 0x1p28 ? Math.log(x) + Math.log(2) : x > 2 ? Math.log(x + Math.sqrt(x * x - 1)) : Math.log1p(t + Math.sqrt(2 * t + t * t));
    }

    static double asinh(double x) {
        double a = Math.abs(x);
        if (a == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
            return x;
        }
        double result = a > 0x1p28 ? Math.log(a) + Math.log(2) : Math.log1p(a + a * a / (1 + Math.sqrt(a * a + 1)));
        return Math.copySign(result, x);
    }

    static double atanh(double x) {
        return x == 0 ? x : 0.5 * (Math.log1p(x) - Math.log1p(-x));
    }

    static double log2(double x) {
        // Exact for powers of two, which a quotient of logarithms misses.
        if (x > 0 && x < Double.POSITIVE_INFINITY) {
            int exponent = Math.getExponent(x);
            if (exponent >= Double.MIN_EXPONENT && x == Math.scalb(1.0, exponent)) {
                return exponent;
            }
        }
        return Math.log(x) / Math.log(2);
    }

    static double f16round(double x) {
        return Float16.toDouble(Float16.fromDouble(x));
    }

    /** Math.round rounds halves up and keeps -0. */
    static double round(double x) {
        if (!(Math.abs(x) < 0x1p52) || x == 0) {
            return x;
        }
        double floor = Math.floor(x);
        double result = x - floor >= 0.5 ? floor + 1 : floor;
        return result == 0 && x < 0 ? -0.0 : result;
    }

    static double trunc(double x) {
        return x < 0 ? Math.ceil(x) : Math.floor(x);
    }

    /** Number::exponentiate: unlike Java, ±1 to an infinite or NaN power is NaN. */
    static double pow(double base, double exponent) {
        return Double.isNaN(exponent) || Math.abs(base) == 1 && Double.isInfinite(exponent) ? Double.NaN : Math.pow(base, exponent);
    }

    static double hypot(double[] numbers) {
        double largest = 0;
        boolean nan = false;
        for (double n : numbers) {
            if (Double.isInfinite(n)) {
                return Double.POSITIVE_INFINITY;
            }
            nan |= Double.isNaN(n);
            largest = Math.max(largest, Math.abs(n));
        }
        if (nan || largest == 0) {
            return nan ? Double.NaN : 0;
        }
        double sum = 0;
        double compensation = 0;
        for (double n : numbers) {
            double scaled = n / largest;
            double summand = scaled * scaled - compensation;
            double preliminary = sum + summand;
            compensation = preliminary - sum - summand;
            sum = preliminary;
        }
        return Math.sqrt(sum) * largest;
    }
}
