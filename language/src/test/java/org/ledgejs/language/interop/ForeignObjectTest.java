package org.ledgejs.language.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyHashMap;
import org.graalvm.polyglot.proxy.ProxyIterable;
import org.graalvm.polyglot.proxy.ProxyIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of the host in the hands of a program. */
class ForeignObjectTest extends InteropTest {
    private static final ProxyExecutable COUNT = arguments -> arguments.length;

    private static Iterable<Object> iterable() {
        return () -> List.<Object>of(1, 2).iterator();
    }

    static List<Object> iterated() {
        return List.of(Arguments.of(iterable()), Arguments.of(ProxyIterable.from(iterable())), Arguments.of(iterable().iterator()), Arguments.of(ProxyIterator.from(iterable().iterator())));
    }

    @ParameterizedTest
    @MethodSource("iterated")
    void hostIterablesAndIteratorsAreIterable(Object value) {
        assertEquals("1,2", call("x => { const all = []; for (const y of x) all.push(y); return all.join() }", value).asString());
    }

    @Test
    void spreadingPatternsAndDelegationIterate() {
        assertEquals("1,2,1,2,1", call("x => [...x, ...(function* () { yield* x })(), (([a]) => a)(x)].join()", iterable()).asString());
        assertEquals(4, call("x => x[Symbol.iterator]().map(n => n * 2).toArray()[1]", iterable()).asInt());
    }

    @Test
    void hostMapsGiveTheirEntries() {
        assertEquals("k=1", call("m => { for (const [key, value] of m) return `${key}=${value}` }", Map.of("k", 1)).asString());
        assertEquals(1, call("m => new Map(m).get('k')", ProxyHashMap.from(Map.of("k", 1))).asInt());
    }

    @Test
    void whatIsNotIterableIsATypeError() {
        PolyglotException error = assertThrows(PolyglotException.class, () -> call("x => [...x]", new Object()));
        assertTrue(error.getMessage().startsWith("TypeError"), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"C => new C()", "C => Reflect.construct(C, [])", "C => Reflect.construct(C, [], Array)"})
    void hostClassesAreConstructed(String function) {
        assertTrue(call(function, ArrayList.class).asHostObject() instanceof ArrayList<?>);
    }

    @Test
    void hostFunctionsHaveTheMethodsOfFunctions() {
        assertEquals(3, call("f => f.bind(null, 1)(2, 3)", COUNT).asInt());
        assertEquals(2, call("f => f.call(null, 1, 2)", COUNT).asInt());
        assertEquals(1, call("f => f.apply(null, [1])", COUNT).asInt());
    }

    @Test
    void hostArraysAreFlattenedAndConcatenated() {
        assertEquals("1,2,3", call("a => [a, 3].flat().join()", List.of(1, 2)).asString());
        assertEquals("1,2", call("a => [0].flatMap(() => a).join()", new int[] {1, 2}).asString());
    }

    @Test
    void aHostArrayChoosesThePropertiesOfJson() {
        assertEquals("{\"b\":2}", call("keys => JSON.stringify({ a: 1, b: 2 }, keys)", List.of("b")).asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"C => Promise.all.call(C, [])", "C => Promise.resolve.call(C, 1)", "C => Promise.withResolvers.call(C)",
            "C => { const a = [1]; a.constructor = { [Symbol.species]: C }; return a.map(x => x) }"})
    void aHostClassInPlaceOfAConstructorIsNoInternalError(String function) {
        Value outcome = call("(f, C) => { try { return f(C) } catch (e) { return e } }", eval("(" + function + ")"), ArrayList.class);
        assertTrue(outcome.isException() || outcome.hasMembers());
    }

    @Test
    void aConstructorMayReturnAHostObjectInAnArraysPlace() {
        ArrayList<Object> list = new ArrayList<>();
        Value result = call("list => { const a = [7]; a.constructor = { [Symbol.species]: function () { return list } }; return a.map(x => x) }", list);
        assertSame(list, result.asHostObject());
        assertEquals(List.of(7), list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x => Object(x)", "x => Object.prototype.valueOf.call(x)", "x => (function () { return this }).call(x)", "x => Array.prototype.reverse.call(x)", "x => Object.freeze(x)"})
    void aHostObjectStaysItself(String function) {
        List<Object> list = new ArrayList<>(List.of(1, 2));
        assertSame(list, call(function, list).asHostObject());
        assertTrue(call("(f, x) => f(x) === x", eval("(" + function + ")"), list).asBoolean());
    }

    @Test
    void instanceofAsksHostClasses() {
        assertTrue(call("(x, C) => x instanceof C", new ArrayList<>(), ArrayList.class).asBoolean());
        assertEquals("false TypeError", call("(x, f) => { try { x instanceof x } catch (e) { return `${x instanceof f} ${e.name}` } }", new Object(), COUNT).asString());
    }

    @Test
    void integersThatANumberCannotHoldAreBigInts() {
        for (long value : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, -(1L << 53), 1L << 53}) {
            assertEquals("bigint", call("x => typeof x", value).asString());
            assertEquals(BigInteger.valueOf(value).negate(), call("x => -x", value).asBigInteger());
        }
        assertEquals("number", call("x => typeof x", (1L << 53) - 1).asString());
        assertEquals("number", call("x => typeof x", 1 - (1L << 53)).asString());
    }
}
