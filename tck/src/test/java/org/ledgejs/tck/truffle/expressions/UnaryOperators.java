package org.ledgejs.tck.truffle.expressions;

import static org.graalvm.polyglot.tck.TypeDescriptor.ANY;
import static org.graalvm.polyglot.tck.TypeDescriptor.BOOLEAN;
import static org.graalvm.polyglot.tck.TypeDescriptor.NULL;
import static org.graalvm.polyglot.tck.TypeDescriptor.NUMBER;
import static org.graalvm.polyglot.tck.TypeDescriptor.STRING;
import static org.graalvm.polyglot.tck.TypeDescriptor.array;

import java.util.List;

import org.graalvm.polyglot.Value;

import org.ledgejs.tck.truffle.Snippets;
import org.ledgejs.tck.truffle.reference.Arithmetic;
import org.ledgejs.tck.truffle.reference.Conversion;
import org.ledgejs.tck.truffle.reference.Operand;
import org.ledgejs.tck.truffle.reference.Verification;

/** Operators before and behind one operand. */
final class UnaryOperators {
    private UnaryOperators() { }

    static void addTo(Snippets snippets) {
        for (String operator : List.of("-", "+", "~")) {
            snippets.add(operator + "x", "x => " + operator + "x", NUMBER, Verification.ofOne(x -> Arithmetic.unary(operator, x)), ANY);
        }
        snippets.add("!x", "x => !x", BOOLEAN, Verification.ofOne(x -> Operand.of(!Conversion.toBoolean(x))), ANY);
        snippets.add("typeof x", "x => typeof x", STRING, Verification.ofOne(x -> Operand.of(typeOf(x))), ANY);
        snippets.add("typeof of an unknown name", "() => typeof nowhere", STRING, Verification.result(none -> Operand.of("undefined")));
        snippets.add("void x", "x => void x", NULL, Verification.ofOne(x -> Operand.UNDEFINED), ANY);
        addUpdates(snippets);
        addDeletions(snippets);
    }

    private static void addUpdates(Snippets snippets) {
        for (String operator : List.of("++", "--")) {
            snippets.add(operator + "x", "x => [" + operator + "x, x]", array(NUMBER), Verification.allOfOne(x -> {
                Operand updated = Arithmetic.unary(operator, x);
                return List.of(updated, updated);
            }), ANY);
            snippets.add("x" + operator, "x => [x" + operator + ", x]", array(NUMBER),
                    Verification.allOfOne(x -> List.of(Conversion.toNumeric(x), Arithmetic.unary(operator, x))), ANY);
            snippets.add("x" + operator + " of every kind of place", """
                    x => {
                      let captured = x
                      const read = () => captured
                      const object = { p: x, [Symbol.iterator]: x }, array = [x], holder = new (class { #p = x; update() { return this.#p%1$s } })
                      return [captured%1$s, read(), object.p%1$s, object[Symbol.iterator]%1$s, array[0]%1$s, holder.update(), object.p, array[0]]
                    }""".formatted(operator), array(NUMBER), Verification.allOfOne(x -> {
                        Operand old = Conversion.toNumeric(x);
                        Operand updated = Arithmetic.unary(operator, x);
                        return List.of(old, updated, old, old, old, old, updated, updated);
                    }), ANY);
        }
    }

    private static void addDeletions(Snippets snippets) {
        List<Operand> deleted = List.of(Operand.of(true), Operand.of(false), Operand.of(true));
        snippets.add("delete o.p", "x => { const o = { p: x }; return [delete o.p, 'p' in o, delete o.p] }", array(BOOLEAN), Verification.allOfOne(x -> deleted), ANY);
        snippets.add("delete o[x]", "x => { const o = { [x]: 1 }; return [delete o[x], x in o, delete o[x]] }", array(BOOLEAN), Verification.allOfOne(x -> {
            requirePropertyKey(x);
            return deleted;
        }), ANY);
        snippets.add("delete of a name", "x => [delete x, delete 1]", array(BOOLEAN), Verification.allOfOne(x -> List.of(Operand.of(false), Operand.of(true))), ANY);
    }

    /** ToPropertyKey (ECMA-262 §7.1.19) as far as it refuses. */
    static void requirePropertyKey(Operand x) {
        Operand primitive = Conversion.toPrimitive(x, Conversion.Hint.STRING);
        if (primitive.kind() != Operand.Kind.SYMBOL) {
            Conversion.toString(primitive);
        }
    }

    /** The typeof operator (ECMA-262 §13.5.3.1). */
    private static String typeOf(Operand x) {
        return switch (x.kind()) {
            case UNDEFINED -> "undefined";
            case NULL -> "object";
            case OBJECT -> isFunction(x.object()) ? "function" : "object";
            default -> x.kind().name().toLowerCase();
        };
    }

    private static boolean isFunction(Value object) {
        return object.canExecute() || object.canInstantiate();
    }
}
