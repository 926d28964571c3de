package org.ledgejs.language.builtins;

import org.junit.jupiter.api.Test;

class StringTest extends Programs {

    @Test
    void charactersAreReadByIndexWithinAndBeyondTheString() {
        check("""
            'abc'.charAt(1)                     --> b
            'abc'.charAt(5) === ''              --> true
            'abc'.charCodeAt(2)                 --> 99
            'abc'.charCodeAt(3)                 --> NaN
            'abc'.at(-1)                        --> c
            'abc'.at(3)                         --> undefined
            '\\u{1F600}x'.codePointAt(0)        --> 128512
            '\\u{1F600}x'.codePointAt(1)        --> 56832
            'abc'.charCodeAt('1')               --> 98
            String.prototype.charAt.call(null)  --> TypeError: String.prototype.charAt called on null or undefined""");
    }

    @Test
    void partsAreCutRelativeAndAbsolute() {
        check("""
            'abcdef'.slice(1, -1)        --> bcde
            'abcdef'.slice(-2)           --> ef
            'abcdef'.slice(4, 2) === ''  --> true
            'abcdef'.substring(4, 2)     --> cd
            'abcdef'.substring(NaN, 2)   --> ab
            'abcdef'.substring(3)        --> def
            'abcdef'.substr(-3, 2)       --> de
            'abcdef'.substr(2)           --> cdef""");
    }

    @Test
    void stringsAreFoundInStrings() {
        check("""
            'banana'.indexOf('an')          --> 1
            'banana'.indexOf('an', 2)       --> 3
            'banana'.indexOf('')            --> 0
            'banana'.indexOf('', 99)        --> 6
            'banana'.indexOf('x')           --> -1
            'banana'.lastIndexOf('an')      --> 3
            'banana'.lastIndexOf('an', 2)   --> 1
            'banana'.lastIndexOf('', 3)     --> 3
            'banana'.lastIndexOf('banana!') --> -1
            'banana'.includes('nan')        --> true
            'banana'.startsWith('na', 2)    --> true
            'banana'.endsWith('nan', 5)     --> true
            '\\u{1F600}'.indexOf('\\uDE00') --> 1
            'a'.includes(/a/)               --> TypeError: First argument to String.prototype.includes must not be a regular expression""");
    }

    @Test
    void splittingBreaksAtSeparatorsUpToALimit() {
        check("""
            JSON.stringify('a,b,,c'.split(','))      --> ["a","b","","c"]
            JSON.stringify('a,b,,c'.split(',', 2))   --> ["a","b"]
            JSON.stringify('abc'.split(''))          --> ["a","b","c"]
            JSON.stringify('abc'.split())            --> ["abc"]
            JSON.stringify('abc'.split(undefined,0)) --> []
            JSON.stringify(''.split(''))             --> []
            JSON.stringify(''.split(','))            --> [""]""");
    }

    @Test
    void replacingUsesTemplatesAndFunctions() {
        check("""
            'aaa'.replace('a', 'b')                  --> baa
            'aaa'.replaceAll('a', 'b')               --> bbb
            'abc'.replaceAll('', '-')                --> -a-b-c-
            'abc'.replace('b', "[$`|$&|$'|$$|$1]")   --> a[a|b|c|$|$1]c
            'abc'.replace('b', (m, i, s) => m + i + s) --> ab1abcc
            'aXbX'.replaceAll('X', (m, i) => i)      --> a1b3
            'x'.replaceAll(/x/, '')                  --> TypeError: String.prototype.replaceAll called with a non-global RegExp argument""");
    }

    @Test
    void lettersChangeCaseByUnicode() {
        check("""
            'Hello, World'.toUpperCase()     --> HELLO, WORLD
            'stra\\u00DFe'.toUpperCase()     --> STRASSE
            '\\u0391\\u03A3'.toLowerCase() === '\\u03B1\\u03C2' --> true
            'I'.toLocaleLowerCase('tr') === '\\u0131'           --> true
            'i'.toLocaleUpperCase('not a tag')                  --> RangeError: Incorrect locale information provided""");
    }

    @Test
    void whiteSpaceIsTrimmedAndTextIsPadded() {
        check("""
            '[' + ' \\t\\u00A0\\uFEFF x \\n'.trim() + ']' --> [x]
            '[' + ' x '.trimStart() + ']'    --> [x ]
            '[' + ' x '.trimEnd() + ']'      --> [ x]
            'x'.padStart(5, 'ab')            --> ababx
            'x'.padEnd(3) + '|'              --> x  |
            'ab'.repeat(3)                   --> ababab
            'ab'.repeat(-1)                  --> RangeError: Invalid count value: -1
            'ab'.repeat(2 ** 30)             --> RangeError: Invalid string length
            ''.repeat(2 ** 30) === ''        --> true""");
    }

    @Test
    void loneSurrogatesAreSeenAndReplaced() {
        check("""
            'a\\uD800'.isWellFormed()                           --> false
            'a\\u{1F600}'.isWellFormed()                        --> true
            'a\\uD800b'.toWellFormed() === 'a\\uFFFDb'          --> true
            'e\\u0301'.normalize() === '\\u00E9'                --> true
            '\\u00E9'.normalize('NFD').length                   --> 2
            'x'.normalize('NFX')                                --> RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD.
            [...'a\\u{1F600}\\uD800'].length                    --> 3""");
    }

    @Test
    void stringsCompareInTheOrderOfLanguages() {
        check("""
            ['b', 'a', 'C', '\\u00E4'].sort((x, y) => x.localeCompare(y)).join('') --> a\u00E4bC
            'a'.localeCompare('a')                --> 0
            '\\u00E9'.localeCompare('e\\u0301')   --> 0""");
    }

    @Test
    void constructorMakesStringsOfEverything() {
        check("""
            String(Symbol('s'))                 --> Symbol(s)
            new String('ab').length             --> 2
            String.fromCharCode(72, 105)        --> Hi
            String.fromCharCode().length        --> 0
            String.fromCharCode(65601)          --> A
            String.fromCodePoint(128512).length --> 2
            String.fromCodePoint(-1)            --> RangeError: Invalid code point -1
            String.raw`a\\n${1}b`               --> a\\n1b
            'x'.anchor('"')                     --> <a name="&quot;">x</a>""");
    }
}
