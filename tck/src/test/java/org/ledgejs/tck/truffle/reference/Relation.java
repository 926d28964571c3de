package org.ledgejs.tck.truffle.reference;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.ledgejs.tck.truffle.reference.Conversion.Hint;
import org.ledgejs.tck.truffle.reference.Operand.Kind;

/** Operators that compare (ECMA-262 §7.2.11 to §7.2.14). */
public final class Relation {
    private Relation() { }

    /** A relational or equality operator. */
    public static boolean compare(String operator, Operand left, Operand right) {
        return switch (operator) {
            case "<" -> order(left, right) == Order.LESS;
            case ">" -> order(left, right) == Order.GREATER;
            case "<=" -> order(left, right) == Order.LESS || order(left, right) == Order.EQUAL;
            case ">=" -> order(left, right) == Order.GREATER || order(left, right) == Order.EQUAL;
            case "==" -> looselyEqual(left, right);
            case "!=" -> !looselyEqual(left, right);
            case "===" -> strictlyEqual(left, right);
            case "!==" -> !strictlyEqual(left, right);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private enum Order {
        LESS, EQUAL, GREATER, NONE;

        static Order of(int comparison) {
            return comparison < 0 ? LESS : comparison > 0 ? GREATER : EQUAL;
        }
    }

    /** What IsLessThan (§7.2.12) of both orders tells. */
    private static Order order(Operand left, Operand right) {
        Operand l = Conversion.toPrimitive(left, Hint.NUMBER);
        Operand r = Conversion.toPrimitive(right, Hint.NUMBER);
        if (l.kind() == Kind.STRING && r.kind() == Kind.STRING) {
            return Order.of(l.string().compareTo(r.string()));
        }
        if (l.kind() == Kind.BIGINT && r.kind() == Kind.STRING) {
            return integers(l.bigint(), Conversion.stringToBigInt(r.string()));
        }
        if (l.kind() == Kind.STRING && r.kind() == Kind.BIGINT) {
            return integers(Conversion.stringToBigInt(l.string()), r.bigint());
        }
        return numerics(Conversion.toNumeric(l), Conversion.toNumeric(r));
    }

    private static Order integers(BigInteger l, BigInteger r) {
        return l == null || r == null ? Order.NONE : Order.of(l.compareTo(r));
    }

    private static Order numerics(Operand l, Operand r) {
        if (isNaN(l) || isNaN(r)) {
            return Order.NONE;
        }
        if (isInfinite(l) || isInfinite(r)) {
            return Order.of(Double.compare(sign(l), sign(r)));
        }
        return Order.of(exact(l).compareTo(exact(r)));
    }

    private static boolean isNaN(Operand x) {
        return x.kind() == Kind.NUMBER && Double.isNaN(x.number());
    }

    private static boolean isInfinite(Operand x) {
        return x.kind() == Kind.NUMBER && Double.isInfinite(x.number());
    }

    /** The infinity itself, or zero for what is finite. */
    private static double sign(Operand x) {
        return isInfinite(x) ? x.number() : 0;
    }

    private static BigDecimal exact(Operand x) {
        return x.kind() == Kind.BIGINT ? new BigDecimal(x.bigint()) : new BigDecimal(x.number());
    }

    /** IsLooselyEqual (§7.2.13). */
    private static boolean looselyEqual(Operand l, Operand r) {
        if (l.isNullish() || r.isNullish()) {
            return l.isNullish() && r.isNullish();
        }
        if (l.kind() == r.kind()) {
            return strictlyEqual(l, r);
        }
        if (l.isObject() || r.isObject()) {
            return looselyEqual(Conversion.toPrimitive(l, Hint.DEFAULT), Conversion.toPrimitive(r, Hint.DEFAULT));
        }
        if (l.kind() == Kind.SYMBOL || r.kind() == Kind.SYMBOL) {
            return false;
        }
        if (l.kind() == Kind.BIGINT && r.kind() == Kind.STRING) {
            return l.bigint().equals(Conversion.stringToBigInt(r.string()));
        }
        if (l.kind() == Kind.STRING && r.kind() == Kind.BIGINT) {
            return looselyEqual(r, l);
        }
        return numerics(numeric(l), numeric(r)) == Order.EQUAL;
    }

    private static Operand numeric(Operand x) {
        return x.kind() == Kind.BIGINT ? x : Operand.of(Conversion.toNumber(x));
    }

    /** IsStrictlyEqual (§7.2.14). */
    private static boolean strictlyEqual(Operand l, Operand r) {
        if (l.kind() != r.kind()) {
            return false;
        }
        return l.kind() == Kind.NUMBER ? l.number() == r.number() : l.isNullish() || l.value().equals(r.value());
    }
}
