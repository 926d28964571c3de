package org.ledgejs.tck.truffle.statements;

import static org.graalvm.polyglot.tck.TypeDescriptor.ANY;
import static org.graalvm.polyglot.tck.TypeDescriptor.NULL;
import static org.graalvm.polyglot.tck.TypeDescriptor.STRING;
import static org.graalvm.polyglot.tck.TypeDescriptor.array;

import java.util.List;

import org.ledgejs.tck.truffle.Snippets;
import org.ledgejs.tck.truffle.reference.Awaited;
import org.ledgejs.tck.truffle.reference.Operand;
import org.ledgejs.tck.truffle.reference.Verification;

/** Declarations of every kind. */
final class Declarations {
    private Declarations() { }

    static void addTo(Snippets snippets) {
        snippets.add("var", "x => { y = x; { var y } var z = y; for (var i of [z]) ; return [y, z, i] }", array(ANY), Verification.allOfOne(x -> List.of(x, x, x)), ANY);
        snippets.add("let", "x => { let y = 1; { let y = x; y = [y]; { let y = 2 } } let z; z = x; return [y, z] }", array(ANY), Verification.allOfOne(x -> List.of(Operand.of(1), x)), ANY);
        snippets.add("const", "x => { const y = x, z = y; return z }", ANY, Verification.ofOne(x -> x), ANY);
        snippets.add("assignment to const", "x => { const y = x; y = 1 }", ANY, Verification.throwing("TypeError"), ANY);
        snippets.add("let before its declaration", "x => { return y; let y = x }", ANY, Verification.throwing("ReferenceError"), ANY);
        snippets.add("unknown name", "x => nowhere", ANY, Verification.throwing("ReferenceError"), ANY);
        snippets.add("assignment to an unknown name", "x => { 'use strict'; nowhere = x }", ANY, Verification.throwing("ReferenceError"), ANY);
        snippets.add("patterns", "x => { let { p, q: [r, ...s], ...t } = { p: x, q: [x, x], u: x }; var [v = x] = []; const { w = x } = {}; return [p, r, s[0], t.u, v, w] }", array(ANY),
                Verification.allOfOne(x -> List.of(x, x, x, x, x, x)), ANY);
        snippets.add("function", "x => { return [hoisted(), blocks()]; function hoisted() { return x } function blocks() { { function inner() { return x } } return inner() } }", array(ANY),
                Verification.allOfOne(x -> List.of(x, x)), ANY);
        snippets.add("generator function", "x => { function* f(y = x) { yield y; return y } const g = f(); return [g.next().value, g.next().value, g.next().value] }", array(ANY),
                Verification.allOfOne(x -> List.of(x, x, Operand.UNDEFINED)), ANY);
        snippets.add("async function", """
                x => {
                  const seen = []
                  async function f() { return [x] }
                  async function* g() { yield* await f() }
                  g().next().then(r => seen.push(r.done))
                  return seen
                }""", array(ANY),
                Verification.allOfOne(x -> Awaited.of(x).rejected() ? List.of() : List.of(Operand.of(false))), ANY);
        snippets.add("class", """
                x => {
                  class A { static #count = 0; #x; constructor(x) { this.#x = x; A.#count++ } get x() { return this.#x } static get count() { return A.#count } }
                  class B extends A { constructor() { super(x); this.own = super.x } get x() { return [super.x] } }
                  const b = new B()
                  return [b.own, b.x[0], A.count, b instanceof A]
                }""", array(ANY), Verification.allOfOne(x -> List.of(x, x, Operand.of(1), Operand.of(true))), ANY);
        snippets.add("parameters", "x => { const f = (a, { b } = { b: a }, [c = b] = [], ...d) => [a, b, c, d.length]; return f(x) }", array(ANY),
                Verification.allOfOne(x -> List.of(x, x, x, Operand.of(0))), ANY);
        snippets.add("direct eval", "x => { var y = 1; eval('var z = x; y = z'); return [y, eval('z'), (0, eval)('typeof x')] }", array(ANY),
                Verification.allOfOne(x -> List.of(x, x, Operand.of("undefined"))), ANY);
        addUsing(snippets);
    }

    private static void addUsing(Snippets snippets) {
        snippets.add("using", "x => { using y = x; return 'used' }", STRING, NULL);
        snippets.add("using a resource", "x => { const seen = []; { using y = { [Symbol.dispose]() { seen.push(x) } }, z = null; seen.push('used') } return seen }", array(ANY),
                Verification.allOfOne(x -> List.of(Operand.of("used"), x)), ANY);
        snippets.add("using that throws", "x => { try { using y = { [Symbol.dispose]() { throw x } }; throw 'body' } catch (e) { return [e.suppressed, e.error] } }", array(ANY),
                Verification.allOfOne(x -> List.of(Operand.of("body"), x)), ANY);
        snippets.add("await using", """
                x => {
                  const seen = [], resource = { [Symbol.asyncDispose]: async () => { seen.push(x) } };
                  (async () => { { await using y = resource } seen.push('behind') })()
                  return seen
                }""", array(ANY),
                Verification.allOfOne(x -> List.of(x, Operand.of("behind"))), ANY);
        snippets.add("using in a loop", "x => { const seen = []; for (using y of [null, { [Symbol.dispose]() { seen.push(x) } }]) seen.push(y === null); return seen }", array(ANY),
                Verification.allOfOne(x -> List.of(Operand.of(true), Operand.of(false), x)), ANY);
    }
}
