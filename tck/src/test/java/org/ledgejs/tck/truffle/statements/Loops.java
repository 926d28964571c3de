package org.ledgejs.tck.truffle.statements;

import static org.graalvm.polyglot.tck.TypeDescriptor.ANY;
import static org.graalvm.polyglot.tck.TypeDescriptor.BOOLEAN;
import static org.graalvm.polyglot.tck.TypeDescriptor.NUMBER;
import static org.graalvm.polyglot.tck.TypeDescriptor.STRING;
import static org.graalvm.polyglot.tck.TypeDescriptor.array;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.tck.ResultVerifier;

import org.ledgejs.tck.truffle.Snippets;
import org.ledgejs.tck.truffle.Types;
import org.ledgejs.tck.truffle.reference.Awaited;
import org.ledgejs.tck.truffle.reference.Conversion;
import org.ledgejs.tck.truffle.reference.Iterated;
import org.ledgejs.tck.truffle.reference.Operand;
import org.ledgejs.tck.truffle.reference.Verification;

/** Loops, with the jumps in them. */
final class Loops {
    private Loops() { }

    static void addTo(Snippets snippets) {
        counted(snippets, "while", "while (x && n < 3) n++", 0);
        counted(snippets, "do while", "do { n++ } while (x && n < 3)", 1);
        counted(snippets, "for", "for (let i = 0; x && i < 3; i++) n++", 0);
        counted(snippets, "for without head", "for (;;) { if (!x || n === 3) break; n++ }", 0);
        counted(snippets, "for over var", "for (var i = 0, end = x ? 3 : 0; i < end; ++i) { n = i + 1 }", 0);
        counted(snippets, "continue", "for (let i = 0; i < 6; i++) { if (!x || i % 2) continue; n++ }", 0);
        counted(snippets, "labelled continue", "outer: for (let i = 0; i < 3; i++) { for (;;) { if (!x) break outer; n++; continue outer } }", 0);
        counted(snippets, "labelled break", "outer: while (true) { do { if (!x || n === 3) break outer; n++ } while (true) }", 0);
        snippets.add("closures of a loop", "x => { const all = []; for (let i = 0, y = x; i < 2; i++) all.push(() => y, () => i); return all.map(f => f()) }", array(ANY),
                Verification.allOfOne(x -> List.of(x, Operand.of(0), x, Operand.of(1))), ANY);
        addKeys(snippets);
        addElements(snippets);
    }

    /** A loop that counts to three if x counts as true. @param otherwise how far it counts else */
    private static void counted(Snippets snippets, String id, String loop, int otherwise) {
        snippets.add(id, "x => { let n = 0; " + loop + "; return n }", NUMBER, Verification.ofOne(x -> Operand.of(Conversion.toBoolean(x) ? 3 : otherwise)), ANY);
    }

    private static void addKeys(Snippets snippets) {
        snippets.add("for in", "x => { const keys = []; for (const key in x) keys.push(key); return keys }", array(STRING), Loops::verifyKeys, ANY);
        snippets.add("for in into a place", "x => { const o = {}; for (o.key in { a: x }) ; for (o['other'] in { b: x }) break; return [o.key, o.other] }", array(STRING),
                Verification.allOfOne(x -> List.of(Operand.of("a"), Operand.of("b"))), ANY);
        snippets.add("for in while it changes", "x => { const o = { a: x, b: x }, seen = []; for (var key in o) { seen.push(key); delete o.b; o.c = x } return seen }", array(STRING),
                Verification.allOfOne(x -> List.of(Operand.of("a"))), ANY);
    }

    /** The members of an object are among the keys; a string has its indices; what has neither members nor elements has none. */
    private static void verifyKeys(ResultVerifier.SnippetRun run) {
        ResultVerifier.getDefaultResultVerifier().accept(run);
        Value x = run.getParameters().getFirst();
        List<String> keys = new ArrayList<>();
        for (long i = 0; i < run.getResult().getArraySize(); i++) {
            keys.add(run.getResult().getArrayElement(i).asString());
        }
        if (x.isString()) {
            assertEquals(x.asString().length(), keys.size());
        } else if (x.hasMembers()) {
            if (!x.isHostObject()) {
                assertTrue(keys + " of " + x.getMemberKeys(), keys.containsAll(x.getMemberKeys()));
            }
        } else if (!x.hasArrayElements()) {
            assertEquals(List.of(), keys);
        }
    }

    private static void addElements(Snippets snippets) {
        snippets.add("for of", "x => { const all = []; for (const y of x) all.push(y); return all }", array(ANY), Iterated.asElements(), Types.ITERATED);
        snippets.add("for of with break", "x => { for (const y of x) { if (y !== x) break } for (var z of x) { z = 1; break } return true }", BOOLEAN,
                Iterated.verified(ResultVerifier.getDefaultResultVerifier()), Types.ITERATED);
        snippets.add("for of into a place", "x => { const all = []; for (all[all.length] of x) ; return all }", array(ANY), Iterated.asElements(), Types.ITERATED);
        snippets.add("for of with a pattern", "x => { const all = []; for (const { nothing = 'default', ...rest } of [x]) all.push(nothing, typeof rest); return all }", array(STRING),
                Verification.allOfOne(x -> {
                    Conversion.requireCoercible(x);
                    return List.of(Operand.of("default"), Operand.of("object"));
                }), ANY);
        snippets.add("for of a generator that is closed", """
                x => {
                  const seen = []
                  function* numbers() { try { yield 1; yield 2 } finally { seen.push('closed') } }
                  for (const n of numbers()) { if (x) break; seen.push(n) }
                  return seen
                }""", array(ANY), Verification.allOfOne(x -> Conversion.toBoolean(x) ? List.of(Operand.of("closed"))
                        : List.of(Operand.of(1), Operand.of(2), Operand.of("closed"))), ANY);
        snippets.add("for await of", "x => { const all = []; (async () => { for await (const y of [1, x, 2]) all.push(y) })().catch(() => { }); return all }", array(ANY),
                Verification.allOfOne(x -> Awaited.of(x).rejected() ? List.of(Operand.of(1)) : List.of(Operand.of(1), Awaited.of(x).value(), Operand.of(2))), ANY);
    }
}
