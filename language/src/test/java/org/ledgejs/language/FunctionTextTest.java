package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Function.prototype.toString (ECMA-262 §20.2.3.5): the text a function was made from, as it stands, for every form there is. */
class FunctionTextTest {
    private final Context context = Context.newBuilder("ledge").option("engine.WarnInterpreterOnly", "false").build();

    @AfterEach
    void close() {
        context.close();
    }

    private String text(String function) {
        return context.eval("ledge", "Function.prototype.toString.call(" + function + ")").asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "function  f ( a, b /* c */ )  { return a }",
        "function(){}",
        "function /* a */ * /* b */ g /* c */ (d) { yield d }",
        "async  function f() { await 1 }",
        "async function*(){}",
        "a=>a",
        "( a , b = 1 ) =>  ({ a, b })",
        "async a => { /* } */ }",
        "async (a) => a",
        "class { }",
        "class  A  extends Object { constructor() { super() } /* end */ }",
        "class A { static #p = () => 1; static { } get x() { return 1 } }",
        "function \\u0061b() { }",
        "function f() { return '}' + `}${ `}` }` + /}/ }",
        "function f() { 'use strict'; // }\n }",
        "function f(\r\n) { }",
        "function 𝒳() { '🙂' }",
    })
    void isTheTextOfAnExpression(String function) {
        assertEquals(function, text("(" + function + ")"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "m ( ) { }", "*g() { yield 1 }", "async  m() { }", "async * g() { }", "get  x() { return 1 }", "set x( v ) { }", "'a b'() { }", "1e3() { }", "[ 'a' + 1 ] () { }",
        "async [Symbol.iterator]() { }", "get [ 'x' ]() { return 1 }", "static() { }", "get() { }", "async() { }",
    })
    void isTheTextOfAMethod(String method) {
        String descriptor = "Object.getOwnPropertyDescriptors(o)[Reflect.ownKeys(o)[0]]";
        assertEquals(method, context.eval("ledge", "var o = { " + method + " }, d = " + descriptor + "; (d.value ?? d.get ?? d.set).toString()").asString());
        assertEquals(method, context.eval("ledge", "o = (class { static  " + method + " }); delete o.length; delete o.name; delete o.prototype;"
                + "d = Object.getOwnPropertyDescriptor(o, Reflect.ownKeys(o).find((k) => k !== 'prototype')); (d.value ?? d.get ?? d.set).toString()").asString());
    }

    @Test
    void isTheTextOfDeclarations() {
        assertEquals("function f() { return 1 }", context.eval("ledge", "/* before */ function f() { return 1 } /* after */ f.toString()").asString());
        assertEquals("class C { }", context.eval("ledge", "class C { } C.toString()").asString());
        assertEquals("async function* ag() { }", context.eval("ledge", "{ async function* ag() { } ag.toString() }").asString());
    }

    @Test
    void ofAFunctionMadeFromStringsIsWhatWasParsed() {
        assertEquals("function anonymous(a,b\n) {\nreturn a\n}", text("new Function('a', 'b', 'return a')"));
        assertEquals("async function* anonymous(\n) {\n\n}", text("(async function* () { }).constructor()"));
    }

    @Test
    void ofWhatHasNoTextIsThatOfANativeFunction() {
        assertEquals("function map() { [native code] }", text("[].map"));
        assertEquals("function () { [native code] }", text("(() => 1).bind()"));
        assertEquals("function () { [native code] }", text("new Proxy(class { }, { })"));
        assertEquals("function get size() { [native code] }", text("Object.getOwnPropertyDescriptor(Map.prototype, 'size').get"));
        assertEquals("function [Symbol.iterator]() { [native code] }", text("''[Symbol.iterator]"));
        Value thrown = context.eval("ledge", "try { Function.prototype.toString.call({}) } catch (e) { String(e) }");
        assertEquals("TypeError: Function.prototype.toString requires that 'this' be a Function", thrown.asString());
    }
}
