package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions.Hint;

/** Testing and comparison (ECMA-262 §7.2, §13.5.3, §13.10.2). */
public final class Comparison {
    public static final TruffleString UNDEFINED = Strings.constant("undefined");
    public static final TruffleString OBJECT = Strings.constant("object");
    public static final TruffleString FUNCTION = Strings.constant("function");
    public static final TruffleString BOOLEAN = Strings.constant("boolean");
    public static final TruffleString NUMBER = Strings.constant("number");
    public static final TruffleString STRING = Strings.constant("string");
    public static final TruffleString SYMBOL = Strings.constant("symbol");
    public static final TruffleString BIGINT = Strings.constant("bigint");
    private static final TruffleString PROTOTYPE = Strings.constant("prototype");

    /** All that typeof gives. */
    private static final TruffleString[] TYPES = {UNDEFINED, OBJECT, FUNCTION, BOOLEAN, NUMBER, STRING, SYMBOL, BIGINT};

    private Comparison() { }

    private static boolean isNumber(Object value) {
        return value instanceof Integer || value instanceof Double;
    }

    private static double number(Object value) {
        return value instanceof Integer i ? i : (Double) value;
    }

    /** IsStrictlyEqual (§7.2.14). */
    @TruffleBoundary
    public static boolean isStrictlyEqual(Object a, Object b) {
        if (isNumber(a)) {
            return isNumber(b) && number(a) == number(b);
        }
        return sameValueNonNumber(a, b);
    }

    /** SameValue (§7.2.9). */
    @TruffleBoundary
    public static boolean sameValue(Object a, Object b) {
        if (isNumber(a)) {
            return isNumber(b) && Double.doubleToLongBits(number(a)) == Double.doubleToLongBits(number(b));
        }
        return sameValueNonNumber(a, b);
    }

    /** SameValueZero (§7.2.10). */
    @TruffleBoundary
    public static boolean sameValueZero(Object a, Object b) {
        if (isNumber(a)) {
            if (!isNumber(b)) {
                return false;
            }
            double x = number(a);
            double y = number(b);
            return x == y || x != x && y != y;
        }
        return sameValueNonNumber(a, b);
    }

    private static boolean sameValueNonNumber(Object a, Object b) {
        if (a == b) {
            return true;
        }
        return switch (a) {
            case TruffleString s -> b instanceof TruffleString t && Strings.equal(s, t);
            case Boolean x -> x.equals(b);
            case BigInt x -> x.equals(b);
            case JSObject o -> false;
            default -> ForeignValues.isForeign(a) && ForeignValues.isForeign(b) && ForeignValues.isIdentical(a, b);
        };
    }

    public static boolean isNullish(Object value) {
        return value == Undefined.INSTANCE || value == Null.INSTANCE;
    }

    /** IsLooselyEqual (§7.2.13), with what §B.3.6.2 adds. */
    @TruffleBoundary
    public static boolean isLooselyEqual(Object a, Object b) {
        if (isNumber(a) && isNumber(b) || a instanceof TruffleString && b instanceof TruffleString || a instanceof JSObject && b instanceof JSObject) {
            return isStrictlyEqual(a, b);
        }
        boolean nullA = isNullish(a) || a instanceof JSHTMLDDA || ForeignValues.isForeign(a) && ForeignValues.isNull(a);
        boolean nullB = isNullish(b) || b instanceof JSHTMLDDA || ForeignValues.isForeign(b) && ForeignValues.isNull(b);
        if (nullA || nullB) {
            return nullA && nullB;
        }
        boolean objectA = ObjectOperations.isObject(a);
        boolean objectB = ObjectOperations.isObject(b);
        if (objectA && objectB) {
            return isStrictlyEqual(a, b);
        }
        if (objectA) {
            return primitivesEqual(Conversions.toPrimitive(a, Hint.DEFAULT), b);
        }
        return primitivesEqual(a, objectB ? Conversions.toPrimitive(b, Hint.DEFAULT) : b);
    }

    private static boolean primitivesEqual(Object a, Object b) {
        if (isNullish(a) || isNullish(b)) {
            return isNullish(a) && isNullish(b);
        }
        if (a.getClass() == b.getClass() || a instanceof Symbol || b instanceof Symbol) {
            return isStrictlyEqual(a, b);
        }
        if (a instanceof BigInt x) {
            return bigIntEquals(x, b);
        }
        if (b instanceof BigInt y) {
            return bigIntEquals(y, a);
        }
        return Conversions.toNumber(a) == Conversions.toNumber(b);
    }

