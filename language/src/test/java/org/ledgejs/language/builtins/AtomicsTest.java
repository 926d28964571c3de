package org.ledgejs.language.builtins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.ledgejs.language.runtime.JSSharedArrayBuffer;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.SharedBytes;

/** Atomics, in one agent and between agents on threads of their own. */
@Timeout(60)
class AtomicsTest extends TextPrograms {

    static Stream<Arguments> programs() {
        return rows("""
            var a = new Int8Array([5]); [Atomics.add(a, 0, 127), a[0]]                     || 5,-124
            var a = new Uint16Array([5]); [Atomics.sub(a, 0, 6), a[0]]                     || 5,65535
            var a = new Int32Array([6]); [Atomics.and(a, 0, 3), Atomics.or(a, 0, 8), Atomics.xor(a, 0, 1), a[0]] || 6,2,10,11
            var a = new BigInt64Array([5n]); [Atomics.exchange(a, 0, 2n ** 64n + 7n), a[0]] || 5,7
            var a = new Int8Array([-1]); [Atomics.compareExchange(a, 0, 255, 3), a[0]]     || -1,3
            var a = new Uint8Array([255]); [Atomics.compareExchange(a, 0, 255, 3), a[0]]   || 255,3
            var a = new Uint32Array(1); [Atomics.store(a, 0, 4294967295.5), Atomics.load(a, 0)] || 4294967295,4294967295
            Object.is(Atomics.store(new Int32Array(1), 0, -0), 0)                          || true
            Atomics.add(new Float64Array(1), 0, 1)                                         || TypeError: #<Float64Array> is not an integer typed array
            Atomics.load(new Int32Array(1), 1)                                             || RangeError: Invalid atomic access index
            Atomics.wait(new Int32Array(1), 0, 0, 0)                                       || TypeError: Atomics.wait cannot be called on a typed array that is not shared
            var s = new Int32Array(new SharedArrayBuffer(4)); [Atomics.wait(s, 0, 1), Atomics.wait(s, 0, 0, 1)]   || not-equal,timed-out
            var s = new Int32Array(new SharedArrayBuffer(4)); [Atomics.notify(s, 0), Atomics.waitAsync(s, 0, 1).value, Atomics.waitAsync(s, 0, 0, 0).value] || 0,not-equal,timed-out
            [1, 2, 3, 4, 8].map(Atomics.isLockFree)                                        || true,true,false,true,true
            Atomics.pause(1.5)                                                             || TypeError: Atomics.pause: the iteration number must be an integer
            """);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programComesTo(String code, String expected) {
        assertText(expected, code);
    }

    @Test
    void waitAsyncIsFulfilledByNotify() {
        eval("""
                var s = new Int32Array(new SharedArrayBuffer(8)), out = [];
                Atomics.waitAsync(s, 1, 0).value.then(v => out.push(v)); Atomics.waitAsync(s, 0, 0).value.then(v => out.push('wrong'));
                out.push(Atomics.notify(s, 1))""");
        assertEquals("1,ok", eval("out.join()").asString());
    }

    /** Runs the code in a context with the block as the global "shared". */
    private static Callable<String> agent(Engine engine, SharedBytes block, String code) {
        return () -> {
            try (Context agent = Context.newBuilder("ledge").engine(engine).build()) {
                give(agent, block);
                return agent.eval("ledge", code).toString();
            }
        };
    }

    private static void give(Context agent, SharedBytes block) {
        agent.initialize("ledge");
        agent.enter();
        try {
            Realm realm = Realm.get(null);
            realm.globalObject().set(PropertyKey.of("shared"), JSSharedArrayBuffer.wrap(realm, block));
        } finally {
            agent.leave();
        }
    }

    @Test
    void noAdditionOfAnyAgentIsLost() throws Exception {
        SharedBytes block = new SharedBytes(16, -1);
        try (Engine engine = Engine.create(); ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                results.add(threads.submit(agent(engine, block, """
                        let bytes = new Uint8Array(shared), ints = new Int32Array(shared);
                        for (let i = 0; i < 5000; i++) { Atomics.add(ints, 0, 1); Atomics.add(bytes, 4 + i % 3, 1); }
                        'done'""")));
            }
            for (Future<String> result : results) {
                assertEquals("done", result.get());
            }
            assertEquals("15000", threads.submit(agent(engine, block, "new Int32Array(shared)[0]")).get());
            // 5,000 rounds give 1,667, 1,667 and 1,666 additions to each agent's three bytes.
            assertEquals(3 * 1667 % 256 + "," + 3 * 1667 % 256 + "," + 3 * 1666 % 256,
                    threads.submit(agent(engine, block, "new Uint8Array(shared, 4, 3).join()")).get());
        }
    }

    @Test
    void aWaitingAgentIsWokenByAnother() throws Exception {
        SharedBytes block = new SharedBytes(8, -1);
        try (Engine engine = Engine.create(); ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<String> waiting = threads.submit(agent(engine, block, "let a = new Int32Array(shared); Atomics.store(a, 1, 1); Atomics.wait(a, 0, 0)"));
            Future<String> waking = threads.submit(agent(engine, block, """
                    let a = new Int32Array(shared); while (Atomics.load(a, 1) === 0) Atomics.pause();
                    let woken; while ((woken = Atomics.notify(a, 0)) === 0) Atomics.pause(); woken"""));
            assertEquals("1", waking.get());
            assertEquals("ok", waiting.get());
        }
    }

    @Test
    void growthIsSeenByAll() throws Exception {
        SharedBytes block = new SharedBytes(4, 64);
        give(context, block);
        eval("var view = new Uint8Array(shared)");
        try (Engine engine = Engine.create(); ExecutorService threads = Executors.newSingleThreadExecutor()) {
            assertEquals("64", threads.submit(agent(engine, block, "shared.grow(64); new Uint8Array(shared)[63] = 5; shared.byteLength")).get());
        }
        assertText("64,5", "[view.length, view[63]]");
    }

    @Test
    void aBlockedWaitEndsWhenTheContextIsCancelled() throws Exception {
        SharedBytes block = new SharedBytes(8, -1);
        try (Engine engine = Engine.create(); ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Context agent = Context.newBuilder("ledge").engine(engine).build();
            Future<Boolean> cancelled = threads.submit(() -> {
                give(agent, block);
                try {
                    agent.eval("ledge", "let a = new Int32Array(shared); Atomics.store(a, 1, 1); Atomics.wait(a, 0, 0)");
                    return false;
                } catch (PolyglotException e) {
                    return e.isCancelled();
                }
            });
            give(context, block);
            eval("let a = new Int32Array(shared); while (Atomics.load(a, 1) === 0) Atomics.pause()");
            agent.close(true);
            assertTrue(cancelled.get(30, TimeUnit.SECONDS));
        }
    }
}
