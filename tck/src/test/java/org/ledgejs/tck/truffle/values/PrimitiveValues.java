package org.ledgejs.tck.truffle.values;

import org.graalvm.polyglot.tck.TypeDescriptor;

import org.ledgejs.tck.truffle.Types;

/** Values that are no objects. */
final class PrimitiveValues {
    private PrimitiveValues() { }

    static void addTo(ValueConstructors values) {
        values.add("undefined", "undefined", TypeDescriptor.NULL);
        values.add("null", "null", TypeDescriptor.NULL);
        values.add("true", "true", TypeDescriptor.BOOLEAN);
        values.add("false", "false", TypeDescriptor.BOOLEAN);

        values.add("zero", "0", TypeDescriptor.NUMBER);
        values.add("one", "1", TypeDescriptor.NUMBER);
        values.add("negative int", "-7", TypeDescriptor.NUMBER);
        values.add("largest int", "2147483647", TypeDescriptor.NUMBER);
        values.add("smallest int", "-2147483648", TypeDescriptor.NUMBER);
        values.add("beyond int", "4294967295", TypeDescriptor.NUMBER);
        values.add("Number.MAX_SAFE_INTEGER", "Number.MAX_SAFE_INTEGER", TypeDescriptor.NUMBER);
        values.add("negative zero", "-0", TypeDescriptor.NUMBER);
        values.add("fraction", "2.5", TypeDescriptor.NUMBER);
        values.add("negative fraction", "-0.1", TypeDescriptor.NUMBER);
        values.add("Number.MAX_VALUE", "Number.MAX_VALUE", TypeDescriptor.NUMBER);
        values.add("Number.MIN_VALUE", "Number.MIN_VALUE", TypeDescriptor.NUMBER);
        values.add("NaN", "NaN", TypeDescriptor.NUMBER);
        values.add("Infinity", "Infinity", TypeDescriptor.NUMBER);
        values.add("-Infinity", "-Infinity", TypeDescriptor.NUMBER);

        values.add("0n", "0n", TypeDescriptor.NUMBER);
        values.add("bigint", "12n", TypeDescriptor.NUMBER);
        values.add("negative bigint", "-(2n ** 63n)", TypeDescriptor.NUMBER);
        values.add("bigint beyond long", "2n ** 70n + 1n", TypeDescriptor.NUMBER);

        values.add("empty string", "''", TypeDescriptor.STRING);
        values.add("string", "'text'", TypeDescriptor.STRING);
        values.add("numeric string", "' 42.5 '", TypeDescriptor.STRING);
        values.add("character", "'x'", TypeDescriptor.STRING);
        values.add("string beyond Latin-1", "'z\\u00e9ro \\u{1f600}'", TypeDescriptor.STRING);
        values.add("concatenated string", "'ab'.repeat(20) + String(7)", TypeDescriptor.STRING);

        values.add("symbol", "Symbol('description')", Types.SYMBOL);
        values.add("symbol without description", "Symbol()", Types.SYMBOL);
        values.add("registered symbol", "Symbol.for('name')", Types.SYMBOL);
        values.add("well-known symbol", "Symbol.iterator", Types.SYMBOL);
    }
}
