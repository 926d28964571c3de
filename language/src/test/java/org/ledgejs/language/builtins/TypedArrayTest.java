package org.ledgejs.language.builtins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Typed arrays: conversion of elements, indices, methods, arrays whose buffer changes under them. */
class TypedArrayTest extends TextPrograms {

    static Stream<Arguments> programs() {
        return rows("""
            new Int8Array([127, 128, 255, 256, -129, 1.9, NaN, Infinity])              || 127,-128,-1,0,127,1,0,0
            new Uint8ClampedArray([0.5, 1.5, 2.5, 254.5, 255.5, -3, NaN, Infinity])    || 0,2,2,254,255,0,0,255
            new Uint16Array([-1, 65536.5, 1e20])                                       || 65535,0,0
            new Int32Array([2 ** 31, 2 ** 53 + 2, -(2 ** 31) - 1])                     || -2147483648,2,2147483647
            new Uint32Array([-1, 2 ** 32, 3e9])                                        || 4294967295,0,3000000000
            new BigInt64Array([2n ** 63n, -1n])                                        || -9223372036854775808,-1
            new BigUint64Array([-1n, 2n ** 64n])                                       || 18446744073709551615,0
            new Float16Array([65504, 65519.99, 65520, 1.00048828125, 2 ** -25, 6e-8])   || 65504,65504,Infinity,1,0,5.960464477539063e-8
            new Float32Array([1.1, 1e39])                                              || 1.100000023841858,Infinity
            Object.is(new Float64Array([-0])[0], -0)                                   || true
            new Int8Array([1n])                                                        || TypeError: Cannot convert a BigInt value to a number
            new BigInt64Array([1])                                                     || TypeError: Cannot convert 1 to a BigInt
            var a = new Int8Array(2); a['-0'] = 1; a['1.5'] = 1; a[5] = 1; a.x = 1; Object.keys(a) || 0,1,x
            var a = new Int8Array(2); [a['-0'], a.Infinity, '1.5' in a, 1 in a, 2 in a]            || ,,false,true,false
            var r = a => [a[1], a.length], b = new ArrayBuffer(2), a = new Int8Array(b); a[1] = 5; var s = r(a); b.transfer(); s + ' ' + r(a) || 5,2 ,0
            var r = a => [a[1], a.length], b = new ArrayBuffer(2, { maxByteLength: 8 }), a = new Int8Array(b); r(new Int8Array(3)); var s = r(a); b.resize(1); var t = r(a); b.resize(8); s + ' ' + t + ' ' + r(a) || 0,2 ,1 0,8
            var w = (a, i) => { a[i] = 7; return a[i] }, a = new Int8Array(2); [w(a, 1), w(a, 2), w(a, -1), w(new Int8Array(new SharedArrayBuffer(2)), 1)] || 7,,,7
            Object.prototype.NaN = 1; var r = new Int8Array(1).NaN; delete Object.prototype.NaN; r || undefined
            var a = new Int8Array(1); Object.defineProperty(a, 0, {value: 300}); a[0]              || 44
            Object.defineProperty(new Int8Array(1), 0, {value: 1, writable: false})                || TypeError: Cannot redefine property: 0
            Object.freeze(new Int8Array(1))                                                        || TypeError: Cannot redefine property: 0
            'use strict'; delete new Int8Array(1)[0]                                               || TypeError: Cannot delete property '0' of #<Int8Array>
            Reflect.set(new Int8Array(1), 9, 1)                                        || true
            var o = Object.create(new Int8Array(1)); o[3] = 1; Object.keys(o)          ||
            new Int8Array(-1)                                                          || RangeError: Invalid typed array length: -1
            new Int16Array(new ArrayBuffer(3))                                         || RangeError: byte length of Int16Array should be a multiple of 2
            new Int16Array(new ArrayBuffer(4), 1)                                      || RangeError: start offset of Int16Array should be a multiple of 2
            Int8Array(1)                                                               || TypeError: Constructor Int8Array requires 'new'
            new (Object.getPrototypeOf(Int8Array))                                     || TypeError: Abstract class TypedArray not directly constructable
            Int8Array.from({length: 2, 0: 5, 1: 6}, x => x * 2)                        || 10,12
            Int8Array.of(1, 2, 3).subarray(1).byteOffset                               || 1
            Int8Array.of(3, 1, 2).toSorted()                                           || 1,2,3
            new Float64Array([3, NaN, -0, 0, -Infinity]).sort().map(x => Object.is(x, -0) ? 9 : x) || -Infinity,9,0,3,NaN
            new BigUint64Array([2n ** 63n, 1n]).sort()                                 || 1,9223372036854775808
            Int8Array.of(1, 2, 3, 4).sort((a, b) => b - a)                             || 4,3,2,1
            Int8Array.of(1, 2, 3, 4, 5).copyWithin(0, 3)                               || 4,5,3,4,5
            new Int16Array(5).fill(7, 1, -1)                                           || 0,7,7,7,0
            Int8Array.of(1, 2, 3).with(1, 9)                                           || 1,9,3
            Int8Array.of(1, 2, 3).with(3, 9)                                           || RangeError: Invalid typed array index
            Int8Array.of(1, 2, 3).at(-1)                                               || 3
            [Int8Array.of(1, 2).includes(NaN), Float32Array.of(NaN).includes(NaN), Float32Array.of(NaN).indexOf(NaN)] || false,true,-1
            var a = Uint8Array.of(1, 2, 3, 4); a.set(a.subarray(0, 3), 1); a           || 1,1,2,3
            var b = new ArrayBuffer(4); new Uint8Array(b).set([1, 2]); var u = new Uint16Array(b, 0, 1); var t = new Uint8Array(b); new Uint32Array(b).length + t.join() || 11,2,0,0
            var b = new ArrayBuffer(8), s = new Uint8Array(b, 0, 4), t = new Uint16Array(b); s.set([1, 2, 3, 4]); t.set(s); t || 1,2,3,4
            new Int8Array(2).set([1, 2], 1)                                            || RangeError: offset is out of bounds
            class E extends Uint8Array {} ; var e = new E(4).subarray(1).map(x => 2); [e instanceof E, e] || true,2,2,2
            [...Uint8Array.of(5, 6).entries()].join(';')                               || 0,5;1,6
            Int8Array.of(1, 2, 3).reduceRight((a, b) => a + '' + b)                     || 321
            Object.prototype.toString.call(new Float16Array)                           || [object Float16Array]
            Int8Array.prototype.toString === Array.prototype.toString                  || true
            Array.from(Int8Array.of(1, 2).keys())                                      || 0,1
            var s = 0; for (var x of Float32Array.of(1, 2.5)) s += x; s                || 3.5
            var a = new Int8Array(3), n = 0; try { for (var x of a) { n++; a.buffer.transfer() } } catch (e) { n + e.name }   || 1TypeError
            var i = [1, 2].values(), a = new Int8Array(1).values(); [...i, i.next().done, ...a, a.next().done]                || 1,2,true,0,true
            Int8Array.BYTES_PER_ELEMENT + BigInt64Array.prototype.BYTES_PER_ELEMENT    || 9
            """);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programComesTo(String code, String expected) {
        assertText(expected, code);
    }

    @Test
    void arraysWithoutALengthOfTheirOwnFollowTheBuffer() {
        assertText("4;2;6;0;0", """
                var b = new ArrayBuffer(4, {maxByteLength: 8}), whole = new Uint8Array(b), half = new Uint16Array(b), out = [whole.length, half.length];
                b.resize(6); out.push(whole.length);
                var fixed = new Uint8Array(b, 4, 2); b.resize(5); out.push(fixed.length, fixed.byteOffset); out.join(';')""");
    }

    @Test
    void aDetachedArrayHasNoElements() {
        assertText("0,undefined,false,TypeError: Cannot perform %TypedArray%.prototype.fill on a detached ArrayBuffer", """
                var a = new Uint8Array(4); a.buffer.transfer(); a[0] = 1;
                try { a.fill(1) } catch (e) { [a.length, String(a[0]), 0 in a, e] }""");
    }

    @Test
    void aConversionMayDetachTheBufferInTheMiddleOfAWrite() {
        assertText("undefined", "var a = new Int32Array(2); a[0] = {valueOf() { a.buffer.transfer(); return 1 }}; String(a[0])");
        assertText("0,0", """
                var b = new ArrayBuffer(8, {maxByteLength: 8}), a = new Int32Array(b);
                a.fill({valueOf() { b.resize(4); return 0 }}); b.resize(8); a""");
    }

    @Test
    void elementsKeepTheirTypeInAHotLoop() {
        assertText("49995000,9999,499.5,124716", """
                function sum(a) { let s = 0; for (let i = 0; i < a.length; i++) { s += a[i]; } return s; }
                function fill(a, f) { for (let i = 0; i < a.length; i++) { a[i] = f(i); } return a; }
                let ints = fill(new Int32Array(10000), i => i), doubles = fill(new Float64Array(1000), i => i / 1000);
                fill(new BigInt64Array(10), i => 1n);
                [sum(ints), ints[9999], sum(doubles), sum(fill(new Uint8Array(1000), i => i))]""");
    }

    @Test
    void hostsSeeAnArrayOfNumbers() {
        Value array = eval("new Int16Array([1, 2, 70000])");
        assertTrue(array.hasArrayElements());
        assertEquals(3, array.getArraySize());
        assertEquals(70000 - 65536, array.getArrayElement(2).asInt());
        array.setArrayElement(0, 40000);
        assertEquals(40000 - 65536, array.getArrayElement(0).asInt());
        assertThrows(ArrayIndexOutOfBoundsException.class, () -> array.setArrayElement(3, 1));
        assertThrows(ClassCastException.class, () -> array.setArrayElement(0, "x"));
        assertEquals(3, array.getMember("length").asInt());
        assertEquals("Int16Array(3) [ -25536, 2, 4464 ]", array.toString());
    }
}
