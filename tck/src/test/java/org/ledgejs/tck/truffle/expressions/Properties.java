package org.ledgejs.tck.truffle.expressions;

import static org.graalvm.polyglot.tck.TypeDescriptor.ANY;
import static org.graalvm.polyglot.tck.TypeDescriptor.BOOLEAN;
import static org.graalvm.polyglot.tck.TypeDescriptor.NULL;
import static org.graalvm.polyglot.tck.TypeDescriptor.array;

import java.util.List;

import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.tck.ResultVerifier;

import org.ledgejs.tck.truffle.Snippets;
import org.ledgejs.tck.truffle.reference.Conversion;
import org.ledgejs.tck.truffle.reference.Operand;
import org.ledgejs.tck.truffle.reference.Refusal;
import org.ledgejs.tck.truffle.reference.Verification;

/** Properties of any value, {@code in} and {@code instanceof}. */
final class Properties {
    private Properties() { }

    static void addTo(Snippets snippets) {
        snippets.add("x.nothing", "x => x.nothing", NULL, Verification.ofOne(x -> {
            Conversion.requireCoercible(x);
            return Operand.UNDEFINED;
        }), ANY);
        snippets.add("x?.nothing", "x => [x?.nothing, x?.nothing?.at.all, x?.nothing?.[0]]", array(NULL),
                Verification.allOfOne(x -> List.of(Operand.UNDEFINED, Operand.UNDEFINED, Operand.UNDEFINED)), ANY);
        snippets.add("x[0]", "x => [x[0], x['0'], x?.[0]]", array(ANY), Verification.allOfOne(x -> {
            Operand first = first(x);
            return List.of(first, first, first);
        }), ANY);
        snippets.add("o[x]", "x => ({ [x]: 'value', 3: 'index' })[x]", ANY, Verification.ofOne(x -> {
            UnaryOperators.requirePropertyKey(x);
            return Operand.of(isKey(x, "3") ? "index" : "value");
        }), ANY);
        snippets.add("o.p of x", "x => { const o = { p: x, get a() { return x } }; return [o.p, o['p'], o.a, o?.p, (o.q = x), o.q] }", array(ANY),
                Verification.allOfOne(x -> List.of(x, x, x, x, x, x)), ANY);
        snippets.add("o.#p of x", "x => { class C { #p = x; static #s = x; all() { return [this.#p, C.#s, #p in this, #p in C] } } return new C().all() }", array(ANY),
                Verification.allOfOne(x -> List.of(x, x, Operand.of(true), Operand.of(false))), ANY);
        snippets.add("super.p of x", "x => new (class extends (class { get p() { return x } m() { return x } }) { m() { return [super.p, super['p'], super.m()] } })().m()", array(ANY),
                Verification.allOfOne(x -> List.of(x, x, x)), ANY);
        addRelations(snippets);
    }

    private static void addRelations(Snippets snippets) {
        snippets.add("x in o", "x => x in { 3: 1, text: 2 }", BOOLEAN, Verification.ofOne(x -> {
            UnaryOperators.requirePropertyKey(x);
            return Operand.of(isKey(x, "3") || isKey(x, "text"));
        }), ANY);
        snippets.add("p in x", "x => ['nothing' in x, Symbol.species in x]", array(BOOLEAN), Verification.allOfOne(x -> {
            if (!x.isObject()) {
                throw Refusal.typeError();
            }
            return List.of(Operand.of(false), Operand.of(hasSpecies(x.object())));
        }), ANY);
        snippets.add("x instanceof Array", "x => [x instanceof Array, x instanceof (class { static [Symbol.hasInstance]() { return true } })]", array(BOOLEAN),
                Verification.allOfOne(x -> List.of(Operand.of(isGuestArray(x)), Operand.of(true))), ANY);
        snippets.add("o instanceof x", "x => ({}) instanceof x", BOOLEAN, instanceOf(), ANY);
    }

    private static Operand first(Operand x) {
        Conversion.requireCoercible(x);
        if (x.kind() == Operand.Kind.STRING) {
            return x.string().isEmpty() ? Operand.UNDEFINED : Operand.of(x.string().substring(0, 1));
        }
        if (!x.isObject()) {
            return Operand.UNDEFINED;
        }
        Value object = x.object();
        if (object.hasArrayElements()) {
            return object.getArraySize() == 0 ? Operand.UNDEFINED : Operand.of(object.getArrayElement(0));
        }
        return object.hasMember("0") ? Operand.of(object.getMember("0")) : Operand.UNDEFINED;
    }

    private static boolean isKey(Operand x, String key) {
        Operand primitive = Conversion.toPrimitive(x, Conversion.Hint.STRING);
        return primitive.kind() != Operand.Kind.SYMBOL && Conversion.toString(primitive).equals(key);
    }

    /** The constructors of the library whose instances may be of another species. */
    private static boolean hasSpecies(Value object) {
        return object.canInstantiate() && object.toString().equals("[Function Array]");
    }

    private static boolean isGuestArray(Operand x) {
        if (!x.isObject() || x.object().getMetaObject() == null) {
            return false;
        }
        String type = x.object().getMetaObject().getMetaSimpleName();
        return type.equals("Array") || type.equals("Stack");
    }

    /** What has a prototype may have instances; an object is one of Object's and those of proxies of it. */
    private static ResultVerifier instanceOf() {
        return Verification.ofOne(x -> {
            if (!x.isObject()) {
                throw Refusal.typeError();
            }
            Value type = x.object();
            boolean foreign = type.isHostObject() || type.isProxyObject();
            if (foreign ? !type.isMetaObject() && !type.canExecute() : !type.canInstantiate() && !type.hasMember("prototype")) {
                throw Refusal.typeError();
            }
            return Operand.of(foreign && type.isMetaObject() && type.toString().equals("java.lang.Object"));
        });
    }
}
