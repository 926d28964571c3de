package org.ledgejs.language.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hosts and debuggers show of a value. */
class DisplayTest extends InteropTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "-->", quoteCharacter = '"', value = {
            "-0 --> -0",
            "12n --> 12n",
            "/a(b)/gi --> /a(b)/gi",
            "new Date(1) --> 1970-01-01T00:00:00.001Z",
            "new Date(NaN) --> Invalid Date",
            "new Map([[1, 'a'], [{}, []]]) --> Map(2) { 1 => 'a', {} => [] }",
            "new Set(['a', 1]) --> Set(2) { 'a', 1 }",
            "new (class Bag extends Set { })() --> Bag(0) {}",
            "Object('text') --> [String: 'text']",
            "Object(Symbol('s')) --> [Symbol: Symbol(s)]",
            "Promise.resolve([1]) --> Promise { [ 1 ] }",
            "new Promise(() => { }) --> Promise { <pending> }",
            "(function () { delete arguments[0]; return arguments })(1, 'b') --> [Arguments] [ <empty>, 'b' ]",
            "(function f() { }).bind(null) --> [Function bound f]",
            "(function* () { })() --> Object [Generator] {}",
            "Math --> Object [Math] {}",
            "[[new Map([[1, new Map()]]), new Set()]] --> [ [ [Map], [Set] ] ]",
            "new Set(Array.from({ length: 22 }, (_, i) => i)) --> Set(22) { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, ... 2 more items }"})
    void aValueIsShownByItsKind(String program, String text) {
        assertEquals(text, eval("(" + program + ")").toString());
    }
}
