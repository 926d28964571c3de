package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.ops.SlowPath;
import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.Strings;

/** The operators on any values (ECMA-262 §13.15.3): what nodes do not specialise on. */
final class Numerics {

    enum Operator { SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, EXPONENTIATE, AND, OR, XOR, LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT }

    private Numerics() { }

    @TruffleBoundary
    static Object add(Object left, Object right, Node location) {
        Node outer = SlowPath.enter(location);
        try {
            Object a = Conversions.toPrimitive(left, Conversions.Hint.DEFAULT);
            Object b = Conversions.toPrimitive(right, Conversions.Hint.DEFAULT);
            if (a instanceof TruffleString || b instanceof TruffleString) {
                TruffleString first = Conversions.toString(a);
                return concat(first, Conversions.toString(b), location);
            }
            Object x = Conversions.toNumeric(a);
            Object y = Conversions.toNumeric(b);
            if (x instanceof BigInt m && y instanceof BigInt n) {
                return m.add(n);
            }
            requireNumbers(x, y, location);
            return Conversions.number(number(x) + number(y));
        } finally {
            SlowPath.leave(outer);
        }
    }

    @TruffleBoundary
    static Object concat(TruffleString a, TruffleString b, Node location) {
        checkLength(a, b, location);
        return Strings.concat(a, b);
    }

    static void checkLength(TruffleString a, TruffleString b, Node location) {
        if ((long) Strings.length(a) + Strings.length(b) > Strings.MAX_LENGTH) {
            throw tooLong(location);
        }
    }

    @TruffleBoundary
    private static JSException tooLong(Node location) {
        return Errors.rangeError("Invalid string length", location);
    }

    @TruffleBoundary
    static Object apply(Operator operator, Object left, Object right, Node location) {
        Node outer = SlowPath.enter(location);
        try {
            Object x = Conversions.toNumeric(left);
            Object y = Conversions.toNumeric(right);
            if (x instanceof BigInt a && y instanceof BigInt b) {
                return apply(operator, a, b, location);
            }
            requireNumbers(x, y, location);
            return apply(operator, number(x), number(y));
        } finally {
            SlowPath.leave(outer);
        }
    }

    private static void requireNumbers(Object x, Object y, Node location) {
        if (x instanceof BigInt || y instanceof BigInt) {
            throw Errors.typeError("Cannot mix BigInt and other types, use explicit conversions", location);
        }
    }

    private static double number(Object numeric) {
        return ((Number) numeric).doubleValue();
    }

    @TruffleBoundary
    static BigInt apply(Operator operator, BigInt a, BigInt b, Node location) {
        Node outer = SlowPath.enter(location);
        try {
            return switch (operator) {
                case SUBTRACT -> a.subtract(b);
                case MULTIPLY -> a.multiply(b);
                case DIVIDE -> a.divide(b);
                case REMAINDER -> a.remainder(b);
                case EXPONENTIATE -> a.exponentiate(b);
                case AND -> a.and(b);
                case OR -> a.or(b);
                case XOR -> a.xor(b);
                case LEFT_SHIFT -> a.shiftLeft(b);
                case RIGHT_SHIFT -> a.shiftRight(b);
                case UNSIGNED_RIGHT_SHIFT -> throw Errors.typeError("BigInts have no unsigned right shift, use >> instead", location);
            };
        } finally {
            SlowPath.leave(outer);
        }
    }

    private static Object apply(Operator operator, double a, double b) {
        return switch (operator) {
            case SUBTRACT -> Conversions.number(a - b);
            case MULTIPLY -> Conversions.number(a * b);
            case DIVIDE -> Conversions.number(a / b);
            case REMAINDER -> Conversions.number(a % b);
            case EXPONENTIATE -> Conversions.number(exponentiate(a, b));
            case AND -> Int32.of(a) & Int32.of(b);
            case OR -> Int32.of(a) | Int32.of(b);
            case XOR -> Int32.of(a) ^ Int32.of(b);
            case LEFT_SHIFT -> Int32.of(a) << Int32.of(b);
            case RIGHT_SHIFT -> Int32.of(a) >> Int32.of(b);
            case UNSIGNED_RIGHT_SHIFT -> Conversions.number((Int32.of(a) & 0xFFFF_FFFFL) >>> (Int32.of(b) & 31));
        };
    }

    /** Number::exponentiate (§6.1.6.1.3), which differs from Java's where the base is 1 or -1. */
    @TruffleBoundary
    static double exponentiate(double base, double exponent) {
        if (Math.abs(base) == 1 && Double.isInfinite(exponent)) {
            return Double.NaN;
        }
        return Math.pow(base, exponent);
    }
}
