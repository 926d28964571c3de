package org.ledgejs.tck.truffle.reference;

import java.math.BigInteger;

import org.ledgejs.tck.truffle.reference.Conversion.Hint;
import org.ledgejs.tck.truffle.reference.Operand.Kind;

/** Operators that give numbers, and addition (ECMA-262 §13.15.3, §6.1.6). */
public final class Arithmetic {
    /** V8's limit, and Ledge's. */
    private static final int MAX_BIGINT_BITS = 1 << 30;

    private Arithmetic() { }

    /** ApplyStringOrNumericBinaryOperator (§13.15.3). */
    public static Operand binary(String operator, Operand left, Operand right) {
        if (operator.equals("+")) {
            Operand l = Conversion.toPrimitive(left, Hint.DEFAULT);
            Operand r = Conversion.toPrimitive(right, Hint.DEFAULT);
            if (l.kind() == Kind.STRING || r.kind() == Kind.STRING) {
                return Operand.of(Conversion.toString(l) + Conversion.toString(r));
            }
            return numeric(operator, l, r);
        }
        return numeric(operator, left, right);
    }

    private static Operand numeric(String operator, Operand left, Operand right) {
        Operand l = Conversion.toNumeric(left);
        Operand r = Conversion.toNumeric(right);
        if (l.kind() != r.kind()) {
            throw Refusal.typeError();
        }
        return l.kind() == Kind.BIGINT ? Operand.of(ofBigInts(operator, l.bigint(), r.bigint())) : Operand.of(ofNumbers(operator, l.number(), r.number()));
    }

    private static double ofNumbers(String operator, double l, double r) {
        return switch (operator) {
            case "+" -> l + r;
            case "-" -> l - r;
            case "*" -> l * r;
            case "/" -> l / r;
            case "%" -> l % r;
            case "**" -> Math.abs(l) == 1 && Double.isInfinite(r) ? Double.NaN : Math.pow(l, r);
            case "&" -> Conversion.toInt32(l) & Conversion.toInt32(r);
            case "|" -> Conversion.toInt32(l) | Conversion.toInt32(r);
            case "^" -> Conversion.toInt32(l) ^ Conversion.toInt32(r);
            case "<<" -> Conversion.toInt32(l) << Conversion.toInt32(r);
            case ">>" -> Conversion.toInt32(l) >> Conversion.toInt32(r);
            case ">>>" -> Integer.toUnsignedLong(Conversion.toInt32(l) >>> Conversion.toInt32(r));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static BigInteger ofBigInts(String operator, BigInteger l, BigInteger r) {
        return switch (operator) {
            case "+" -> l.add(r);
            case "-" -> l.subtract(r);
            case "*" -> l.multiply(r);
            case "/" -> l.divide(nonZero(r));
            case "%" -> l.remainder(nonZero(r));
            case "**" -> power(l, r);
            case "&" -> l.and(r);
            case "|" -> l.or(r);
            case "^" -> l.xor(r);
            case "<<" -> shiftLeft(l, r);
            case ">>" -> shiftLeft(l, r.negate());
            case ">>>" -> throw Refusal.typeError();
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static BigInteger nonZero(BigInteger divisor) {
        if (divisor.signum() == 0) {
            throw Refusal.rangeError();
        }
        return divisor;
    }

    private static BigInteger power(BigInteger base, BigInteger exponent) {
        if (exponent.signum() < 0) {
            throw Refusal.rangeError();
        }
        if (base.abs().bitLength() <= 1) {
            return exponent.testBit(0) ? base : exponent.signum() == 0 ? BigInteger.ONE : base.abs();
        }
        if (exponent.bitLength() > 31) {
            throw Refusal.rangeError();
        }
        return base.pow(exponent.intValueExact());
    }

    private static BigInteger shiftLeft(BigInteger value, BigInteger places) {
        if (value.signum() == 0) {
            return value;
        }
        if (places.signum() <= 0) {
            return places.bitLength() > 31 ? BigInteger.valueOf(Math.min(0, value.signum())) : value.shiftRight(-places.intValueExact());
        }
        if (places.bitLength() > 31 || value.bitLength() + places.longValue() > MAX_BIGINT_BITS) {
            throw Refusal.rangeError();
        }
        return value.shiftLeft(places.intValueExact());
    }

    /** A unary operator; {@code ++} and {@code --} give the new value. */
    public static Operand unary(String operator, Operand x) {
        if (operator.equals("+")) {
            return Operand.of(Conversion.toNumber(x));
        }
        Operand value = Conversion.toNumeric(x);
        boolean big = value.kind() == Kind.BIGINT;
        return switch (operator) {
            case "-" -> big ? Operand.of(value.bigint().negate()) : Operand.of(-value.number());
            case "~" -> big ? Operand.of(value.bigint().not()) : Operand.of(~Conversion.toInt32(value.number()));
            case "++" -> big ? Operand.of(value.bigint().add(BigInteger.ONE)) : Operand.of(value.number() + 1);
            case "--" -> big ? Operand.of(value.bigint().subtract(BigInteger.ONE)) : Operand.of(value.number() - 1);
            default -> throw new IllegalArgumentException(operator);
        };
    }
}
