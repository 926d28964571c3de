package org.ledgejs.tck.truffle.reference;

import java.math.BigInteger;

import org.graalvm.polyglot.Value;

/**
 * A value as operators see it.
 *
 * @param value a Boolean, Double, BigInteger or String, the polyglot Value of an object, else null
 */
public record Operand(Kind kind, Object value) {
    public static final Operand UNDEFINED = new Operand(Kind.UNDEFINED, null);
    public static final Operand NULL = new Operand(Kind.NULL, null);
    public static final Operand NAN = of(Double.NaN);
    private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

    /** The types of the language (ECMA-262 §6.1). */
    public enum Kind {
        UNDEFINED, NULL, BOOLEAN, NUMBER, BIGINT, STRING, SYMBOL, OBJECT
    }

    public static Operand of(boolean value) {
        return new Operand(Kind.BOOLEAN, value);
    }

    public static Operand of(double value) {
        return new Operand(Kind.NUMBER, value);
    }

    public static Operand of(BigInteger value) {
        return new Operand(Kind.BIGINT, value);
    }

    public static Operand of(String value) {
        return new Operand(Kind.STRING, value);
    }

    /** What the program sees of a value, its own or one that was handed in. */
    public static Operand of(Value value) {
        if (value.isNull()) {
            return value.toString().equals("undefined") ? UNDEFINED : NULL;
        }
        if (value.isBoolean()) {
            return of(value.asBoolean());
        }
        if (value.isString()) {
            return of(value.asString());
        }
        if (value.hasMembers()) {
            return new Operand(Kind.OBJECT, value);
        }
        if (value.isNumber()) {
            return isBigInt(value) ? of(value.asBigInteger()) : of(value.asDouble());
        }
        return new Operand(typeName(value).equals("Symbol") ? Kind.SYMBOL : Kind.OBJECT, value);
    }

    /** Integers from outside are numbers as long as a number holds them for certain. */
    private static boolean isBigInt(Value value) {
        return switch (typeName(value)) {
            case "BigInt" -> true;
            case "java.lang.Long" -> Math.abs((double) value.asLong()) > MAX_SAFE_INTEGER;
            default -> false;
        };
    }

    private static String typeName(Value value) {
        Value type = value.getMetaObject();
        return type == null ? "" : type.getMetaQualifiedName();
    }

    public boolean isObject() {
        return kind == Kind.OBJECT;
    }

    public boolean isNullish() {
        return kind == Kind.UNDEFINED || kind == Kind.NULL;
    }

    public double number() {
        return (Double) value;
    }

    public BigInteger bigint() {
        return (BigInteger) value;
    }

    public String string() {
        return (String) value;
    }

    /** The value of an object. */
    public Value object() {
        return (Value) value;
    }

    /** The same primitive; of objects and symbols one that cannot be told from it, as the kit makes the parameters anew to verify. */
    public boolean isLike(Operand other) {
        if (value instanceof Value mine && other.value instanceof Value its) {
            return kind == other.kind && mine.toString().equals(its.toString()) && typeName(mine).equals(typeName(its)) && mine.canExecute() == its.canExecute()
                    && mine.hasArrayElements() == its.hasArrayElements() && mine.hasIterator() == its.hasIterator();
        }
        return equals(other);
    }
}
