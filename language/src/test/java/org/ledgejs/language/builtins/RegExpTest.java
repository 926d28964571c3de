package org.ledgejs.language.builtins;

import org.junit.jupiter.api.Test;

class RegExpTest extends Programs {

    @Test
    void execGivesGroupsAndWhereTheyWere() {
        check("""
            JSON.stringify(/(a)(x)?/.exec('bab'))                     --> ["a","a",null]
            /a/.exec('bab').index                                     --> 1
            /a/.exec('bcd')                                           --> null
            /(?<y>\\d{4})-(?<m>\\d\\d)/.exec('on 2026-11').groups.m   --> 11
            JSON.stringify(/a(b)/d.exec('xab').indices)               --> [[1,3],[2,3]]
            /(?<n>a)|(?<n>b)/.exec('b').groups.n                      --> b
            Object.keys(/x/.exec('x')).join()                         --> 0,index,input,groups""");
    }

    @Test
    void globalAndStickyExpressionsRememberWhereTheyAre() {
        check("""
            var g = /a/g; g.exec('aa'); g.lastIndex                   --> 1
            var g = /a/g; g.test('aa') + ' ' + g.test('aa') + ' ' + g.test('aa') + ' ' + g.lastIndex --> true true false 0
            var y = /a/y; y.lastIndex = 1; y.test('ba') + ' ' + y.lastIndex --> true 2
            /a/y.test('ba')                                           --> false
            var f = Object.freeze(/a/g); f.test('b')                  --> TypeError: Cannot assign to read only property 'lastIndex' of object '#<RegExp>'
            var u = /\\udf06/u; u.test('\\ud834\\udf06')              --> false
            var e = /^|\\udf06/gu; e.lastIndex = 1; e.exec('\\ud834\\udf06').index --> 0""");
    }

    @Test
    void modernSyntaxMatches() {
        check("""
            /(?<=\\$)\\d+/.exec('cost $42')[0]                        --> 42
            /(?<!\\$)\\b\\d+/.exec('$42 17')[0]                       --> 17
            /(?i:A)b/.test('ab') + ' ' + /(?i:A)b/.test('aB')         --> true false
            /[\\p{L}--[a-z]]/v.test('a') + ' ' + /[\\p{L}--[a-z]]/v.test('\\u00E4') --> false true
            /^\\p{Lu}/u.test('\\u00C4')                               --> true
            /a.c/s.test('a\\nc')                                      --> true
            /^.$/u.test('\\u{1F600}')                                 --> true""");
    }

    @Test
    void replacingAndSplittingAndMatchingUseThePattern() {
        check("""
            'a-b-c'.replace(/-/g, '+')                                --> a+b+c
            'john smith'.replace(/(\\w+) (\\w+)/, '$2 $1 $3')         --> smith john $3
            '2026-11'.replace(/(?<y>\\d+)-(?<m>\\d+)/, '$<m>/$<y>$<z>') --> 11/2026
            'abc'.replace(/(b)/, (m, g, i, s) => g.toUpperCase() + i + s) --> aB1abcc
            'abc'.replace(/(?:)/g, '-')                               --> -a-b-c-
            JSON.stringify('a1b22c'.split(/\\d+/))                    --> ["a","b","c"]
            JSON.stringify('a1b'.split(/(\\d)/))                      --> ["a","1","b"]
            JSON.stringify('abc'.split(/(?:)/))                       --> ["a","b","c"]
            JSON.stringify('ab'.split(/(?:)/u, 1))                    --> ["a"]
            JSON.stringify(''.split(/x/)) + JSON.stringify(''.split(/(?:)/)) --> [""][]
            JSON.stringify('a1b22'.match(/\\d+/g))                    --> ["1","22"]
            'abc'.match(/x/g)                                         --> null
            [...'a1b22'.matchAll(/[a-z](\\d+)/g)].map(m => m[1] + '@' + m.index).join() --> 1@0,22@2
            'abc'.search(/c/)                                         --> 2""");
    }

    @Test
    void methodsOfSubclassesAreAsked() {
        check("""
            class R extends RegExp { exec(s) { const r = super.exec(s); if (r) r[0] = 'Z'; return r } } 'abc'.match(new R('b'))[0] --> Z
            var r = /b/; r.exec = () => null; 'abc'.replace(r, 'x')   --> abc
            var r = /b/g; Object.defineProperty(r, 'flags', {value: ''}); 'abb'.replace(r, 'x') --> axb
            RegExp.prototype.exec = function () { return null }; /a/.test('a') --> false""");
    }

    @Test
    void patternsAreShownAndEscaped() {
        check("""
            String(new RegExp('/\\n'))           --> /\\/\\n/
            new RegExp('').source                --> (?:)
            new RegExp('[/]').source             --> [/]
            /a/gimsuyd.flags                     --> dgimsuy
            RegExp.escape('a.b-c')               --> \\x61\\.b\\x2dc
            new RegExp(/a/g, 'i').flags          --> i
            RegExp.prototype.source              --> (?:)""");
    }

    @Test
    void invalidPatternsAreSyntaxErrors() {
        check("""
            new RegExp('(')          --> SyntaxError: Invalid regular expression: /(/: Unterminated group
            new RegExp('a', 'gg')    --> SyntaxError: Invalid flags supplied to RegExp constructor 'gg'
            new RegExp('[b-a]')      --> SyntaxError: Invalid regular expression: /[b-a]/: Range out of order in character class
            new RegExp('{1}', 'u')   --> SyntaxError: Invalid regular expression: /{1}/u: Nothing to repeat""");
    }

    @Test
    void propertiesAreThoseOfUnicode17() {
        check("""
            /^\\p{Script=Sidetic}\\p{sc=Sidt}$/u.test('\\u{10940}\\u{10941}')         --> true
            /^[a\\p{Lu}]+$/u.test('aA\\uA7CE')                                         --> true
            /^[^\\p{Lu}]$/u.test('\\uA7CE') || /^\\P{Lu}$/u.test('\\uA7CE')          --> false
            /^[\\P{Lu}b]+$/u.test('ab\\u{10FFFF}') && !/[\\P{Lu}]/u.test('\\uA7CE')  --> true
            /^[\\p{L}--[a-z]]$/v.test('\\uA7CE') && !/^[\\p{L}--[a-z]]$/v.test('b')  --> true
            /^\\p{RGI_Emoji}$/v.test('\\u{1F46F}\\u{1F3FB}')                          --> true
            /^\\P{Cn}$/u.test('\\u{10940}')                                          --> true
            new RegExp('\\\\p{Script=Sidet}', 'u')                                   --> SyntaxError: Invalid regular expression: /\\p{Script=Sidet}/u: Invalid property name""");
    }

    @Test
    void aLimitThatChangesExecIsHeeded() {
        check("var exec = RegExp.prototype.exec; var n = /a/[Symbol.split]('abba', { valueOf() { RegExp.prototype.exec = () => null; return 9 } }).length; RegExp.prototype.exec = exec; n --> 1");
    }

    @Test
    void theLastMatchIsOnTheConstructor() {
        check("""
            /(b)(c)/.exec('abcd'); RegExp.$1 + RegExp.$2 + '|' + RegExp['$`'] + '|' + RegExp["$'"] + '|' + RegExp.lastMatch --> bc|a|d|bc
            'xay'.replace(/(a)/, '-'); RegExp.$1                      --> a""");
    }
}
