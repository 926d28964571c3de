package org.ledgejs.language.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    private static String text(double value) {
        return Strings.java(NumberText.toString(value));
    }

    private static String text(double value, int radix) {
        return Strings.java(NumberText.toString(value, radix));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "1, 1", "-1, -1", "123456789, 123456789", "4294967296, 4294967296", "0.1, 0.1", "-0.5, -0.5", "1.5, 1.5",
        "100, 100", "1e21, 1e+21", "123456789012345680000, 123456789012345680000", "1e20, 100000000000000000000", "1.5e300, 1.5e+300",
        "0.000001, 0.000001", "0.0000001, 1e-7", "1.23e-7, 1.23e-7", "5e-324, 5e-324", "1.7976931348623157e308, 1.7976931348623157e+308",
        "2.2250738585072014e-308, 2.2250738585072014e-308", "9007199254740993, 9007199254740992", "0.00001234, 0.00001234",
        "4.35, 4.35", "2e-323, 2e-323", "1e15, 1000000000000000", "1234567890123456.7, 1234567890123456.8", "NaN, NaN",
        "Infinity, Infinity", "-Infinity, -Infinity", "123e-20, 1.23e-18", "1e-6, 0.000001", "2147483648, 2147483648"})
    void numbersAreWrittenAsEcmaScriptWritesThem(double value, String expected) {
        assertEquals(expected, text(value));
    }

    @Test
    void everyTextReadsBackAsTheSameNumber() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertEquals(value, NumberText.parse(text(value)), () -> text(value));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"255, 16, ff",
        "-255, 36, -73",
        "0.5, 2, 0.1",
        "0.1, 3, 0.0022002200220022002200220022002201",
        "3.14, 16, 3.23d70a3d70a3e",
        "9007199254740992, 2, 100000000000000000000000000000000000000000000000000000",
        "1e21, 16, 3635c9adc5dea00000",
        "0.75, 8, 0.6",
        "1e21, 36, 5v1j4f4ds7c000",
        "1e21, 7, 5135235413265003022600000",
        "123.456e30, 11, 7090a35253953a01000000000000000",
        "0.3333333333333333, 7, 0.2222222222222222222",
        "1.7976931348623157e308, 35, 9n8uysujhvt000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
        "-1234.5678, 20, -31e.b728",
        "0.999999999999999999, 5, 1",
        "576460752303424100, 3, 10211200211111010201020221210210210000",
        "1e-7, 10, 1e-7"})
    void otherRadicesAreWrittenAsV8WritesThem(double value, int radix, String expected) {
        assertEquals(expected, text(value, radix));
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "' \t\n\uFEFF ', 0", "12, 12", "' 12 ', 12", "+12, 12", "-0, -0.0", "1e3, 1000", "1E-2, 0.01", ".5, 0.5", "5., 5", "0x1F, 31",
        "0b101, 5", "0O17, 15", "Infinity, Infinity", "-Infinity, -Infinity", "+Infinity, Infinity", "0x100000000000000000000, 1.2089258196146292e24",
        "9007199254740993, 9007199254740992", "000123, 123", "1.7976931348623159e308, Infinity"})
    void stringsBecomeNumbers(String text, double expected) {
        assertEquals(expected, NumberText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1a", "1 2", "0x", "0xg", "-0x1", "+0b1", ".", "e5", "1e", "1e+", "infinity", "Infinityx", "1_000", "NaN", "1d", "1f", "0x1p3", "--1", "٣"})
    void whatIsNoNumberIsNaN(String text) {
        assertTrue(Double.isNaN(NumberText.parse(text)), text);
    }

    @ParameterizedTest
    @CsvSource({"4294967296, 0", "4294967295, -1", "2147483648, -2147483648", "-2147483649, 2147483647", "1e20, 1661992960", "-1.9, -1", "1.9, 1",
        "NaN, 0", "Infinity, 0", "-Infinity, 0", "1e300, 0", "9007199254740993, 0", "9007199254740994, 2", "18446744073709556000, 4096", "-1e20, -1661992960"})
    void toInt32WrapsAround(double value, int expected) {
        assertEquals(expected, Conversions.toInt32(value));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "-0, -0.0", "1.5, 1.5", "Infinity, Infinity", "1e21, ", "1e+21, 1e21", "01, ", "1.0, ", "foo, "})
    void canonicalNumericIndicesAreTheTextsOfNumbers(String key, Double expected) {
        assertEquals(expected, Conversions.canonicalNumericIndex(Strings.of(key)));
    }
}
