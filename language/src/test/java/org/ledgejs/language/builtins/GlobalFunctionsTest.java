package org.ledgejs.language.builtins;

import org.junit.jupiter.api.Test;

class GlobalFunctionsTest extends Programs {

    @Test
    void numbersAreReadFromTheFrontOfTexts() {
        check("""
            parseInt('42px')                 --> 42
            parseInt('  -0x1F')              --> -31
            parseInt('101', 2)               --> 5
            parseInt('z', 36)                --> 35
            parseInt('12', 1)                --> NaN
            parseInt('')                     --> NaN
            parseInt(0.0000005)              --> 5
            parseInt(1e21)                   --> 1
            parseInt(15.99)                  --> 15
            Object.is(parseInt('-0'), -0)    --> true
            parseInt('900719925474099267')   --> 900719925474099300
            parseFloat('3.14abc')            --> 3.14
            parseFloat('.5e1')               --> 5
            parseFloat('-Infinityx')         --> -Infinity
            parseFloat('e5')                 --> NaN
            isNaN('x') + ' ' + isFinite('1') --> true true""");
    }

    @Test
    void urisAreEncodedAndDecoded() {
        check("""
            encodeURIComponent('a b&\\u00E4\\u{1F600}')              --> a%20b%26%C3%A4%F0%9F%98%80
            encodeURI('http://x/?a=b c#d')                           --> http://x/?a=b%20c#d
            encodeURIComponent('\\uD800')                            --> URIError: URI malformed
            decodeURIComponent('%F0%9F%98%80') === '\\u{1F600}'      --> true
            decodeURI('%23%20') === '%23 '                           --> true
            decodeURIComponent('%C0%80')                             --> URIError: URI malformed
            decodeURIComponent('%E4')                                --> URIError: URI malformed
            escape('\\u00E4\\u20AC+')                                --> %E4%u20AC+
            unescape('%u20AC%E4%u20') === '\\u20AC\\u00E4%u20'       --> true""");
    }

    @Test
    void indirectEvalSeesOnlyTheGlobalScope() {
        check("""
            var x = 1; (function () { var x = 2; return (0, eval)('x') })() --> 1
            eval(5)                                                        --> 5
            (0, eval)('var made = 3'); made                                --> 3
            (0, eval)('(')                                                 --> SyntaxError: Unexpected end of input""");
    }

    @Test
    void bigIntsAreMadeOfIntegersAndTexts() {
        check("""
            BigInt(42)                       --> 42n
            BigInt('0xff')                   --> 255n
            BigInt(1.5)                      --> RangeError: The number 1.5 cannot be converted to a BigInt because it is not an integer
            BigInt('x')                      --> SyntaxError: Cannot convert x to a BigInt
            new BigInt(1)                    --> TypeError: BigInt is not a constructor
            BigInt.asIntN(8, 255n)           --> -1n
            BigInt.asUintN(8, -1n)           --> 255n
            (255n).toString(16)              --> ff
            (1234567n).toLocaleString()      --> 1,234,567""");
    }
}
