package org.ledgejs.language.builtins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ErrorTest extends Programs {

    @Test
    void errorsHaveNamesMessagesAndCauses() {
        check("""
            String(new TypeError('m'))                                   --> TypeError: m
            String(Error())                                              --> Error
            new Error('m', {cause: 5}).cause                             --> 5
            'cause' in new Error('m')                                    --> false
            new AggregateError([1, 2], 'm').errors.length                --> 2
            new SuppressedError(1, 2, 'm').suppressed                    --> 2
            Object.getPrototypeOf(RangeError) === Error                  --> true
            Error.isError(new SyntaxError) + ' ' + Error.isError({__proto__: Error.prototype}) --> true false
            class E extends Error {}; Object.prototype.toString.call(new E) + (new E instanceof E) --> [object Error]true
            Error.prototype.toString.call({name: 'N', message: 'm'})     --> N: m
            Object.keys(new Error('m')).length                           --> 0""");
    }

    @Test
    void stacksNameTheFunctionsFromTheInnermost() {
        String stack = eval("function inner() { return new Error('m').stack } function outer() { return inner() } outer()").asString();
        String[] lines = stack.split("\n");
        assertEquals("Error: m", lines[0]);
        assertTrue(lines[1].startsWith("    at inner ("), stack);
        assertTrue(lines[2].startsWith("    at outer ("), stack);
    }

    @Test
    void captureStackTraceLeavesOutFramesDownToAFunction() {
        check("""
            function f() { const o = {}; Error.captureStackTrace(o, f); return o.stack } (function g() { return f() })().includes('at f ') --> false
            function f() { const o = {}; Error.captureStackTrace(o); return o.stack } f().includes('captureStackTrace') --> false
            Error.stackTraceLimit = 0; new Error('m').stack                  --> Error: m
            Error.captureStackTrace(1)                                       --> TypeError: Invalid argument""");
    }

    @Test
    void prepareStackTraceGetsCallSites() {
        check("""
            Error.prepareStackTrace = (e, sites) => sites[0].getFunctionName() + typeof sites[0].getLineNumber(); (function f() { return new Error('m').stack })() --> fnumber
            Error.prepareStackTrace = (e, sites) => sites; var s = (function f() { return new Error('m').stack })()[0]; s.isNative() + ' ' + s.isConstructor() --> false false""");
    }
}
