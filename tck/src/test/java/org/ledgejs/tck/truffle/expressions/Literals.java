package org.ledgejs.tck.truffle.expressions;

import static org.graalvm.polyglot.tck.TypeDescriptor.ANY;
import static org.graalvm.polyglot.tck.TypeDescriptor.BOOLEAN;
import static org.graalvm.polyglot.tck.TypeDescriptor.NULL;
import static org.graalvm.polyglot.tck.TypeDescriptor.OBJECT;
import static org.graalvm.polyglot.tck.TypeDescriptor.STRING;
import static org.graalvm.polyglot.tck.TypeDescriptor.array;
import static org.graalvm.polyglot.tck.TypeDescriptor.union;
import static org.junit.Assert.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.tck.ResultVerifier;

import org.ledgejs.tck.truffle.Snippets;
import org.ledgejs.tck.truffle.Types;
import org.ledgejs.tck.truffle.reference.Awaited;
import org.ledgejs.tck.truffle.reference.Conversion;
import org.ledgejs.tck.truffle.reference.Iterated;
import org.ledgejs.tck.truffle.reference.Operand;
import org.ledgejs.tck.truffle.reference.Refusal;
import org.ledgejs.tck.truffle.reference.Verification;

/** Array, object, template, function and class literals; spreading, destructuring; yield and await. */
final class Literals {
    private Literals() { }

    static void addTo(Snippets snippets) {
        snippets.add("[x]", "x => [x, , x]", array(ANY), Verification.allOfOne(x -> List.of(x, Operand.UNDEFINED, x)), ANY);
        snippets.add("{ p: x }", "x => { const o = { x, p: x, get a() { return x }, m() { return x }, __proto__: null }; return [o.x, o.p, o.a, o.m(), 'toString' in o] }", array(ANY),
                Verification.allOfOne(x -> List.of(x, x, x, x, Operand.of(false))), ANY);
        snippets.add("`${x}`", "x => `<${x}|${x}>`", STRING, Verification.ofOne(x -> {
            String text = Conversion.toString(x);
            return Operand.of("<" + text + "|" + text + ">");
        }), ANY);
        snippets.add("String.raw", "x => String.raw`\\u${x}`", STRING, Verification.ofOne(x -> Operand.of("\\u" + Conversion.toString(x))), ANY);
        snippets.add("function literals", "x => [function () { return x }(), (() => x)(), { f() { return x } }.f(), new (class { constructor() { this.x = x } })().x, (y => y)(x)]", array(ANY),
                Verification.allOfOne(x -> List.of(x, x, x, x, x)), ANY);
        snippets.add("class members", """
                x => {
                  class C { f = x; static s = x; ['computed'] = x; get a() { return x } static { this.block = x } static m() { return x } accessor = x }
                  const c = new C()
                  return [c.f, C.s, c.computed, c.a, C.block, C.m(), c.accessor]
                }""", array(ANY), Verification.allOfOne(x -> List.of(x, x, x, x, x, x, x)), ANY);
        snippets.add("class extends x", "x => typeof class extends x { } === 'function'", BOOLEAN, Verification.ofOne(x -> {
            if (!x.equals(Operand.NULL) && !(x.isObject() && x.object().canInstantiate() && x.object().hasMember("prototype"))) {
                throw Refusal.typeError();
            }
            return Operand.of(true);
        }), ANY);
        addSpreads(snippets);
        addDestructuring(snippets);
        addSuspensions(snippets);
    }

    private static void addSpreads(Snippets snippets) {
        snippets.add("[...x]", "x => [...x]", array(ANY), Iterated.asElements(), Types.ITERATED);
        snippets.add("f(...x)", "x => ((...rest) => rest)(...x)", array(ANY), Iterated.asElements(), Types.ITERATED);
        snippets.add("yield* x", "x => { const all = []; for (const y of (function* () { yield* x })()) all.push(y); return all }", array(ANY), Iterated.asElements(), Types.ITERATED);
        snippets.add("Array.from(x)", "x => Array.from({ [Symbol.iterator]: () => x[Symbol.iterator]() })", array(ANY), Iterated.asElements(), Types.ITERATED);
        snippets.add("new Set(x)", "x => new Set(x).size >= 0", BOOLEAN, Iterated.verified(ResultVerifier.getDefaultResultVerifier()), union(Types.ITERATED, NULL));
        snippets.add("{ ...x }", "x => ({ ...x })", OBJECT, Literals::verifyCopied, ANY);
    }

    /** Every member of an object is one of its copy. */
    private static void verifyCopied(ResultVerifier.SnippetRun run) {
        ResultVerifier.getDefaultResultVerifier().accept(run);
        Value original = run.getParameters().getFirst();
        if (original.hasMembers() && !original.isHostObject()) {
            Set<String> expected = new HashSet<>(original.getMemberKeys());
            Set<String> actual = run.getResult().getMemberKeys();
            for (long i = 0; original.hasArrayElements() && i < original.getArraySize(); i++) {
                // A hole is no property, but an element.
                if (!original.getArrayElement(i).isNull() || actual.contains(Long.toString(i))) {
                    expected.add(Long.toString(i));
                }
            }
            assertEquals(expected, actual);
        }
    }

    private static void addDestructuring(Snippets snippets) {
        snippets.add("[a] = x", "x => { let a, rest; [a, ...rest] = x; return rest.length === 0 && a === undefined ? [] : [a, ...rest] }", array(ANY), Iterated.asElements(), Types.ITERATED);
        snippets.add("([a]) => a", "([a, b = 1, ...rest]) => [a, b, ...rest]", array(ANY), Iterated.verified(ResultVerifier.getDefaultResultVerifier()), Types.ITERATED);
        snippets.add("{ p } = x", "x => { const { nothing, other = 'default', ...rest } = x; return [nothing, other, typeof rest] }", array(ANY), Verification.allOfOne(x -> {
            Conversion.requireCoercible(x);
            return List.of(Operand.UNDEFINED, Operand.of("default"), Operand.of("object"));
        }), ANY);
        snippets.add("places of a pattern", "x => { const o = {}, a = []; [o.p, a[0], { q: o.q, r: [o.r = 2] }] = [x, x, { q: x, r: [x] }]; return [o.p, a[0], o.q, o.r] }", array(ANY),
                Verification.allOfOne(x -> List.of(x, x, x, x.equals(Operand.UNDEFINED) ? Operand.of(2) : x)), ANY);
    }

    private static void addSuspensions(Snippets snippets) {
        snippets.add("yield x", "x => { const g = (function* () { const y = yield x; return [yield y, y] })(); g.next(); return [g.next(x).value, ...g.next(x).value] }", array(ANY),
                Verification.allOfOne(x -> List.of(x, x, x)), ANY);
        snippets.add("await x", "x => { const seen = []; (async () => { seen.push(await x, await x) })().catch(e => seen.push('rejected', e)); return seen }", array(ANY),
                Verification.allOfOne(Literals::awaited), ANY);
        snippets.add("await in expressions", """
                x => {
                  const seen = []
                  const f = async y => { seen.push(y, (await 1) + 1, [(await 2, y), `${await 'a'}b`][1]) }
                  f(x).catch(e => seen.push('rejected'))
                  return seen
                }""", array(ANY), Verification.allOfOne(x -> List.of(x, Operand.of(2), Operand.of("ab"))), ANY);
    }

    private static List<Operand> awaited(Operand x) {
        Awaited awaited = Awaited.of(x);
        return List.of(awaited.rejected() ? Operand.of("rejected") : awaited.value(), awaited.value());
    }
}
