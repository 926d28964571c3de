package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that closes a context gets its thread back, also from builtins that loop where the program has no say. */
class CancellationTest {
    private static final String BUILTINS = "org.ledgejs.language.builtins.";
    private static final String LOOPS = "org.ledgejs.language.nodes.control.";

    @ParameterizedTest
    @ValueSource(strings = {
        "for (;;) ;",
        "slice.call({length: 2 ** 32 - 1})",
        "indexOf.call(huge, 1)",
        "lastIndexOf.call(huge, 1)",
        "includes.call(huge, 1)",
        "forEach.call(huge, f)",
        "map.call({length: 2 ** 32 - 1}, f)",
        "filter.call(huge, f)",
        "some.call(huge, f)",
        "every.call(huge, f)",
        "find.call(huge, f)",
        "findLast.call(huge, f)",
        "reduce.call(huge, f)",
        "reduceRight.call(huge, f)",
        "reverse.call(huge)",
        "unshift.call(huge, 1)",
        "shift.call(huge)",
        "splice.call(huge, 0, 1)",
        "copyWithin.call(huge, 0, 1)",
        "fill.call({length: 2 ** 53 - 1, set 0(v) { }}, 1)",
        "sort.call(huge)",
        "Array.fromAsync({length: 2 ** 32 - 2})",
        "flat.call(huge)",
        "join.call({length: 2 ** 53 - 1}, '')",
        "concat.call({[Symbol.isConcatSpreadable]: true, length: 2 ** 53 - 1})",
        "sparse.forEach(f)",
        "sparse.map(f)",
        "sparse.filter(f)",
        "sparse.some(f)",
        "sparse.reduce(f)",
        "sparse.indexOf(1)",
        "sparse.reverse()",
        "sparse.flat()",
        "sparse.join('')",
        "sparse.slice(1)",
        "for (const x of sparse) { }",
        "sparse.find(f)",
        "Array.from({length: 2 ** 32 - 1})",
        "new Set(sparse)",
        "JSON.stringify(sparse)",
        "/(a*)*b/.test('a'.repeat(100))",
    })
    void endsWhatDoesNotEnd(String program) {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            CountDownLatch started = new CountDownLatch(1);
            Context context = Context.newBuilder("ledge").allowHostAccess(HostAccess.ALL).option("engine.WarnInterpreterOnly", "false").build();
            context.getBindings("ledge").putMember("started", (Runnable) started::countDown);
            Thread guest = Thread.currentThread();
            Thread closer = Thread.ofPlatform().start(() -> {
                try {
                    started.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                while (guest.isAlive() && !isAtWork(guest, program.startsWith("for") ? LOOPS : BUILTINS)) {
                    Thread.onSpinWait();
                }
                context.close(true);
            });
            PolyglotException thrown = assertThrows(PolyglotException.class, () -> context.eval("ledge", """
                    const { slice, indexOf, lastIndexOf, includes, forEach, map, filter, some, every, find, findLast, reduce, reduceRight, reverse, unshift, shift, splice, copyWithin,
                        fill, sort, flat, join, concat } = Array.prototype;
                    const huge = {length: 2 ** 53 - 2, constructor: undefined}, sparse = [];
                    sparse.length = 2 ** 32 - 1;
                    const f = () => 0;
                    started();
                    """ + program));
            closer.join();
            assertTrue(thrown.isCancelled(), thrown.toString());
        });
    }

    private static boolean isAtWork(Thread thread, String packageName) {
        return Arrays.stream(thread.getStackTrace()).anyMatch(frame -> frame.getClassName().startsWith(packageName));
    }

    @Test
    void endsARecursionThatBeginsAgainOnItsWayOut() {
        String program = "started(); const o = { [Symbol.toPrimitive]() { try { throw 1 } catch ({a, b = 1}) { return o + 1 } finally { return o + 1 } } }; o + 1";
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            CountDownLatch started = new CountDownLatch(1);
            Context context = Context.newBuilder("ledge").allowHostAccess(HostAccess.ALL).option("engine.WarnInterpreterOnly", "false").build();
            context.getBindings("ledge").putMember("started", (Runnable) started::countDown);
            Thread closer = Thread.ofPlatform().start(() -> {
                try {
                    started.await();
                    Thread.sleep(500);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                context.close(true);
            });
            assertTrue(assertThrows(PolyglotException.class, () -> context.eval("ledge", program)).isCancelled());
            closer.join();
        });
    }
}
