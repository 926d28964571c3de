package org.ledgejs.tck.truffle.expressions;

import static org.graalvm.polyglot.tck.TypeDescriptor.ANY;
import static org.graalvm.polyglot.tck.TypeDescriptor.NUMBER;
import static org.graalvm.polyglot.tck.TypeDescriptor.STRING;
import static org.graalvm.polyglot.tck.TypeDescriptor.array;
import static org.graalvm.polyglot.tck.TypeDescriptor.union;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.ledgejs.tck.truffle.Snippets;
import org.ledgejs.tck.truffle.reference.Arithmetic;
import org.ledgejs.tck.truffle.reference.Conversion;
import org.ledgejs.tck.truffle.reference.Operand;
import org.ledgejs.tck.truffle.reference.Verification;

/** Assignment operators, to every kind of place. */
final class Assignments {
    /** Gives what the assignments give, then what the places hold; %1$s is the operator, %2$s what is in them before. */
    private static final String EVERYWHERE = """
            x => {
              let local = %2$s, captured = %2$s
              const read = () => captured
              const object = { p: %2$s, get a() { return this.p2 }, set a(v) { this.p2 = v }, p2: %2$s }, array = [%2$s], key = 'p'
              const holder = new (class extends (class { get q() { return this.r } set q(v) { this.r = v } }) {
                #p = %2$s
                r = %2$s
                own() { return this.#p %1$s x }
                inherited() { return super.q %1$s x }
              })
              return [local %1$s x, captured %1$s x, object.p %1$s x, object.a %1$s x, array[0] %1$s x, holder.own(), holder.inherited(),
                local, read(), object[key], object.p2, array[0], holder.r]
            }""";
    private static final int PLACES = 13;

    private Assignments() { }

    static void addTo(Snippets snippets) {
        snippets.add("=", EVERYWHERE.formatted("=", "0"), array(ANY), Verification.allOfOne(x -> everywhere(x)), ANY);
        for (String operator : BinaryOperators.ARITHMETIC) {
            snippets.add(operator + "=", EVERYWHERE.formatted(operator + "=", "3"), array(union(NUMBER, STRING)),
                    Verification.allOfOne(x -> everywhere(Arithmetic.binary(operator, Operand.of(3), x))), ANY);
        }
        for (LogicalOperators.Logical logical : LogicalOperators.ALL) {
            String operator = logical.operator() + "=";
            snippets.add("true " + operator, EVERYWHERE.formatted(operator, "true"), array(ANY),
                    Verification.allOfOne(x -> everywhere(logical.keepsLeft().test(Operand.of(true)) ? Operand.of(true) : x)), ANY);
            snippets.add("null " + operator, EVERYWHERE.formatted(operator, "null"), array(ANY),
                    Verification.allOfOne(x -> everywhere(logical.keepsLeft().test(Operand.NULL) ? Operand.NULL : x)), ANY);
        }
        addElements(snippets);
    }

    private static List<Operand> everywhere(Operand value) {
        return Collections.nCopies(PLACES, value);
    }

    /** Arrays that have to change how they keep their elements. */
    private static void addElements(Snippets snippets) {
        List<Operand> ints = List.of(Operand.of(1), Operand.of(2));
        List<Operand> doubles = List.of(Operand.of(0.5), Operand.of(1.5));
        List<Operand> strings = List.of(Operand.of("a"), Operand.of("b"));
        addElement(snippets, "array of int", "[1, 2]", ints);
        addElement(snippets, "array of double", "[0.5, 1.5]", doubles);
        addElement(snippets, "array of string", "['a', 'b']", strings);
        addElement(snippets, "array", "[]", List.of());
        snippets.add("holey array[i] = x", "x => { const array = [1, , 3]; array[1] = x; array[4] = x; return array }", array(ANY),
                Verification.allOfOne(x -> List.of(Operand.of(1), x, Operand.of(3), Operand.UNDEFINED, x)), ANY);
        snippets.add("arguments[i] = x", "x => (function (a) { arguments[0] = x; return [a, arguments[0]] })(1)", array(ANY), Verification.allOfOne(x -> List.of(x, x)), ANY);
        snippets.add("Float64Array[i] = x", "x => { const array = new Float64Array(1); array[0] = x; return array }", array(NUMBER),
                Verification.allOfOne(x -> List.of(Operand.of(Conversion.toNumber(x)))), ANY);
        snippets.add("Int32Array[i] = x", "x => { const array = new Int32Array(1); array[0] = x; return array }", array(NUMBER),
                Verification.allOfOne(x -> List.of(Arithmetic.binary("|", Operand.of(Conversion.toNumber(x)), Operand.of(0)))), ANY);
    }

    private static void addElement(Snippets snippets, String name, String literal, List<Operand> before) {
        snippets.add(name + "[i] = x", "x => { const array = " + literal + "; array[" + before.size() + "] = x; if (array.length > 1) array[0] = x; return array }", array(ANY),
                Verification.allOfOne(x -> Stream.concat(before.isEmpty() ? Stream.of() : Stream.concat(Stream.of(x), before.stream().skip(1)), Stream.of(x)).toList()), ANY);
        snippets.add(name + ".push(x)", "x => { const array = " + literal + "; array.push(x); return array }", array(ANY),
                Verification.allOfOne(x -> Stream.concat(before.stream(), Stream.of(x)).toList()), ANY);
    }
}
