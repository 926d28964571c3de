package org.ledgejs.node.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Java program turns the loop of a context it embeds. */
class ContextLoopTest {
    private final Context context = Context.newBuilder("ledge").option("engine.WarnInterpreterOnly", "false").allowAllAccess(true).build();
    private final ContextLoop loop = ContextLoop.of(context);

    @AfterEach
    void close() {
        context.close();
    }

    private Value eval(String code) {
        return context.eval("ledge", code);
    }

    @Test
    void runGoesOnUntilNothingIsLeft() {
        eval("var log = []; setTimeout(() => { log.push('late'); setImmediate(() => log.push('last')) }, 5); process.nextTick(() => log.push('soon'))");
        assertEquals("", eval("log.join()").asString(), "nothing runs between the embedder's calls");
        loop.run();
        assertEquals("soon,late,last", eval("log.join()").asString());
        assertFalse(loop.isAlive());
    }

    @Test
    void awaitGivesWhatAPromiseIsFulfilledWith() {
        assertEquals(42, loop.await(eval("new Promise(done => setTimeout(done, 5, 42))")).asInt());
        assertEquals(7, loop.await(eval("7")).asInt());
        assertEquals("ok", loop.await(eval("require = undefined; import('node:fs/promises').then(fs => fs.stat('/')).then(s => s.isDirectory() && 'ok')")).asString());
    }

    @Test
    void awaitThrowsWhatAPromiseIsRejectedWith() {
        PolyglotException e = assertThrows(PolyglotException.class, () -> loop.await(eval("(async () => { throw new RangeError('far') })()")));
        assertEquals("RangeError: far", e.getMessage());
        assertTrue(e.isGuestException());
        assertEquals("far", e.getGuestObject().getMember("message").asString());
    }

    @Test
    void awaitTellsAPromiseThatNothingCanSettle() {
        assertThrows(IllegalStateException.class, () -> loop.await(eval("new Promise(() => {})")));
        assertThrows(TimeoutException.class, () -> loop.await(eval("setTimeout(() => {}, 100000); new Promise(() => {})"), Duration.ofMillis(5)));
    }

    @Test
    void turnsCanBeTakenBetweenOtherWork() {
        eval("var count = 0; const t = setInterval(() => { if (++count === 3) clearInterval(t) }, 50)");
        assertTrue(loop.turn(Duration.ZERO));
        while (loop.turn(Duration.ofSeconds(5))) {
            assertTrue(eval("count").asInt() < 3);
        }
        assertEquals(3, eval("count").asInt());
        assertFalse(loop.turn(Duration.ZERO));
    }

    @Test
    void otherThreadsHandInWork() throws InterruptedException {
        eval("var answer; setTimeout(() => {}, 100000).unref(); var keep = setInterval(() => {}, 100000)");
        Thread thread = Thread.ofPlatform().start(() -> loop.execute(() -> eval("answer = 'from outside'; clearInterval(keep)")));
        loop.run();
        thread.join();
        assertEquals("from outside", eval("answer").asString());
    }

    @Test
    void whatACallbackThrowsIsTheEmbeddersAndTheLoopGoesOn() {
        eval("var ran = false; setTimeout(() => { throw new TypeError('in a timer') }, 1); setTimeout(() => { ran = true }, 5)");
        assertEquals("TypeError: in a timer", assertThrows(PolyglotException.class, loop::run).getMessage());
        loop.run();
        assertTrue(eval("ran").asBoolean());
        eval("Promise.reject(new Error('nobody cares')); 0");
        assertEquals("Error: nobody cares", assertThrows(PolyglotException.class, loop::run).getMessage());
    }

    @Test
    void aFutureIsCompletedWhileTheLoopTurns() throws Exception {
        CompletableFuture<Value> future = loop.toFuture(eval("new Promise(done => setTimeout(done, 2, 'done'))"));
        CompletableFuture<Value> failure = loop.toFuture(eval("Promise.reject(new Error('no'))"));
        loop.run();
        assertEquals("done", future.get().asString());
        assertEquals("Error: no", assertThrows(ExecutionException.class, failure::get).getCause().getMessage());
    }

    @Test
    void aTurnWithinATurnIsRefused() {
        context.getBindings("ledge").putMember("again", (Runnable) () -> loop.turn(Duration.ZERO));
        eval("var message; setTimeout(() => { try { again() } catch (e) { message = String(e) } }, 1)");
        loop.run();
        assertTrue(eval("message").asString().contains("turning already"), () -> eval("message").asString());
    }
}
