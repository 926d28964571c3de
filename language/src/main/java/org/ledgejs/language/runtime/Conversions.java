package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

/** Type conversion (ECMA-262 §7.1), for every value; nodes of {@code ops} answer the frequent cases themselves. */
public final class Conversions {
    private static final double MAX_SAFE_INTEGER = 9007199254740991.0;
    private static final TruffleString UNDEFINED = Strings.constant("undefined");
    private static final TruffleString NULL = Strings.constant("null");
    private static final TruffleString TRUE = Strings.constant("true");
    private static final TruffleString FALSE = Strings.constant("false");
    private static final TruffleString TO_STRING = Strings.constant("toString");
    private static final TruffleString VALUE_OF = Strings.constant("valueOf");

    /** The preferred type of ToPrimitive. */
    public enum Hint {
        DEFAULT("default"), NUMBER("number"), STRING("string");

        private final TruffleString text;

        Hint(String text) {
            this.text = Strings.constant(text);
        }

        /** What a method of the program is told. */
        public TruffleString text() {
            return text;
        }
    }

    private Conversions() { }

    /** ToPrimitive (§7.1.1). */
    @TruffleBoundary
    public static Object toPrimitive(Object value, Hint hint) {
        if (!(value instanceof JSObject object)) {
            return ForeignValues.isForeign(value) ? ForeignValues.toPrimitive(value, hint) : value;
        }
        Object exotic = ObjectOperations.getMethod(object, Symbol.TO_PRIMITIVE);
        if (exotic != Undefined.INSTANCE) {
            Object result = ObjectOperations.call(exotic, object, hint.text());
            if (ObjectOperations.isObject(result)) {
                throw Errors.typeError("Cannot convert object to primitive value");
            }
            return result;
        }
        return ordinaryToPrimitive(object, hint == Hint.STRING);
    }

    /** OrdinaryToPrimitive (§7.1.1.1). */
    @TruffleBoundary
    public static Object ordinaryToPrimitive(JSObject object, boolean stringFirst) {
        for (int i = 0; i < 2; i++) {
            Object method = object.get(stringFirst == (i == 0) ? TO_STRING : VALUE_OF);
            if (ObjectOperations.isCallable(method)) {
                Object result = ObjectOperations.call(method, object);
                if (!ObjectOperations.isObject(result)) {
                    return result;
                }
            }
        }
        throw Errors.typeError("Cannot convert object to primitive value");
    }

    /** ToBoolean (§7.1.2). */
    @TruffleBoundary
    public static boolean toBoolean(Object value) {
        return switch (value) {
            case Boolean b -> b;
            case Integer i -> i != 0;
            case Double d -> d != 0 && !Double.isNaN(d);
            case TruffleString s -> !s.isEmpty();
            case BigInt b -> !b.isZero();
            case Undefined u -> false;
            case Null n -> false;
            case JSHTMLDDA h -> false;
            case JSObject o -> true;
            default -> !ForeignValues.isForeign(value) || ForeignValues.toBoolean(value);
        };
    }

    /** ToNumeric (§7.1.3): Integer, Double or BigInt. */
    @TruffleBoundary
    public static Object toNumeric(Object value) {
        Object primitive = toPrimitive(value, Hint.NUMBER);
        return primitive instanceof BigInt || primitive instanceof Integer || primitive instanceof Double ? primitive : number(toNumber(primitive));
    }

    /** ToNumber (§7.1.4). */
    @TruffleBoundary
    public static double toNumber(Object value) {
        return switch (value) {
            case Integer i -> i;
            case Double d -> d;
            case Boolean b -> b ? 1 : 0;
            case TruffleString s -> stringToNumber(s);
            case Undefined u -> Double.NaN;
            case Null n -> 0;
            case BigInt b -> throw Errors.typeError("Cannot convert a BigInt value to a number");
            case Symbol s -> throw Errors.typeError("Cannot convert a Symbol value to a number");
            default -> toNumber(toPrimitive(value, Hint.NUMBER));
        };
    }

    @TruffleBoundary
    public static double stringToNumber(TruffleString s) {
        return NumberText.parse(Strings.java(s));
    }

    /** ToIntegerOrInfinity (§7.1.5). */
    public static double toIntegerOrInfinity(Object value) {
        return value instanceof Integer i ? i : truncate(toNumber(value));
    }

    /** The integer part; 0 for NaN, never -0. */
    public static double truncate(double number) {
        if (number != number) {
            return 0;
        }
        return (number < 0 ? Math.ceil(number) : Math.floor(number)) + 0.0;
    }

    /** ToInt32 (§7.1.6). */
    public static int toInt32(Object value) {
        return value instanceof Integer i ? i : toInt32(toNumber(value));
    }

    public static int toInt32(double d) {
        int i = (int) d;
        return i == d ? i : wrapToInt(d);
    }

    /** The low 32 bits of the integer part. */
    private static int wrapToInt(double d) {
        long l = (long) d;
        if (l != Long.MAX_VALUE && l != Long.MIN_VALUE) {
            return (int) l;
        }
        long bits = Double.doubleToRawLongBits(d);
        int shift = (int) (bits >> 52 & 0x7FF) - 1075;
        if (shift >= 32) {
            return 0;
        }
        int magnitude = (int) ((bits & 0xF_FFFF_FFFF_FFFFL | 0x10_0000_0000_0000L) << shift);
        return bits < 0 ? -magnitude : magnitude;
    }

    /** ToUint32 (§7.1.7). */
    public static long toUint32(Object value) {
        return toInt32(value) & 0xFFFF_FFFFL;
    }