    private static boolean bigIntEquals(BigInt a, Object b) {
        if (b instanceof TruffleString s) {
            return a.equals(BigInt.parse(Strings.java(s)));
        }
        double number = Conversions.toNumber(b);
        return number == number && a.compareTo(number) == 0;
    }

    /** IsLessThan (§7.2.12): null where the specification says undefined. */
    @TruffleBoundary
    public static Boolean isLessThan(Object a, Object b, boolean leftFirst) {
        Object x;
        Object y;
        if (leftFirst) {
            x = Conversions.toPrimitive(a, Hint.NUMBER);
            y = Conversions.toPrimitive(b, Hint.NUMBER);
        } else {
            y = Conversions.toPrimitive(b, Hint.NUMBER);
            x = Conversions.toPrimitive(a, Hint.NUMBER);
        }
        if (x instanceof TruffleString s && y instanceof TruffleString t) {
            return s.compareCharsUTF16Uncached(t) < 0;
        }
        if (x instanceof BigInt n && y instanceof TruffleString t) {
            BigInt m = BigInt.parse(Strings.java(t));
            return m == null ? null : (Boolean) (n.compareTo(m) < 0);
        }
        if (x instanceof TruffleString s && y instanceof BigInt m) {
            BigInt n = BigInt.parse(Strings.java(s));
            return n == null ? null : (Boolean) (n.compareTo(m) < 0);
        }
        return numericLessThan(Conversions.toNumeric(x), Conversions.toNumeric(y));
    }

    private static Boolean numericLessThan(Object x, Object y) {
        if (x instanceof BigInt n) {
            if (y instanceof BigInt m) {
                return n.compareTo(m) < 0;
            }
            double d = number(y);
            return d != d ? null : (Boolean) (n.compareTo(d) < 0);
        }
        double c = number(x);
        if (y instanceof BigInt m) {
            return c != c ? null : (Boolean) (m.compareTo(c) > 0);
        }
        double d = number(y);
        return c != c || d != d ? null : (Boolean) (c < d);
    }

    /** The constant among what {@link #typeOf} gives that equals the string, or null. */
    public static TruffleString typeNamed(TruffleString name) {
        for (TruffleString type : TYPES) {
            if (Strings.equal(type, name)) {
                return type;
            }
        }
        return null;
    }

    /** The typeof operator. */
    @TruffleBoundary
    public static TruffleString typeOf(Object value) {
        return switch (value) {
            case TruffleString s -> STRING;
            case Integer i -> NUMBER;
            case Double d -> NUMBER;
            case Boolean b -> BOOLEAN;
            case Undefined u -> UNDEFINED;
            case Null n -> OBJECT;
            case Symbol s -> SYMBOL;
            case BigInt b -> BIGINT;
            case JSHTMLDDA h -> UNDEFINED;
            case JSObject o -> o.isCallable() ? FUNCTION : OBJECT;
            default -> ForeignValues.isCallable(value) || ForeignValues.isConstructor(value) ? FUNCTION : OBJECT;
        };
    }

    /** InstanceofOperator (§13.10.2). */
    @TruffleBoundary
    public static boolean instanceOf(Object value, Object target) {
        if (!(target instanceof JSObject object)) {
            if (ForeignValues.isForeign(target)) {
                return ForeignValues.isInstance(value, target);
            }
            throw Errors.typeError("Right-hand side of 'instanceof' is not an object");
        }
        Object method = ObjectOperations.getMethod(object, Symbol.HAS_INSTANCE);
        if (method != Undefined.INSTANCE) {
            return Conversions.toBoolean(ObjectOperations.call(method, object, value));
        }
        if (!object.isCallable()) {
            throw Errors.typeError("Right-hand side of 'instanceof' is not callable");
        }
        return ordinaryHasInstance(object, value);
    }

    /** OrdinaryHasInstance (§7.3.22). */
    @TruffleBoundary
    public static boolean ordinaryHasInstance(Object constructor, Object value) {
        if (!(constructor instanceof JSObject c) || !c.isCallable()) {
            return false;
        }
        if (c instanceof JSBoundFunction bound) {
            return instanceOf(value, bound.target());
        }
        if (!(value instanceof JSObject object)) {
            return false;
        }
        if (!(c.get(PROTOTYPE) instanceof JSObject prototype)) {
            throw Errors.typeError("Function has non-object prototype '" + Errors.describe(c.get(PROTOTYPE)) + "' in instanceof check");
        }
        for (JSObject o = object.getPrototypeOf(); o != null; o = o.getPrototypeOf()) {
            if (o == prototype) {
                return true;
            }
        }
        return false;
    }
}
