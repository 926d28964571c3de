package org.ledgejs.language.builtins;

import org.junit.jupiter.api.Test;

class FunctionTest extends Programs {

    @Test
    void bindReadsLengthAndNameOfItsTargetOnce() {
        check("""
            let reads = []; const p = new Proxy(() => 1, {get(t, k) { reads.push(k); return t[k] }}); p.bind(); reads.join() --> bind,length,name
            function f(a, b, c) {} const g = f.bind(null, 1); g.name + g.length                          --> bound f2
            Object.defineProperty(() => 1, 'length', {value: Infinity}).bind(null, 1).length             --> Infinity
            Object.getOwnPropertyNames((() => 1).bind()).join()                                          --> length,name""");
    }

    @Test
    void callAndApplyHandOnThisAndTheArguments() {
        check("""
            function all(...rest) { return this + ':' + rest.join() } all.call(1, 2, 3)                   --> 1:2,3
            function all(...rest) { return this + ':' + rest.join() } all.apply(1)                        --> 1:
            function all(...rest) { return this + ':' + rest.join() } all.apply(1, [2, , 4])              --> 1:2,,4
            function all(...rest) { return rest.join() } all.apply(null, {length: 2, 0: 'a', 1: 'b'})     --> a,b
            function all(...rest) { return rest.join() } [[1], [1, 2], [1, 2, 3], [1, 2, 3, 4]].map((l) => Reflect.apply(all, null, l)).join(';') --> 1;1,2;1,2,3;1,2,3,4
            function f(a) { a = 9; return [].concat.apply([], arguments).join() } f(1, 2)                 --> 9,2
            function f(a) { 'use strict'; a = 9; return [].concat.apply([], arguments).join() } f(1, 2)   --> 1,2
            function f() { arguments.length = 1; return [].concat.apply([], arguments).join() } f(1, 2)   --> 1
            function f() { delete arguments[0]; return [].concat.apply([], arguments).length } f(1, 2)    --> 2
            function f() { Object.defineProperty(arguments, 0, {get: () => 7}); return Math.max.apply(null, arguments) } f(1, 2) --> 7
            (function () { return typeof this }).bind(1).call('text')                                     --> object
            try { Reflect.apply(1) } catch (e) { e.message }                                              --> 1 is not a function
            try { Function.prototype.apply.call({}, null, []) } catch (e) { e.message }                   --> Function.prototype.apply was called on #<Object>, which is an object and not a function
            try { Reflect.apply(() => 1, null, 1) } catch (e) { e.message }                               --> CreateListFromArrayLike called on non-object""");
    }
}
