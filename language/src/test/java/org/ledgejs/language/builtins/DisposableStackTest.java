package org.ledgejs.language.builtins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DisposableStack and AsyncDisposableStack. */
class DisposableStackTest extends TextPrograms {

    static Stream<Arguments> programs() {
        return rows("""
            var out = [], s = new DisposableStack; s.use({[Symbol.dispose]() { out.push('use') }}); s.adopt(5, v => out.push(v)); s.defer(() => out.push('defer')); s.dispose(); s.dispose(); [out, s.disposed] || defer,5,use,true
            var s = new DisposableStack; s.defer(() => { throw 1 }); s.defer(() => { throw 2 }); try { s.dispose() } catch (e) { [e.name, e.error, e.suppressed] }                  || SuppressedError,1,2
            var s = new DisposableStack; s.use({})                                                         || TypeError: Property [Symbol.dispose] is not a function
            new DisposableStack().use(null)                                                                || null
            var s = new DisposableStack; s.dispose(); s.defer(() => {})                                    || ReferenceError: Cannot call DisposableStack.prototype.defer on an already-disposed stack
            var out = [], s = new DisposableStack; s.defer(() => out.push(1)); var t = s.move(); s.dispose(); t.dispose(); [out, s.disposed]                                          || 1,true
            DisposableStack.prototype[Symbol.dispose] === DisposableStack.prototype.dispose                || true
            DisposableStack()                                                                              || TypeError: Constructor DisposableStack requires 'new'
            DisposableStack.prototype.use.call(new AsyncDisposableStack)                                   || TypeError: Method DisposableStack.prototype.use called on incompatible receiver #<AsyncDisposableStack>
            """);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programComesTo(String code, String expected) {
        assertText(expected, code);
    }

    @Test
    void asyncResourcesAreAwaitedOneAfterTheOther() {
        eval("""
                var out = [], s = new AsyncDisposableStack;
                s.use({async [Symbol.asyncDispose]() { out.push('a1'); await null; out.push('a2') }});
                s.use({[Symbol.dispose]() { out.push('sync') }});
                s.adopt('v', async v => { out.push(v); await null; out.push('v2') });
                s.disposeAsync().then(() => out.push('end'));
                out.push('later')""");
        assertEquals("v,later,v2,sync,a1,a2,end", eval("out.join()").asString());
    }

    @Test
    void asyncFailuresAreSuppressedIntoOne() {
        eval("""
                var out = [], s = new AsyncDisposableStack;
                s.defer(() => Promise.reject(1)); s.defer(() => { throw 2 });
                s.disposeAsync().catch(e => out.push(e instanceof SuppressedError, e.error, e.suppressed));
                AsyncDisposableStack.prototype.disposeAsync.call({}).catch(e => out.push(e.name))""");
        assertEquals("TypeError,true,1,2", eval("out.join()").asString());
    }
}
