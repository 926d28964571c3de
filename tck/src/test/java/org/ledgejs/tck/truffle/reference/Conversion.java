package org.ledgejs.tck.truffle.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.regex.Pattern;

import org.graalvm.polyglot.Value;

import org.ledgejs.tck.truffle.reference.Operand.Kind;

/** Type conversion (ECMA-262 §7.1), from the specification. Methods of objects are called as members, from outside. */
public final class Conversion {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
    private static final double TWO_32 = 0x1p32;

    /** What an object is asked for. */
    public enum Hint {
        DEFAULT, NUMBER, STRING
    }

    private Conversion() { }

    /** ToPrimitive (§7.1.1). */
    public static Operand toPrimitive(Operand x, Hint hint) {
        if (!x.isObject()) {
            return x;
        }
        Value object = x.object();
        return object.isHostObject() || object.isProxyObject() || !object.hasMembers() ? foreignPrimitive(object, hint) : ordinaryPrimitive(object, hint);
    }

    /** Numbers and points in time are numbers; all else that comes from outside is its text. */
    private static Operand foreignPrimitive(Value object, Hint hint) {
        if (object.isNumber()) {
            return object.fitsInDouble() ? Operand.of(object.asDouble()) : Operand.of(object.asBigInteger());
        }
        if (hint != Hint.STRING && object.isInstant()) {
            return Operand.of(object.asInstant().toEpochMilli());
        }
        return Operand.of(object.toString());
    }

    /** OrdinaryToPrimitive (§7.1.1.1). An object with a method for Symbol.toPrimitive has it as the member toPrimitive, too. */
    private static Operand ordinaryPrimitive(Value object, Hint hint) {
        if (object.canInvokeMember("toPrimitive")) {
            return Operand.of(object.invokeMember("toPrimitive", hint.name().toLowerCase()));
        }
        boolean stringFirst = hint == Hint.STRING && !isInstance(object, "Symbol") || hint == Hint.DEFAULT && isInstance(object, "Date");
        for (String method : stringFirst ? new String[] {"toString", "valueOf"} : new String[] {"valueOf", "toString"}) {
            if (object.canInvokeMember(method)) {
                Operand result = Operand.of(object.invokeMember(method));
                if (!result.isObject()) {
                    return result;
                }
            }
        }
        throw Refusal.typeError();
    }

    /** Of the two constructors whose instances convert in a way of their own. */
    private static boolean isInstance(Value object, String constructor) {
        return object.getMetaObject() != null && object.getMetaObject().getMetaSimpleName().equals(constructor);
    }

    /** RequireObjectCoercible (§7.2.1). */
    public static void requireCoercible(Operand x) {
        if (x.isNullish()) {
            throw Refusal.typeError();
        }
    }

    /** ToBoolean (§7.1.2). */
    public static boolean toBoolean(Operand x) {
        return switch (x.kind()) {
            case UNDEFINED, NULL -> false;
            case BOOLEAN -> (Boolean) x.value();
            case NUMBER -> x.number() != 0 && !Double.isNaN(x.number());
            case BIGINT -> x.bigint().signum() != 0;
            case STRING -> !x.string().isEmpty();
            case SYMBOL, OBJECT -> true;
        };
    }

    /** ToNumeric (§7.1.3). */
    public static Operand toNumeric(Operand x) {
        Operand primitive = toPrimitive(x, Hint.NUMBER);
        return primitive.kind() == Kind.BIGINT ? primitive : Operand.of(toNumber(primitive));
    }

    /** ToNumber (§7.1.4). */
    public static double toNumber(Operand x) {
        return switch (x.kind()) {
            case UNDEFINED -> Double.NaN;
            case NULL -> 0;
            case BOOLEAN -> (Boolean) x.value() ? 1 : 0;
            case NUMBER -> x.number();
            case STRING -> stringToNumber(x.string());
            case SYMBOL, BIGINT -> throw Refusal.typeError();
            case OBJECT -> toNumber(toPrimitive(x, Hint.NUMBER));
        };
    }

    /** StringToNumber (§7.1.4.1.1). */
    private static double stringToNumber(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return 0;
        }
        return switch (trimmed) {
            case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> DECIMAL.matcher(trimmed).matches() ? Double.parseDouble(trimmed) : Double.NaN;
        };
    }

    /** StringToBigInt (§7.1.14): null where the text is none. */
    public static BigInteger stringToBigInt(String text) {
        String trimmed = text.strip();
        return trimmed.isEmpty() ? BigInteger.ZERO : INTEGER.matcher(trimmed).matches() ? new BigInteger(trimmed) : null;
    }

    /** ToInt32 (§7.1.6). */
    public static int toInt32(double number) {
        if (!Double.isFinite(number)) {
            return 0;
        }
        double modulo = (number < 0 ? Math.ceil(number) : Math.floor(number)) % TWO_32;
        return (int) (long) modulo;
    }

    /** ToString (§7.1.17). */
    public static String toString(Operand x) {
        return switch (x.kind()) {
            case UNDEFINED -> "undefined";
            case NULL -> "null";
            case BOOLEAN, STRING, BIGINT -> x.value().toString();
            case NUMBER -> numberToString(x.number());
            case SYMBOL -> throw Refusal.typeError();
            case OBJECT -> toString(toPrimitive(x, Hint.STRING));
        };
    }

    /** The shortest decimal that reads as the number; Java's has two digits at least. */
    private static BigDecimal shortest(double number) {
        BigDecimal oneDigit = new BigDecimal(number).round(new MathContext(1));
        return oneDigit.doubleValue() == number ? oneDigit.stripTrailingZeros() : new BigDecimal(Double.toString(number)).stripTrailingZeros();
    }

    /** Number::toString (§6.1.6.1.20) for radix 10. */
    static String numberToString(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (number == 0) {
            return "0";
        }
        if (number < 0) {
            return "-" + numberToString(-number);
        }
        if (Double.isInfinite(number)) {
            return "Infinity";
        }
        BigDecimal decimal = shortest(number);
        String digits = decimal.unscaledValue().toString();
        int k = digits.length();
        int n = k - decimal.scale();
        if (k <= n && n <= 21) {
            return digits + "0".repeat(n - k);
        }
        if (0 < n && n <= 21) {
            return digits.substring(0, n) + "." + digits.substring(n);
        }
        if (-6 < n && n <= 0) {
            return "0." + "0".repeat(-n) + digits;
        }
        String exponent = "e" + (n > 0 ? "+" : "-") + Math.abs(n - 1);
        return k == 1 ? digits + exponent : digits.charAt(0) + "." + digits.substring(1) + exponent;
    }
}
