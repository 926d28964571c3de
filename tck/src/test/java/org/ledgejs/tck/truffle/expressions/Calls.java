package org.ledgejs.tck.truffle.expressions;

import static org.graalvm.polyglot.tck.TypeDescriptor.ANY;
import static org.graalvm.polyglot.tck.TypeDescriptor.INSTANTIABLE_ANY;
import static org.graalvm.polyglot.tck.TypeDescriptor.NULL;
import static org.graalvm.polyglot.tck.TypeDescriptor.NUMBER;
import static org.graalvm.polyglot.tck.TypeDescriptor.STRING;
import static org.graalvm.polyglot.tck.TypeDescriptor.array;
import static org.graalvm.polyglot.tck.TypeDescriptor.executable;
import static org.graalvm.polyglot.tck.TypeDescriptor.union;

import java.util.List;

import org.graalvm.polyglot.tck.TypeDescriptor;

import org.ledgejs.tck.truffle.Snippets;
import org.ledgejs.tck.truffle.reference.Operand;
import org.ledgejs.tck.truffle.reference.Verification;

/** Calls and constructions, of what can be called and of what cannot. */
final class Calls {
    private static final TypeDescriptor NO_ARGUMENTS = executable(ANY);
    private static final TypeDescriptor ONE_NUMBER = executable(ANY, NUMBER);
    private static final TypeDescriptor TWO_STRINGS = executable(ANY, STRING, STRING);

    private Calls() { }

    static void addTo(Snippets snippets) {
        snippets.add("f()", "f => f()", ANY, NO_ARGUMENTS);
        snippets.add("f(1)", "f => f(1)", ANY, ONE_NUMBER);
        snippets.add("f(a, b)", "f => f('a', 'b')", ANY, TWO_STRINGS);
        snippets.add("f(...a)", "f => f(...['a', 'b'])", ANY, TWO_STRINGS);
        snippets.add("o.f()", "f => ({ f }).f()", ANY, NO_ARGUMENTS);
        snippets.add("a[0](1)", "f => [f][0](1)", ANY, ONE_NUMBER);
        snippets.add("f?.()", "f => f?.()", ANY, union(NO_ARGUMENTS, NULL));
        snippets.add("f.call(null, 1)", "f => Reflect.apply(f, null, [1])", ANY, ONE_NUMBER);
        snippets.add("new C", "C => new C", ANY, INSTANTIABLE_ANY);
        snippets.add("new C(...a)", "C => new C(...[])", ANY, INSTANTIABLE_ANY);
        snippets.add("Reflect.construct", "C => Reflect.construct(C, [])", ANY, INSTANTIABLE_ANY);

        snippets.add("arguments of a call", """
                x => {
                  const own = function (a, b = x, ...rest) { return [a, b, rest[0], arguments.length] }
                  return [...own(x), ...own(x, undefined, x), ...own.call(null, x), ...own.apply(null, [x, x, x]), ...own.bind(null, x)(x)]
                }""", array(ANY), Verification.allOfOne(x -> {
                    Operand none = Operand.UNDEFINED;
                    return List.of(x, x, none, Operand.of(1), x, x, x, Operand.of(3), x, x, none, Operand.of(1), x, x, x, Operand.of(3), x, x, none, Operand.of(2));
                }), ANY);
        snippets.add("this of a call", """
                x => [
                  (function () { 'use strict'; return this }).call(x),
                  { m() { return this.x }, x }.m(),
                  (() => x)(),
                  new (function () { this.x = x })().x,
                  (tag => tag`a${x}b`)((parts, value) => value),
                ]""", array(ANY), Verification.allOfOne(x -> List.of(x, x, x, x, x)), ANY);
    }
}