    /** ToLength (§7.1.20): 0 to 2<sup>53</sup>-1. */
    public static long toLength(Object value) {
        if (value instanceof Integer i) {
            return Math.max(0, i);
        }
        double length = toIntegerOrInfinity(value);
        return length <= 0 ? 0 : (long) Math.min(length, MAX_SAFE_INTEGER);
    }

    /** ToIndex (§7.1.22). @throws JSException RangeError outside 0 to 2<sup>53</sup>-1 */
    public static long toIndex(Object value) {
        return toIndex(value, "Invalid value: out of range");
    }

    @TruffleBoundary
    public static long toIndex(Object value, String message) {
        double index = value == Undefined.INSTANCE ? 0 : toIntegerOrInfinity(value);
        if (index < 0 || index > MAX_SAFE_INTEGER) {
            throw Errors.rangeError(message);
        }
        return (long) index;
    }

    /** The relative index many methods take: counted from the end when negative, held between 0 and length. */
    public static long relativeIndex(Object value, long length) {
        double relative = toIntegerOrInfinity(value);
        return relative < 0 ? (long) Math.max(length + relative, 0) : (long) Math.min(relative, length);
    }

    /** ToString (§7.1.17). */
    @TruffleBoundary
    public static TruffleString toString(Object value) {
        return switch (value) {
            case TruffleString s -> s;
            case Integer i -> NumberText.toString(i);
            case Double d -> NumberText.toString(d);
            case Boolean b -> b ? TRUE : FALSE;
            case Undefined u -> UNDEFINED;
            case Null n -> NULL;
            case BigInt b -> Strings.of(b.toString());
            case Symbol s -> throw Errors.typeError("Cannot convert a Symbol value to a string");
            default -> toString(toPrimitive(value, Hint.STRING));
        };
    }

    @TruffleBoundary
    public static String toJavaString(Object value) {
        return Strings.java(toString(value));
    }

    public static TruffleString numberToString(double value) {
        return NumberText.toString(value);
    }

    public static TruffleString numberToString(double value, int radix) {
        return NumberText.toString(value, radix);
    }

    /** ToPropertyKey (§7.1.19): a key as {@link PropertyKey} says. */
    @TruffleBoundary
    public static Object toPropertyKey(Object value) {
        return switch (value) {
            case TruffleString s -> PropertyKey.of(s);
            case Symbol s -> s;
            case Integer i when i >= 0 -> (Object) (long) i;
            case Double d when d >= 0 && d <= PropertyKey.MAX_INDEX && d == d.longValue() -> (Object) d.longValue();
            case Long index -> index;
            default -> {
                Object primitive = toPrimitive(value, Hint.STRING);
                yield primitive instanceof Symbol ? primitive : PropertyKey.of(toString(primitive));
            }
        };
    }

    /** ToObject (§7.1.18). Foreign values that are no JSObject cannot be wrapped. */
    @TruffleBoundary
    public static JSObject toObject(Realm realm, Object value) {
        return switch (value) {
            case JSObject o -> o;
            case Undefined u -> throw Errors.typeError("Cannot convert undefined or null to object");
            case Null n -> throw Errors.typeError("Cannot convert undefined or null to object");
            default -> ForeignValues.isForeign(value) ? ForeignValues.wrap(realm, value) : JSPrimitiveWrapper.create(realm, value);
        };
    }

    public static JSObject toObject(Object value) {
        return value instanceof JSObject object ? object : toObject(Realm.get(null), value);
    }

    /** ToBigInt (§7.1.13). */
    @TruffleBoundary
    public static BigInt toBigInt(Object value) {
        Object primitive = toPrimitive(value, Hint.NUMBER);
        return switch (primitive) {
            case BigInt b -> b;
            case Boolean b -> b ? BigInt.ONE : BigInt.ZERO;
            case TruffleString s -> {
                BigInt parsed = BigInt.parse(Strings.java(s));
                if (parsed == null) {
                    throw Errors.syntaxError("Cannot convert " + Strings.java(s) + " to a BigInt");
                }
                yield parsed;
            }
            default -> throw Errors.typeError("Cannot convert " + Errors.describe(primitive) + " to a BigInt");
        };
    }

    /** An Integer where the number is one (and not -0), else a Double. */
    public static Object number(double value) {
        int i = (int) value;
        if (i == value && (i != 0 || Double.doubleToRawLongBits(value) == 0)) {
            return i;
        }
        return value;
    }

    public static Object number(long value) {
        int i = (int) value;
        if (i == value) {
            return i;
        }
        return (double) value;
    }

    /**
     * CanonicalNumericIndexString (§7.1.21).
     *
     * @param key a property key
     * @return the number (a Double; -0 for "-0"), or null if the key is none's text
     */
    @TruffleBoundary
    public static Double canonicalNumericIndex(Object key) {
        if (key instanceof Long index) {
            return (double) index;
        }
        if (!(key instanceof TruffleString s) || !mayBeNumeric(s)) {
            return null;
        }
        String text = Strings.java(s);
        if (text.equals("-0")) {
            return -0.0;
        }
        double number = NumberText.parse(text);
        return Strings.java(NumberText.toString(number)).equals(text) ? (Double) number : null;
    }

    private static boolean mayBeNumeric(TruffleString s) {
        if (s.isEmpty()) {
            return false;
        }
        char c = Strings.charAt(s, 0);
        return c >= '0' && c <= '9' || c == '-' || c == 'I' || c == 'N';
    }
}
