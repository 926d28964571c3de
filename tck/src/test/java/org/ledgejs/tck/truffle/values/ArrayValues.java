package org.ledgejs.tck.truffle.values;

import static org.graalvm.polyglot.tck.TypeDescriptor.BOOLEAN;
import static org.graalvm.polyglot.tck.TypeDescriptor.NUMBER;
import static org.graalvm.polyglot.tck.TypeDescriptor.OBJECT;
import static org.graalvm.polyglot.tck.TypeDescriptor.STRING;

import org.graalvm.polyglot.tck.TypeDescriptor;

import org.ledgejs.tck.truffle.Types;

/** Arrays by the ways their elements can be kept, and other objects with array elements. */
final class ArrayValues {
    private ArrayValues() { }

    static void addTo(ValueConstructors values) {
        values.add("array", "[]", Types.arrayOf(TypeDescriptor.ALL));
        values.add("array of int", "[1, -2, 3]", Types.arrayOf(NUMBER));
        values.add("array of double", "[0.5, -0, NaN, 1e300]", Types.arrayOf(NUMBER));
        values.add("array of string", "['a', 'b']", Types.arrayOf(STRING));
        values.add("array of object", "[{ a: 1 }, {}]", Types.arrayOf(OBJECT));
        values.add("array of anything", "[1, 'a', null, true]", Types.arrayOf(NUMBER, STRING, BOOLEAN));
        values.add("array of array", "[[1], [2, 3]]", Types.arrayOf(Types.arrayOf(NUMBER)));
        values.add("holey array of int", "[1, , 3]", Types.arrayOf(NUMBER));
        values.add("holey array of double", "[0.5, , 1.5]", Types.arrayOf(NUMBER));
        values.add("holey array of string", "['a', , 'b']", Types.arrayOf(STRING));
        values.add("array of holes", "new Array(3)", Types.arrayOf(TypeDescriptor.ALL));
        values.add("sparse array", "Object.defineProperty([1, 2], 1, { get() { return 'two' } })", Types.arrayOf(NUMBER, STRING));
        values.add("frozen array", "Object.freeze([1, 2])", Types.arrayOf(NUMBER));
        values.add("array with a property", "Object.assign([1], { extra: 'x' })", Types.arrayOf(NUMBER));
        values.add("array of a subclass", "new (class Stack extends Array { })(1, 2)", Types.arrayOf(NUMBER));
        values.add("rest array", "((...rest) => rest)(1, 2)", Types.arrayOf(NUMBER));
        values.add("match", "/(?<first>a)(b)?/.exec('xa')", Types.arrayOf(STRING));
        values.add("template object", "((parts) => parts)`a${1}b`", Types.arrayOf(STRING));
        values.add("mapped arguments", "(function (a) { a = 2; return arguments })(1, 'b')", Types.arrayOf(NUMBER, STRING));
        values.add("unmapped arguments", "(function () { 'use strict'; return arguments })(1, 2)", Types.arrayOf(NUMBER));
    }
}
