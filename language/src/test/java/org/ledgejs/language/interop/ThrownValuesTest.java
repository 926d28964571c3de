package org.ledgejs.language.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/** What a host gets hold of that a program threw. */
class ThrownValuesTest extends InteropTest {

    private Value thrown(String expression) {
        return assertThrows(PolyglotException.class, () -> eval("(function thrower() { throw " + expression + " })()")).getGuestObject();
    }

    @Test
    void aThrownPrimitiveIsThePrimitive() {
        assertEquals(42, thrown("42").asInt());
        assertEquals("text", thrown("'text'").asString());
        assertTrue(thrown("true").asBoolean());
        assertTrue(thrown("null").isNull());
        assertTrue(thrown("42").isException());
    }

    @Test
    void aThrownObjectIsTheObject() {
        Value error = eval("var error = new RangeError('message', { cause: new TypeError('why') }); error");
        Value thrown = thrown("error");
        assertEquals(error, thrown);
        assertEquals(error.hashCode(), thrown.hashCode());
        assertNotEquals(thrown, thrown("new RangeError('message')"));
        assertEquals("why", thrown.getMember("cause").getMember("message").asString());
        assertEquals(3, thrown("[1, 2, 3]").getArraySize());
        assertEquals(7, thrown("() => 7").execute().asInt());
    }

    @Test
    void handedBackToTheProgramItIsWhatWasThrown() {
        assertTrue(call("e => e instanceof RangeError && Object.is(e, error)", thrown("globalThis.error = new RangeError()")).asBoolean());
        assertEquals("number", call("e => typeof e", thrown("42")).asString());
        assertEquals("text", call("e => { try { throw e } catch (again) { return again } }", thrown("'text'")).asString());
    }

    @Test
    void itCanBeThrownAgain() {
        Value thrown = thrown("new RangeError('message')");
        PolyglotException again = assertThrows(PolyglotException.class, thrown::throwException);
        assertEquals("RangeError: message", again.getMessage());
        assertEquals(thrown, again.getGuestObject());
    }

    @Test
    void whoThrewAPrimitiveIsInTheStackTrace() {
        PolyglotException exception = assertThrows(PolyglotException.class, () -> eval("(function outer() { (function inner() { throw 1 })() })()"));
        List<String> names = new ArrayList<>();
        exception.getPolyglotStackTrace().forEach(frame -> {
            if (frame.isGuestFrame()) {
                names.add(frame.getRootName());
            }
        });
        assertEquals(List.of("inner", "outer"), names.subList(0, 2));
    }

    @Test
    void anExceptionOfTheHostStaysItself() {
        IllegalStateException failure = new IllegalStateException("host");
        PolyglotException exception = assertThrows(PolyglotException.class, () -> call("f => { try { f() } catch (e) { throw e } }", (Runnable) () -> {
            throw failure;
        }));
        assertSame(failure, exception.asHostException());
    }
}
