package org.ledgejs.tck.truffle.expressions;

import static org.graalvm.polyglot.tck.TypeDescriptor.ANY;
import static org.graalvm.polyglot.tck.TypeDescriptor.BOOLEAN;
import static org.graalvm.polyglot.tck.TypeDescriptor.NUMBER;
import static org.graalvm.polyglot.tck.TypeDescriptor.STRING;
import static org.graalvm.polyglot.tck.TypeDescriptor.array;
import static org.graalvm.polyglot.tck.TypeDescriptor.union;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.graalvm.polyglot.tck.TypeDescriptor;

import org.ledgejs.tck.truffle.Snippets;
import org.ledgejs.tck.truffle.reference.Arithmetic;
import org.ledgejs.tck.truffle.reference.Operand;
import org.ledgejs.tck.truffle.reference.Refusal;
import org.ledgejs.tck.truffle.reference.Relation;
import org.ledgejs.tck.truffle.reference.Verification;

/**
 * Every binary operator that computes or compares. They take any value on both sides; that a value meets all others would be too
 * many tests, so each meets constants of every type, on the left and on the right; extreme values meet each other in one program.
 */
final class BinaryOperators {
    static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>");
    private static final List<String> RELATIONAL = List.of("<", ">", "<=", ">=");
    private static final List<String> EQUALITY = List.of("==", "!=", "===", "!==");

    private BinaryOperators() { }

    static void addTo(Snippets snippets) {
        for (String operator : ARITHMETIC) {
            TypeDescriptor result = operator.equals("+") ? union(NUMBER, STRING) : NUMBER;
            BinaryOperator<Operand> reference = (left, right) -> Arithmetic.binary(operator, left, right);
            add(snippets, operator, "numbers", Constant.NUMBERS, result, reference);
            add(snippets, operator, "bigints", Constant.BIGINTS, result, reference);
        }
        for (String operator : Stream.of(ARITHMETIC, RELATIONAL, EQUALITY).flatMap(List::stream).toList()) {
            addPairs(snippets, operator);
        }
        List<Constant> all = Stream.concat(Constant.NUMBERS.stream(), Constant.BIGINTS.stream()).toList();
        for (String operator : Stream.concat(RELATIONAL.stream(), EQUALITY.stream()).toList()) {
            add(snippets, operator, "all", all, BOOLEAN, (left, right) -> Operand.of(Relation.compare(operator, left, right)));
        }
        snippets.add("x === x", "x => [x === x, x !== x, x == x, x != x, Object.is(x, x), Object.is(x, -0)]", array(BOOLEAN), Verification.allOfOne(x -> {
            boolean equal = Relation.compare("===", x, x);
            return Stream.of(equal, !equal, equal, !equal, true, x.equals(Operand.of(-0.0))).map(Operand::of).toList();
        }), ANY);
    }

    /** One place of the program at which all pairs of extreme values meet: what the operator has learned of one must not spoil the next. */
    private static void addPairs(Snippets snippets, String operator) {
        String values = Constant.EXTREMES.stream().map(Constant::text).collect(Collectors.joining(", "));
        snippets.add("all pairs of " + operator, """
                () => {
                  const values = [%s], results = []
                  const apply = (x, y) => { try { return x %s y } catch (e) { return e.name } }
                  for (const x of values) for (const y of values) results.push(apply(x, y))
                  return results
                }""".formatted(values, operator), array(union(NUMBER, STRING, BOOLEAN)), Verification.results(none -> Constant.EXTREMES.stream()
                        .flatMap(x -> Constant.EXTREMES.stream().map(y -> apply(operator, x.operand(), y.operand()))).toList()));
    }

    private static Operand apply(String operator, Operand x, Operand y) {
        try {
            return ARITHMETIC.contains(operator) ? Arithmetic.binary(operator, x, y) : Operand.of(Relation.compare(operator, x, y));
        } catch (Refusal refusal) {
            return Operand.of(refusal.errorName());
        }
    }

    private static void add(Snippets snippets, String operator, String name, List<Constant> constants, TypeDescriptor result, BinaryOperator<Operand> reference) {
        snippets.add("x " + operator + " " + name, "x => " + Constant.array(constants, operator), array(result),
                Verification.allOfOne(x -> Constant.results(constants, x, reference)), ANY);
    }
}
