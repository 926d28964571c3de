package org.ledgejs.tck.truffle.values;

import static org.graalvm.polyglot.tck.TypeDescriptor.NUMBER;
import static org.graalvm.polyglot.tck.TypeDescriptor.OBJECT;

import java.util.List;

import org.ledgejs.tck.truffle.Types;

/** Buffers of bytes and the views of them. */
final class BinaryValues {
    private static final List<String> NUMBER_TYPES = List.of("Int8", "Uint8", "Uint8Clamped", "Int16", "Uint16", "Int32", "Uint32", "Float16", "Float32", "Float64");
    private static final List<String> BIGINT_TYPES = List.of("BigInt64", "BigUint64");

    private BinaryValues() { }

    static void addTo(ValueConstructors values) {
        values.add("ArrayBuffer", "new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9]).buffer", OBJECT);
        values.add("resizable ArrayBuffer", "new ArrayBuffer(2, { maxByteLength: 4 })", OBJECT);
        values.add("detached ArrayBuffer", "(b => { b.transfer(); return b })(new ArrayBuffer(8))", OBJECT);
        values.add("immutable ArrayBuffer", "new Uint8Array([1, 2]).buffer.transferToImmutable()", OBJECT);
        values.add("array of an immutable ArrayBuffer", "new Uint8Array(new Uint8Array([1, 2]).buffer.transferToImmutable())", Types.arrayOf(NUMBER));
        values.add("SharedArrayBuffer", "new SharedArrayBuffer(8)", OBJECT);
        values.add("DataView", "new DataView(new ArrayBuffer(8), 2)", OBJECT);
        for (String type : NUMBER_TYPES) {
            values.add(type + "Array", "new " + type + "Array([1, -2, 300])", Types.arrayOf(NUMBER));
        }
        for (String type : BIGINT_TYPES) {
            values.add(type + "Array", "new " + type + "Array([1n, 2n])", Types.arrayOf(NUMBER));
        }
    }
}
