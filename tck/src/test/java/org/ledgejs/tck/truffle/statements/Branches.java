package org.ledgejs.tck.truffle.statements;

import static org.graalvm.polyglot.tck.TypeDescriptor.ANY;
import static org.graalvm.polyglot.tck.TypeDescriptor.NUMBER;
import static org.graalvm.polyglot.tck.TypeDescriptor.STRING;
import static org.graalvm.polyglot.tck.TypeDescriptor.array;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ledgejs.tck.truffle.Snippets;
import org.ledgejs.tck.truffle.reference.Conversion;
import org.ledgejs.tck.truffle.reference.Operand;
import org.ledgejs.tck.truffle.reference.Relation;
import org.ledgejs.tck.truffle.reference.Verification;

/** Statements that choose, jump, or do nothing. */
final class Branches {
    /** What the cases of the switch are, in order. */
    private static final List<Operand> CASES = List.of(Operand.of(1), Operand.of("text"), Operand.NULL, Operand.UNDEFINED, Operand.of(true), Operand.of(-0.0), Operand.of(BigInteger.valueOf(12)));

    private Branches() { }

    static void addTo(Snippets snippets) {
        snippets.add("if", "x => { if (x) return 'then'; return 'behind' }", STRING, Verification.ofOne(x -> Operand.of(Conversion.toBoolean(x) ? "then" : "behind")), ANY);
        snippets.add("if else", "x => { let r; if (!x) { r = 'no' } else if (x === 1) r = 'one'; else { r = 'yes' } return r }", STRING,
                Verification.ofOne(x -> Operand.of(!Conversion.toBoolean(x) ? "no" : x.equals(Operand.of(1)) ? "one" : "yes")), ANY);
        snippets.add("switch", """
                x => {
                  switch (x) {
                    case 1: return 0
                    case 'text': return 1
                    case null: return 2
                    case undefined: return 3
                    case true: return 4
                    case 0: return 5
                    case 12n: return 6
                    default: return 7
                  }
                }""", NUMBER, Verification.ofOne(x -> Operand.of(firstCase(x))), ANY);
        snippets.add("switch that falls through", "x => { let r = ''; switch (x) { case 1: r += 1; default: r += 'd'; case 'text': r += 't'; break; case null: r += 'n' } return r }", STRING,
                Verification.ofOne(x -> Operand.of(x.equals(Operand.of(1)) ? "1dt" : x.equals(Operand.of("text")) ? "t" : x.equals(Operand.NULL) ? "n" : "dt")), ANY);
        snippets.add("switch over cases that compute", """
                x => {
                  const seen = []
                  switch (x) { case (seen.push('a'), 1): case (seen.push('b'), x): break; default: seen.push('c') }
                  return seen
                }""", array(STRING), Verification.allOfOne(x -> {
                    int seen = x.equals(Operand.of(1)) ? 1 : Relation.compare("===", x, x) ? 2 : 3;
                    return Stream.of("a", "b", "c").limit(seen).map(Operand::of).toList();
                }), ANY);
        snippets.add("labelled block", "x => { const seen = [1]; outer: { inner: { if (x) break outer; break inner } seen.push(2) } seen.push(3); return seen }", array(NUMBER),
                Verification.allOfOne(x -> (Conversion.toBoolean(x) ? List.of(1, 3) : List.of(1, 2, 3)).stream().map(n -> Operand.of((double) n)).toList()), ANY);
        snippets.add("return", "x => { { return x } }", ANY, Verification.ofOne(x -> x), ANY);
        snippets.add("return nothing", "x => [(() => { return })(), (() => { x })(), (() => { return\nx })()]", array(ANY),
                Verification.allOfOne(x -> List.of(Operand.UNDEFINED, Operand.UNDEFINED, Operand.UNDEFINED)), ANY);
        snippets.add("empty, debugger and expression statements", "x => { ;;; debugger; x; (x); { } return x }", ANY, Verification.ofOne(x -> x), ANY);
        snippets.add("with", "Function('x', 'with (x) { return [typeof nowhere, typeof Object] }')", array(STRING), Verification.allOfOne(x -> {
            Conversion.requireCoercible(x);
            return List.of(Operand.of("undefined"), Operand.of("function"));
        }), ANY);
        snippets.add("with over a property", "Function('x', 'const o = { p: x }; with (o) { p = [p]; var q = p[0] } return [q, o.p[0], typeof p]')", array(ANY),
                Verification.allOfOne(x -> List.of(x, x, Operand.of("undefined"))), ANY);
    }

    private static double firstCase(Operand x) {
        return IntStream.range(0, CASES.size()).filter(i -> Relation.compare("===", x, CASES.get(i))).findFirst().orElse(CASES.size());
    }
}
