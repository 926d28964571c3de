package org.ledgejs.tck.truffle.expressions;

import static org.graalvm.polyglot.tck.TypeDescriptor.ANY;
import static org.graalvm.polyglot.tck.TypeDescriptor.STRING;
import static org.graalvm.polyglot.tck.TypeDescriptor.array;

import java.util.List;
import java.util.function.Predicate;

import org.ledgejs.tck.truffle.Snippets;
import org.ledgejs.tck.truffle.reference.Conversion;
import org.ledgejs.tck.truffle.reference.Operand;
import org.ledgejs.tck.truffle.reference.Verification;

/** Operators that choose one of their operands. */
final class LogicalOperators {
    private static final Operand OTHER = Operand.of("other");

    /** @param keepsLeft whether the left operand is the result */
    record Logical(String operator, Predicate<Operand> keepsLeft) { }

    static final List<Logical> ALL = List.of(new Logical("&&", x -> !Conversion.toBoolean(x)), new Logical("||", Conversion::toBoolean), new Logical("??", x -> !x.isNullish()));

    private LogicalOperators() { }

    static void addTo(Snippets snippets) {
        for (Logical logical : ALL) {
            String operator = logical.operator;
            snippets.add("x " + operator + " y", "x => x " + operator + " 'other'", ANY, Verification.ofOne(x -> logical.keepsLeft.test(x) ? x : OTHER), ANY);
            snippets.add("y " + operator + " x", "x => [true " + operator + " x, null " + operator + " x]", array(ANY), Verification.allOfOne(
                    x -> List.of(logical.keepsLeft.test(Operand.of(true)) ? Operand.of(true) : x, logical.keepsLeft.test(Operand.NULL) ? Operand.NULL : x)), ANY);
            snippets.add("if x " + operator + " y", "x => { if (x " + operator + " false) return 'yes'; return 'no' }", STRING, Verification.ofOne(
                    x -> Operand.of(logical.keepsLeft.test(x) && Conversion.toBoolean(x) ? "yes" : "no")), ANY);
        }
        snippets.add("x ? y : z", "x => x ? 'yes' : 'no'", STRING, Verification.ofOne(x -> Operand.of(Conversion.toBoolean(x) ? "yes" : "no")), ANY);
        snippets.add("y ? x : z", "x => [true ? x : 1, false ? 1 : x]", array(ANY), Verification.allOfOne(x -> List.of(x, x)), ANY);
        snippets.add("x, y", "x => [(x, 'other'), ('other', x)]", array(ANY), Verification.allOfOne(x -> List.of(OTHER, x)), ANY);
    }
}
