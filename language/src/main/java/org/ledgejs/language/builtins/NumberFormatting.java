package org.ledgejs.language.builtins;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import org.ledgejs.language.runtime.NumberText;
import org.ledgejs.language.runtime.Strings;

/** Decimal forms of finite numbers, exact: the specification rounds the number itself, not its shortest digits. */
final class NumberFormatting {
    private NumberFormatting() { }

    /** Number.prototype.toFixed; "pick the larger n" on a tie is half up in magnitude. */
    static String fixed(double x, int digits) {
        String text = new BigDecimal(Math.abs(x)).setScale(digits, RoundingMode.HALF_UP).toPlainString();
        return x < 0 ? "-" + text : text;
    }

    /** @param digits after the point, or -1 for as many as necessary */
    static String exponential(double x, int digits) {
        if (x == 0) {
            return "0" + fraction("0".repeat(Math.max(0, digits))) + "e+0";
        }
        BigDecimal value = digits < 0 ? new BigDecimal(Strings.java(NumberText.toString(Math.abs(x)))).stripTrailingZeros()
                : new BigDecimal(Math.abs(x)).round(new MathContext(digits + 1, RoundingMode.HALF_UP));
        String text = significant(value, digits < 0 ? value.precision() : digits + 1);
        return (x < 0 ? "-" : "") + text.charAt(0) + fraction(text.substring(1)) + exponent(value);
    }

    static String precision(double x, int precision) {
        if (x == 0) {
            return "0" + fraction("0".repeat(precision - 1));
        }
        BigDecimal value = new BigDecimal(Math.abs(x)).round(new MathContext(precision, RoundingMode.HALF_UP));
        String digits = significant(value, precision);
        int e = exponentOf(value);
        String sign = x < 0 ? "-" : "";
        if (e < -6 || e >= precision) {
            return sign + digits.charAt(0) + fraction(digits.substring(1)) + exponent(value);
        }
        if (e >= 0) {
            return sign + digits.substring(0, e + 1) + fraction(digits.substring(e + 1));
        }
        return sign + "0." + "0".repeat(-(e + 1)) + digits;
    }

    /** English grouping with at most three decimals: what ECMA-262 without Intl leaves open. */
    static String grouped(double x) {
        if (Double.isNaN(x)) {
            return "NaN";
        }
        if (Double.isInfinite(x)) {
            return x < 0 ? "-∞" : "∞";
        }
        BigDecimal value = new BigDecimal(Double.toString(Math.abs(x))).setScale(3, RoundingMode.HALF_EVEN).stripTrailingZeros();
        String plain = value.scale() < 0 ? value.setScale(0).toPlainString() : value.toPlainString();
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        for (int i = (point < 0 ? plain.length() : point) - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return x < 0 ? "-" + text : text.toString();
    }

    private static int exponentOf(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String significant(BigDecimal value, int count) {
        String digits = value.unscaledValue().toString();
        return digits.length() >= count ? digits.substring(0, count) : digits + "0".repeat(count - digits.length());
    }

    private static String fraction(String digits) {
        return digits.isEmpty() ? "" : "." + digits;
    }

    private static String exponent(BigDecimal value) {
        int e = exponentOf(value);
        return "e" + (e < 0 ? "-" : "+") + Math.abs(e);
    }
}
