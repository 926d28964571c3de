package org.ledgejs.tck.truffle.expressions;

import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ledgejs.tck.truffle.reference.Operand;

/** The other operand of a binary operator: how the program writes it, and what it is. */
record Constant(String text, Operand operand) {
    /** Numbers and what is turned into one. */
    static final List<Constant> NUMBERS = List.of(number("3", 3), number("-0.5", -0.5), number("1e300", 1e300), number("2147483647", 2147483647), number("0", 0),
            new Constant("'7'", Operand.of("7")), new Constant("'text'", Operand.of("text")), new Constant("true", Operand.of(true)),
            new Constant("null", Operand.NULL), new Constant("undefined", Operand.UNDEFINED));

    static final List<Constant> BIGINTS = List.of(new Constant("3n", Operand.of(BigInteger.valueOf(3))),
            new Constant("2n ** 65n", Operand.of(BigInteger.TWO.pow(65))));

    /** Those with which operators go wrong first. */
    static final List<Constant> EXTREMES = Stream.of(List.of(number("1", 1), number("-1", -1), number("-0", -0.0), number("31", 31), number("32", 32), number("-2147483648", Integer.MIN_VALUE),
            number("4294967296", 0x1p32), number("9007199254740991", 0x1p53 - 1), number("0.1", 0.1), number("NaN", Double.NaN), number("Infinity", Double.POSITIVE_INFINITY),
            number("-Infinity", Double.NEGATIVE_INFINITY), number("5e-324", Double.MIN_VALUE), number("1.7976931348623157e308", Double.MAX_VALUE), bigint("0n", BigInteger.ZERO),
            bigint("-7n", BigInteger.valueOf(-7)), bigint("9223372036854775807n", BigInteger.valueOf(Long.MAX_VALUE)), bigint("-9223372036854775808n", BigInteger.valueOf(Long.MIN_VALUE))),
            NUMBERS, BIGINTS).flatMap(List::stream).toList();

    private static Constant bigint(String text, BigInteger value) {
        return new Constant(text, Operand.of(value));
    }

    private static Constant number(String text, double value) {
        return new Constant(text, Operand.of(value));
    }

    /** The text of an array: the operator with {@code x} on the left of each constant and on its right. */
    static String array(List<Constant> constants, String operator) {
        return constants.stream().map(constant -> "x " + operator + " (" + constant.text + "), (" + constant.text + ") " + operator + " x").collect(Collectors.joining(", ", "[", "]"));
    }

    /** What that array has to hold. */
    static List<Operand> results(List<Constant> constants, Operand x, BinaryOperator<Operand> operator) {
        return constants.stream().flatMap(constant -> Stream.of(operator.apply(x, constant.operand), operator.apply(constant.operand, x))).toList();
    }
}
