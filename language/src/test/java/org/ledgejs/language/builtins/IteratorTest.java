package org.ledgejs.language.builtins;

import org.junit.jupiter.api.Test;

class IteratorTest extends Programs {

    @Test
    void helpersAreLazyAndChain() {
        check("""
            [1, 2, 3, 4].values().filter(x => x % 2).map(x => x * 10).toArray().join()   --> 10,30
            function* n() { let i = 0; for (;;) yield i++ } n().drop(2).take(3).toArray().join() --> 2,3,4
            [1, 2].values().flatMap(x => [x, -x]).toArray().join()                        --> 1,-1,2,-2
            [1, 2, 3].values().reduce((a, b) => a + b)                                    --> 6
            [1, 2, 3].values().some(x => x > 2)                                           --> true
            [1, 2, 3].values().every(x => x > 2)                                          --> false
            [1, 2, 3].values().find(x => x > 1)                                           --> 2
            [].values().reduce((a, b) => a)                                               --> TypeError: Reduce of a done iterator with no initial value
            [1, 2, 3, 4, 5].values().chunks(2).map(String).toArray().join('|')            --> 1,2|3,4|5
            [1, 2, 3].values().windows(2).map(String).toArray().join('|')                 --> 1,2|2,3""");
    }

    @Test
    void underlyingIteratorsAreClosed() {
        check("""
            var log = ''; function* g() { try { yield 1; yield 2 } finally { log += 'closed' } } g().take(1).toArray(); log --> closed
            var log = ''; function* g() { try { yield 1 } finally { log += 'closed' } } try { g().map(() => { throw 1 }).next() } catch {} log --> closed
            var log = ''; function* g() { try { yield 1 } finally { log += 'closed' } } var h = g().map(x => x); h.next(); h.return(); log --> closed
            ({next() {}, return() { throw 1 }, __proto__: Iterator.prototype}).map(5) --> TypeError: 5 is not a function""");
    }

    @Test
    void stringsGiveCodePointsByTheirOwnNextOrAnother() {
        check("""
            function all(s) { var out = []; for (var c of s) out.push(c); return out.join() } all('') + all('a\\u{1F600}b') + all(['x']) --> a,\uD83D\uDE00,bx
            var i = 'ab'[Symbol.iterator](); i.next(); var out = ''; for (var c of i) out += c; for (var c of i) out += c; out --> b
            var p = Object.getPrototypeOf(''[Symbol.iterator]()), next = p.next, n = 0; p.next = function() { n++; return next.call(this) }; var out = ''; for (var c of 'ab') out += c; p.next = next; out + n --> ab3""");
    }

    @Test
    void iteratorsAreMadeOfOthers() {
        check("""
            Iterator.from({next() { return {done: this.i > 1, value: this.i++} }, i: 0}).toArray().join() --> 0,1
            Iterator.from('ab').toArray().join()                               --> a,b
            Iterator.concat([1], new Set([2]), 'x'.split('')).toArray().join() --> 1,2,x
            JSON.stringify(Iterator.zip([[1, 2], ['a', 'b', 'c']]).toArray())  --> [[1,"a"],[2,"b"]]
            JSON.stringify(Iterator.zip([[1], [2, 3]], {mode: 'longest', padding: [0]}).toArray()) --> [[1,2],[0,3]]
            Iterator.zip([[1], []], {mode: 'strict'}).next()                   --> TypeError: Iterators of zip have different lengths
            JSON.stringify(Iterator.zipKeyed({a: [1], b: [2]}).toArray())      --> [{"a":1,"b":2}]
            new Iterator                                                       --> TypeError: Abstract class Iterator not directly constructable
            class I extends Iterator {} new I instanceof Iterator              --> true""");
    }

    @Test
    void arraysAreFilledFromAsyncIterators() {
        eval("var result; async function* g() { yield 1; yield 2 } Array.fromAsync(g(), async x => x * 2).then(a => result = a.join())");
        check("result --> 2,4");
        eval("Array.fromAsync([Promise.resolve(1), 2]).then(a => result = a.join())");
        check("result --> 1,2");
        eval("Array.fromAsync({length: 1, 0: 'x'}).then(a => result = a.join())");
        check("result --> x");
        eval("Array.fromAsync(null).catch(e => result = e.name)");
        check("result --> TypeError");
    }
}
