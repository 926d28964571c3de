package org.ledgejs.language.builtins;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.stream.Stream;

import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.ledgejs.language.runtime.JSArrayBuffer;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;

/** ArrayBuffer, SharedArrayBuffer and DataView, seen by programs and by the host. */
class ArrayBufferTest extends TextPrograms {

    static Stream<Arguments> programs() {
        return rows("""
            new ArrayBuffer(8).slice(2, -1).byteLength                                              || 5
            new ArrayBuffer(9e15)                                                                   || RangeError: Array buffer allocation failed
            new ArrayBuffer(1, {maxByteLength: 7 * 1125899906842624})                               || RangeError: Array buffer allocation failed
            new ArrayBuffer(2, {maxByteLength: 1})                                                  || RangeError: Invalid array buffer max length
            var b = new ArrayBuffer(1, {maxByteLength: 3}); b.resize(3); [b.byteLength, b.resizable, b.maxByteLength] || 3,true,3
            new ArrayBuffer(1, {maxByteLength: 3}).resize(4)                                        || RangeError: ArrayBuffer.prototype.resize: Invalid length parameter
            var b = new ArrayBuffer(4, {maxByteLength: 4}), u = new Uint8Array(b); u.fill(9); b.resize(1); b.resize(4); u || 9,0,0,0
            var b = new ArrayBuffer(4), u = new Uint8Array(b); u[1] = 7; var c = b.transfer(8); [b.detached, b.byteLength, c.byteLength, new Uint8Array(c)[1]] || true,0,8,7
            var b = new ArrayBuffer(1, {maxByteLength: 3}); [b.transfer().resizable, new ArrayBuffer(1, {maxByteLength: 3}).transferToFixedLength().resizable] || true,false
            var b = new ArrayBuffer(1); b.transfer(); b.slice()                                     || TypeError: Cannot perform ArrayBuffer.prototype.slice on a detached ArrayBuffer
            ArrayBuffer.isView(new DataView(new ArrayBuffer(1))) + ',' + ArrayBuffer.isView([])     || true,false
            var s = new SharedArrayBuffer(1, {maxByteLength: 3}); s.grow(2); [s.byteLength, s.growable] || 2,true
            var s = new SharedArrayBuffer(2, {maxByteLength: 3}); s.grow(1)                         || RangeError: SharedArrayBuffer.prototype.grow: Invalid length parameter
            ArrayBuffer.prototype.slice.call(new SharedArrayBuffer(1))                              || TypeError: Method ArrayBuffer.prototype.slice called on incompatible receiver #<SharedArrayBuffer>
            var v = new DataView(new ArrayBuffer(8)); v.setInt16(0, -2); [v.getUint8(0), v.getInt16(0), v.getInt16(0, true)]   || 255,-2,-257
            var v = new DataView(new ArrayBuffer(8)); v.setFloat64(0, Math.PI, true); v.getFloat64(0, true) === Math.PI        || true
            var v = new DataView(new ArrayBuffer(8)); v.setFloat16(2, 1.5); v.getFloat16(2) + v.getUint8(2)                    || 63.5
            var v = new DataView(new ArrayBuffer(8)); v.setBigUint64(0, -1n); v.getBigInt64(0) + ',' + v.getBigUint64(0)       || -1,18446744073709551615
            new DataView(new ArrayBuffer(3), 1).getInt32(0)                                         || RangeError: Offset is outside the bounds of the DataView
            new DataView(new ArrayBuffer(3), 4)                                                     || RangeError: Start offset 4 is outside the bounds of the buffer
            var b = new ArrayBuffer(4, {maxByteLength: 8}), v = new DataView(b, 2); b.resize(8); v.byteLength                  || 6
            var b = new ArrayBuffer(4, {maxByteLength: 8}), v = new DataView(b, 2, 2); b.resize(3); v.getInt8(0)               || TypeError: Invalid DataView accessor getInt8 on an out-of-bounds view
            DataView.prototype.getInt8.call({}, 0)                                                  || TypeError: Method DataView.prototype.getInt8 called on incompatible receiver #<Object>
            """);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programComesTo(String code, String expected) {
        assertText(expected, code);
    }

    @Test
    void hostsSeeABuffer() {
        Value buffer = eval("var b = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]).buffer; b");
        assertTrue(buffer.hasBufferElements());
        assertTrue(buffer.isBufferWritable());
        assertEquals(8, buffer.getBufferSize());
        assertEquals(0x0201, buffer.readBufferShort(ByteOrder.LITTLE_ENDIAN, 0));
        assertEquals(0x02030405, buffer.readBufferInt(ByteOrder.BIG_ENDIAN, 1));
        buffer.writeBufferDouble(ByteOrder.BIG_ENDIAN, 0, 1.5);
        assertEquals(1.5, eval("new DataView(b).getFloat64(0)").asDouble());
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.readBufferInt(ByteOrder.BIG_ENDIAN, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.readBufferByte(-1));
    }

    @Test
    void aHostsBytesAreSharedNotCopied() {
        byte[] bytes = {1, 2, 3};
        context.initialize("ledge");
        context.enter();
        try {
            Realm realm = Realm.get(null);
            realm.globalObject().set(PropertyKey.of("bytes"), JSTypedArray.wrap(realm, bytes));
        } finally {
            context.leave();
        }
        eval("bytes[1] = 99; bytes.reverse()");
        assertArrayEquals(new byte[] {3, 99, 1}, bytes);
    }

    @Test
    void aBufferWithAKeyIsDetachedByItsHolderAlone() {
        context.initialize("ledge");
        context.enter();
        try {
            Realm realm = Realm.get(null);
            JSArrayBuffer memory = JSArrayBuffer.create(realm, 4);
            Object key = new Object();
            int[] detached = {0};
            memory.setDetachKey(key);
            memory.onDetach(() -> detached[0]++);
            realm.globalObject().set(PropertyKey.of("memory"), memory);
            assertThrows(JSException.class, () -> memory.detach(null));
            assertEquals("TypeError", eval("try { memory.transfer() } catch (e) { e.name }").asString());
            memory.detach(key);
            memory.detach(key);
            assertEquals(1, detached[0]);
            assertTrue(eval("memory.detached").asBoolean());
        } finally {
            context.leave();
        }
    }
}
