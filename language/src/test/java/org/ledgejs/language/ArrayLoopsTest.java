package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.graalvm.polyglot.Context;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loops over arrays call nothing and make no iterator, and nobody can tell; nor does it show how arrays of holes come by their elements. */
class ArrayLoopsTest {
    private static final String LOOPS = """
            const sum = (a) => { let s = 0; for (const x of a) s += x; return s };
            const find = (a) => { for (const x of a) if (x > 1) return x };
            const fill = () => { const a = new Array(3); for (let i = 0; i < 3; i++) a[i] = i; return a.join() };
            const at = (a, i) => `${a[i]}`;
            const iteratorPrototype = Object.getPrototypeOf([][Symbol.iterator]());
            const before = [sum([1, 2]), find([1, 2]), fill(), at([1], 5), at(new Array(3), 1)];
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "sum([1, 2.5, 3])                                                                                            | 6.5",
            "const a = [1]; let n = 0; for (const x of a) { if (n++ < 5) a.push(x) } `${n} ${a.length}`                  | 6 6",
            "const a = [1, 2, 3, 4]; let n = 0; for (const x of a) { a.pop(); n++ } n                                    | 2",
            "const a = [1, 2]; a[Symbol.iterator] = function* () { yield 10 }; sum(a)                                    | 10",
            "sum(class extends Array { *[Symbol.iterator]() { yield 5 } }.from([1, 2]))                                  | 5",
            "Array.prototype[Symbol.iterator] = function* () { yield 100 }; sum([1])                                     | 100",
            "const next = iteratorPrototype.next; let n = 0; iteratorPrototype.next = function () { n++; return next.call(this) }; `${sum([1, 2])} ${n}` | 3 3",
            "let rest; iteratorPrototype.return = function () { rest = [...this]; return {} }; `${find([1, 2, 3, 4])}, then ${rest}` | 2, then 3,4",
            "let closed = 0; iteratorPrototype.return = () => { closed++; return {} }; try { for (const x of [1, 2]) throw x } catch (e) { `${e} ${closed}` } | 1 1",
            "let closed = 0; iteratorPrototype.return = () => { closed++; return {} }; outer: for (const x of [1, 2]) for (const y of [3, 4]) continue outer; closed | 2",
            "function* g() { for (const x of [1, 2, 3]) if (yield x) break; return 'end' } const i = g(); i.next(); `${i.next().value} ${i.next(true).value}` | 2 end",
            "Object.defineProperty(Array.prototype, 1, { get: () => 'inherited' }); `${at([,], 1)} ${at(new Array(3), 1)}` | inherited inherited",
            "let set; Object.defineProperty(Object.prototype, 1, { set(v) { set = v }, get: () => 'got' }); `${fill()} ${set}` | 0,got,2 1",
            "Array.prototype[1] = 'set'; `${at([0], 1)} ${fill()}`                                                       | set 0,1,2",
            "Array.prototype.push('pushed'); at([], 0)                                                                   | pushed",
            "Object.setPrototypeOf(Array.prototype, { 1: 'elsewhere', __proto__: Object.prototype }); at([0], 1)         | elsewhere",
            "const a = new Array(3); a[1] = -(2 ** 31); a[0] = 0.5; a[2] = 'text'; a.join()                              | 0.5,-2147483648,text",
            "const a = new Array(3); a[2] = 7; `${0 in a} ${2 in a} ${a}`                                                | false true ,,7"})
    void readAsTheSpecificationHasThem(String program, String expected) {
        try (Context context = Context.create("ledge")) {
            context.eval("ledge", LOOPS);
            assertEquals(expected, context.eval("ledge", program).toString());
        }
    }
}
