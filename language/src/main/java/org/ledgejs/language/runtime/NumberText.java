package org.ledgejs.language.runtime;

import java.math.BigInteger;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

/** Numbers as text and back (ECMA-262 §6.1.6.1.20, §7.1.4.1), exactly. */
public final class NumberText {
    private static final TruffleString NAN = Strings.constant("NaN");
    private static final TruffleString INFINITY = Strings.constant("Infinity");
    private static final TruffleString NEGATIVE_INFINITY = Strings.constant("-Infinity");
    private static final TruffleString[] SMALL = new TruffleString[1000];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = Strings.constant(Integer.toString(i));
        }
    }

    private NumberText() { }

    /** Number::toString of an int, radix 10. */
    @TruffleBoundary
    public static TruffleString toString(int value) {
        return value >= 0 && value < SMALL.length ? SMALL[value] : Strings.of(Integer.toString(value));
    }

    /** Number::toString, radix 10. */
    @TruffleBoundary
    public static TruffleString toString(double value) {
        if (value != value) {
            return NAN;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? INFINITY : NEGATIVE_INFINITY;
        }
        if (value == (int) value) {
            return toString((int) value);
        }
        if (Math.abs(value) < 1e15 && value == (long) value) {
            return Strings.of(Long.toString((long) value));
        }
        return Strings.of(format(value));
    }

    /** The shortest digits, which Double.toString finds since JDK 19, laid out as ECMA-262 wants them. */
    private static String format(double value) {
        String java = Double.toString(Math.abs(value));
        int e = java.indexOf('E');
        int exponent = e < 0 ? 0 : Integer.parseInt(java.substring(e + 1));
        String mantissa = e < 0 ? java : java.substring(0, e);
        int dot = mantissa.indexOf('.');
        String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
        int point = dot + exponent;
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        int last = digits.length();
        while (last > first + 1 && digits.charAt(last - 1) == '0') {
            last--;
        }
        String significant = digits.substring(first, last);
        StringBuilder out = new StringBuilder(26);
        if (value < 0) {
            out.append('-');
        }
        return layOut(out, last - first == 2 ? shortened(significant, point - first, Math.abs(value)) : significant, point - first).toString();
    }

    /** Double.toString never looks for fewer than two digits; one is enough for some of the smallest numbers. */
    private static String shortened(String two, int point, double value) {
        int first = two.charAt(0) - '0';
        int rounded = two.charAt(1) >= '5' ? first + 1 : first;
        if (rounded <= 9 && Double.parseDouble(rounded + "e" + (point - 1)) == value) {
            return Integer.toString(rounded);
        }
        return two;
    }

    /** @param n where the decimal point stands: the value is 0.digits × 10<sup>n</sup> */
    private static StringBuilder layOut(StringBuilder out, String digits, int n) {
        int k = digits.length();
        if (k <= n && n <= 21) {
            return out.append(digits).repeat('0', n - k);
        }
        if (0 < n && n <= 21) {
            return out.append(digits, 0, n).append('.').append(digits, n, k);
        }
        if (-6 < n && n <= 0) {
            return out.append("0.").repeat('0', -n).append(digits);
        }
        out.append(digits.charAt(0));
        if (k > 1) {
            out.append('.').append(digits, 1, k);
        }
        return out.append('e').append(n > 0 ? '+' : '-').append(Math.abs(n - 1));
    }

    /** Number::toString in a radix from 2 to 36; fractions to the precision of the number. */
    @TruffleBoundary
    public static TruffleString toString(double value, int radix) {
        if (radix == 10 || value != value || Double.isInfinite(value)) {
            return toString(value);
        }
        double magnitude = Math.abs(value);
        double whole = Math.floor(magnitude);
        String text = wholeDigits(whole, radix) ;
        double fraction = magnitude - whole;
        // Half the distance to the next number: digits below it say nothing.
        double delta = Math.max(0.5 * (Math.nextUp(magnitude) - magnitude), Double.MIN_VALUE);
        if (fraction >= delta) {
            text = withFraction(text, whole, fraction, delta, radix);
        }
        return Strings.of(value < 0 ? "-" + text : text);
    }

    private static String wholeDigits(double whole, int radix) {
        return whole < 9.007199254740992E15 ? Long.toString((long) whole, radix) : trimmedInteger(whole, radix);
    }

    /** A number with an ulp above 1: digits that the precision does not reach are zeros. */
    private static String trimmedInteger(double whole, int radix) {
        double rest = whole;
        int zeros = 0;
        while (Math.getExponent(rest / radix) >= 53) {
            rest /= radix;
            zeros++;
        }
        StringBuilder out = new StringBuilder();
        out.append(digitsOf(Math.floor(rest), radix)).repeat('0', zeros);
        return out.toString();
    }

    private static String digitsOf(double integer, int radix) {
        StringBuilder out = new StringBuilder();
        double rest = integer;
        do {
            double remainder = rest % radix;
            out.append(Character.forDigit((int) remainder, radix));
            rest = (rest - remainder) / radix;
        } while (rest > 0);
        return out.reverse().toString();
    }

    private static String withFraction(String whole, double wholeValue, double start, double startDelta, int radix) {
        StringBuilder out = new StringBuilder();
        double fraction = start;
        double delta = startDelta;
        do {
            fraction *= radix;
            delta *= radix;
            int digit = (int) fraction;
            out.append(Character.forDigit(digit, radix));
            fraction -= digit;
            if ((fraction > 0.5 || fraction == 0.5 && (digit & 1) == 1) && fraction + delta > 1) {
                if (roundUp(out, radix)) {
                    return wholeDigits(wholeValue + 1, radix);
                }
                break;
            }
        } while (fraction >= delta);
        return whole + "." + out;
    }

    /** Adds one to the last digit. @return whether it carried into the whole part */
    private static boolean roundUp(StringBuilder digits, int radix) {
        while (!digits.isEmpty()) {
            int last = Character.digit(digits.charAt(digits.length() - 1), radix) + 1;
            digits.setLength(digits.length() - 1);
            if (last < radix) {
                digits.append(Character.forDigit(last, radix));
                return false;
            }
        }
        return true;
    }

    /** WhiteSpace or LineTerminator (§12.2, §12.3). */
    public static boolean isSpace(char c) {
        return switch (c) {
            case ' ', '\t', '\n', '\u000B', '\f', '\r', '\u00A0', '\uFEFF', '\u2028', '\u2029' -> true;
            default -> c >= 0x1680 && Character.getType(c) == Character.SPACE_SEPARATOR;
        };
    }

    /** The string without leading and trailing white space. */
    public static String trim(String s) {
        int start = 0;
        int end = s.length();
        while (start < end && isSpace(s.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(s.charAt(end - 1))) {
            end--;
        }
        return s.substring(start, end);
    }

    /** StringToNumber (§7.1.4.1.1): NaN if it is no StringNumericLiteral. */
    @TruffleBoundary
    public static double parse(String string) {
        String s = trim(string);
        if (s.isEmpty()) {
            return 0;
        }
        char first = s.charAt(0);
        if (first == '0' && s.length() > 2) {
            int radix = radixOf(s.charAt(1));
            if (radix != 0) {
                return parseDigits(s, 2, radix);
            }
        }
        int digits = first == '+' || first == '-' ? 1 : 0;
        if (s.startsWith("Infinity", digits) && s.length() == digits + 8) {
            return first == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return decimalEnd(s, digits) == s.length() ? Double.parseDouble(s) : Double.NaN;
    }

    static int radixOf(char c) {
        return switch (c) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    private static double parseDigits(String s, int from, int radix) {
        for (int i = from; i < s.length(); i++) {
            if (digit(s.charAt(i), radix) < 0) {
                return Double.NaN;
            }
        }
        return new BigInteger(s.substring(from), radix).doubleValue();
    }

    static int digit(char c, int radix) {
        return c < 128 ? Character.digit(c, radix) : -1;
    }

    /** Where the StrUnsignedDecimalLiteral that starts here ends (its longest prefix), or -1 if there is none. */
    public static int decimalEnd(String s, int start) {
        int i = digitsEnd(s, start);
        int count = i - start;
        if (i < s.length() && s.charAt(i) == '.') {
            int end = digitsEnd(s, i + 1);
            count += end - i - 1;
            if (count == 0) {
                return -1;
            }
            i = end;
        }
        if (count == 0) {
            return -1;
        }
        if (i < s.length() && (s.charAt(i) == 'e' || s.charAt(i) == 'E')) {
            int exponent = i + 1;
            if (exponent < s.length() && (s.charAt(exponent) == '+' || s.charAt(exponent) == '-')) {
                exponent++;
            }
            int end = digitsEnd(s, exponent);
            if (end > exponent) {
                i = end;
            }
        }
        return i;
    }

    private static int digitsEnd(String s, int start) {
        int i = start;
        while (i < s.length() && s.charAt(i) >= '0' && s.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
