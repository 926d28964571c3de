package org.ledgejs.language.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.function.BinaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BigIntTest {
    private static final BigInteger[] VALUES = {BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE.negate(), BigInteger.TEN, BigInteger.valueOf(Long.MAX_VALUE),
        BigInteger.valueOf(Long.MIN_VALUE), BigInteger.ONE.shiftLeft(63), BigInteger.ONE.shiftLeft(64).negate(), BigInteger.valueOf(3_037_000_500L), new BigInteger("-123456789012345678901234567890")};

    private static void agree(BinaryOperator<BigInteger> expected, BinaryOperator<BigInt> actual, boolean divides) {
        for (BigInteger a : VALUES) {
            for (BigInteger b : VALUES) {
                if (!divides || b.signum() != 0) {
                    BigInt result = actual.apply(BigInt.of(a), BigInt.of(b));
                    assertEquals(expected.apply(a, b), result.toBigInteger(), () -> a + " and " + b);
                    assertEquals(result.toBigInteger().bitLength() < 64, result.isSmall());
                }
            }
        }
    }

    @Test
    void arithmeticAgreesWithBigIntegerAcrossTheBorderOfLong() {
        agree(BigInteger::add, BigInt::add, false);
        agree(BigInteger::subtract, BigInt::subtract, false);
        agree(BigInteger::multiply, BigInt::multiply, false);
        agree(BigInteger::divide, BigInt::divide, true);
        agree(BigInteger::remainder, BigInt::remainder, true);
        agree(BigInteger::and, BigInt::and, false);
        agree(BigInteger::or, BigInt::or, false);
        agree(BigInteger::xor, BigInt::xor, false);
    }

    @ParameterizedTest
    @CsvSource({"1, 100, 1267650600228229401496703205376", "-1, 3, -8", "5, -1, 2", "-5, -1, -3", "-1, -100, -1", "1, -100, 0", "0, 99999999999999999999, 0"})
    void shifts(String value, String count, String expected) {
        assertEquals(expected, BigInt.parse(value).shiftLeft(BigInt.parse(count)).toString());
    }

    @ParameterizedTest
    @CsvSource({"2, 10, 1024", "-2, 63, -9223372036854775808", "-1, 99999999999999999999, -1", "0, 0, 1", "1, 99999999999999999999, 1", "10, 20, 100000000000000000000"})
    void powers(String base, String exponent, String expected) {
        assertEquals(expected, BigInt.parse(base).exponentiate(BigInt.parse(exponent)).toString());
    }

    @ParameterizedTest
    @CsvSource({"8, 255, -1", "8, 127, 127", "8, 128, -128", "1, 1, -1", "64, 9223372036854775808, -9223372036854775808", "3, 25, 1", "0, 5, 0", "65, 36893488147419103232, 0"})
    void asIntN(long bits, String value, String expected) {
        assertEquals(expected, BigInt.parse(value).asIntN(bits).toString());
    }

    @ParameterizedTest
    @CsvSource({"8, -1, 255", "8, 256, 0", "64, -1, 18446744073709551615", "0, 5, 0", "9007199254740991, 5, 5"})
    void asUintN(long bits, String value, String expected) {
        assertEquals(expected, BigInt.parse(value).asUintN(bits).toString());
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "' 12 ', 12", "-12, -12", "+5, 5", "0xff, 255", "0b11, 3", "0o17, 15"})
    void textsThatAreIntegers(String text, String expected) {
        assertEquals(expected, BigInt.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1n", "-0x1", "0x", "abc", "1e3", "-", "1 2"})
    void textsThatAreNone(String text) {
        assertNull(BigInt.parse(text));
    }

    @Test
    void comparesWithNumbersExactly() {
        assertTrue(BigInt.parse("9007199254740993").compareTo(9007199254740992.0) > 0);
        assertTrue(BigInt.of(1).compareTo(1.5) < 0);
        assertTrue(BigInt.of(-1).compareTo(-1.5) > 0);
        assertEquals(0, BigInt.of(0).compareTo(-0.0));
        assertTrue(BigInt.parse("1" + "0".repeat(400)).compareTo(Double.MAX_VALUE) > 0);
        assertTrue(BigInt.parse("1" + "0".repeat(400)).compareTo(Double.POSITIVE_INFINITY) < 0);
        assertTrue(BigInt.of(Long.MIN_VALUE).compareTo(-9.3e18) > 0);
    }

    @Test
    void roundsToTheNearestNumberTiesToEven() {
        assertEquals(9007199254740992.0, BigInt.parse("9007199254740993").doubleValue());
        assertEquals(9007199254740996.0, BigInt.parse("9007199254740995").doubleValue());
        assertEquals(Double.POSITIVE_INFINITY, BigInt.parse("1" + "0".repeat(400)).doubleValue());
    }
}
