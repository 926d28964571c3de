package org.ledgejs.language.builtins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Promises: the order of jobs, resolution, combinators. */
class PromiseTest extends TextPrograms {

    /** Code that pushes to "out", and what is there when all jobs have run. */
    static Stream<Arguments> programs() {
        return rows("""
            Promise.resolve(1).then(v => out.push(v)); out.push(0)                                                            || 0,1
            new Promise((f, r) => { f(1); r(2); throw 3 }).then(v => out.push(v), e => out.push('no'))                        || 1
            new Promise(() => { throw 3 }).catch(e => out.push(e))                                                            || 3
            var p = new Promise(f => queue = f); p.then(v => out.push(v)); queue({then(f) { out.push('then'); f(5) }}); out.push('s')  || s,then,5
            var f, p = new Promise(g => f = g); f(p); p.catch(e => out.push(e.message))                                       || Chaining cycle detected for promise #<Promise>
            Promise.resolve().then(() => out.push(1)).then(() => out.push(2)); Promise.resolve().then(() => out.push('a')).then(() => out.push('b')) || 1,a,2,b
            (async () => { await Promise.resolve(); out.push('await') })(); Promise.resolve().then(() => out.push(1)).then(() => out.push(2))        || await,1,2
            new Promise(f => f(Promise.resolve())).then(() => out.push('adopted')); Promise.resolve().then(() => out.push(1)).then(() => out.push(2)).then(() => out.push(3)) || 1,2,adopted,3
            Promise.all([1, Promise.resolve(2), {then(f) { f(3) }}]).then(v => out.push(...v))                                || 1,2,3
            Promise.all([1, Promise.reject(2)]).catch(e => out.push(e))                                                       || 2
            Promise.allSettled([1, Promise.reject(2)]).then(v => out.push(JSON.stringify(v)))                                 || [{"status":"fulfilled","value":1},{"status":"rejected","reason":2}]
            Promise.any([Promise.reject(1), Promise.reject(2)]).catch(e => out.push(e.name, e.errors))                        || AggregateError,1,2
            Promise.any([Promise.reject(1), 2]).then(v => out.push(v))                                                        || 2
            Promise.allKeyed({ a: 1, b: Promise.resolve(2) }).then(v => out.push(JSON.stringify(v)))                          || {"a":1,"b":2}
            Promise.allSettledKeyed({ a: 1, b: Promise.reject(2) }).then(v => out.push(v.a.status, v.b.reason))               || fulfilled,2
            Promise.allKeyed(1).catch(e => out.push(e.name))                                                                  || TypeError
            Promise.race([new Promise(() => {}), 5]).then(v => out.push(v))                                                   || 5
            Promise.all(1).catch(e => out.push(e.name))                                                                       || TypeError
            Promise.resolve(1).finally(() => { out.push('f'); return 2 }).then(v => out.push(v))                              || f,1
            Promise.reject(1).finally(() => { throw 2 }).catch(e => out.push(e))                                              || 2
            Promise.try((a, b) => out.push(a + b), 1, 2); Promise.try(() => { throw 4 }).catch(e => out.push(e))              || 3,4
            var {promise, resolve} = Promise.withResolvers(); promise.then(v => out.push(v)); resolve(6)                      || 6
            class P extends Promise {} ; out.push(P.resolve(1).then(() => {}) instanceof P, Promise.resolve(P.resolve(1)) instanceof P)  || true,false
            try { Promise() } catch (e) { out.push(e.message) }                                                               || Promise constructor cannot be invoked without 'new'
            try { new Promise(5) } catch (e) { out.push(e.message) }                                                          || Promise resolver 5 is not a function
            """);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programLeaves(String code, String expected) {
        eval("var out = [], queue; " + code);
        assertEquals(expected, eval("String(out)").asString());
    }

    /** A class of the host whose method throws. */
    public static final class Failing {
        @HostAccess.Export
        public void fail() {
            throw new IllegalStateException("from the host");
        }
    }

    @Test
    void exceptionsOfTheHostRejectPromises() {
        try (Context host = Context.newBuilder("ledge").allowHostAccess(HostAccess.EXPLICIT).build()) {
            host.getBindings("ledge").putMember("failing", new Failing());
            host.eval("ledge", """
                    var out = [];
                    new Promise(() => failing.fail()).catch(e => out.push(1));
                    Promise.resolve().then(() => failing.fail()).catch(e => out.push(2));
                    (async () => { await null; failing.fail() })().catch(e => out.push(3));
                    Promise.resolve().then(() => out.push('after'))""");
            assertEquals("1,after,2,3", host.eval("ledge", "out.sort((a, b) => (a === 'after' ? 1.5 : a) - (b === 'after' ? 1.5 : b)).join()").asString());
        }
    }
}
