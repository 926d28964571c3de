package org.ledgejs.node.embed;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

import org.ledgejs.node.loop.EmbeddedLoops;
import org.ledgejs.node.loop.NodeEventLoop;

/**
 * The event loop of a context of Ledge, driven by the Java program around it: timers, sockets, files and promises of the program get on only
 * while one of these methods runs.
 *
 * <pre>{@code
 * ContextLoop loop = ContextLoop.of(context);
 * Value answer = loop.await(context.eval("ledge", "fetchIt()"));   // turns the loop until the promise is settled
 * loop.run();                                                      // until nothing is left to wait for
 * while (loop.turn(Duration.ofMillis(10))) { … }                   // or turn by turn, between other work
 * }</pre>
 *
 * All methods but {@link #execute} and {@link #wake} belong to the thread that uses the context. What the program throws in a callback and does not
 * catch, an unhandled rejection included, leaves the method that ran it as a {@link org.graalvm.polyglot.PolyglotException}; the loop can go on after it.
 */
public final class ContextLoop implements Executor {
    private static final String MIME_TYPE = "application/x-ledge+command";
    private static final Duration FOREVER = Duration.ofNanos(-1);

    private final Context context;
    private final NodeEventLoop loop;

    private ContextLoop(Context context, NodeEventLoop loop) {
        this.context = context;
        this.loop = loop;
    }

    /**
     * The loop of a context.
     *
     * @throws IllegalStateException if the context's language was not loaded by the class loader of this class
     */
    public static ContextLoop of(Context context) {
        NodeEventLoop loop = EmbeddedLoops.take(evaluate(context, "open"));
        if (loop == null) {
            throw new IllegalStateException("the context's Ledge is another one than the one this class belongs to");
        }
        return new ContextLoop(context, loop);
    }

    private static int evaluate(Context context, String text) {
        return context.eval(Source.newBuilder("ledge", text, "loop").mimeType(MIME_TYPE).internal(true).cached(false).buildLiteral()).asInt();
    }

    /** Turns until nothing keeps the loop alive; {@code beforeExit} is emitted as by Node. */
    public void run() {
        evaluate(context, "run");
    }

    /**
     * One turn: all that is due runs once.
     *
     * @param wait how long to wait for something to be due, at most; negative without limit
     * @return whether something keeps the loop alive
     */
    public boolean turn(Duration wait) {
        return evaluate(context, "turn " + (wait.isNegative() ? -1 : wait.toNanos())) != 0;
    }

    /** Whether something keeps the loop alive: a timer, a socket, work that is under way. */
    public boolean isAlive() {
        return evaluate(context, "alive") != 0;
    }

    /**
     * Turns the loop until the promise is settled; what is no promise is itself.
     *
     * @return what it was fulfilled with
     * @throws org.graalvm.polyglot.PolyglotException what it was rejected with
     * @throws IllegalStateException if nothing is left that could settle it
     */
    public Value await(Value promise) {
        try {
            return await(promise, FOREVER);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** @param limit how long at most; negative without limit */
    public Value await(Value promise, Duration limit) throws TimeoutException {
        if (!isThenable(promise)) {
            return promise;
        }
        Settled settled = new Settled(promise);
        long deadline = System.nanoTime() + limit.toNanos();
        while (!settled.done) {
            long left = deadline - System.nanoTime();
            if (!limit.isNegative() && left <= 0) {
                throw new TimeoutException("the promise was not settled within " + limit);
            }
            boolean alive = turn(limit.isNegative() ? FOREVER : Duration.ofNanos(left));
            if (!alive && !settled.done) {
                throw new IllegalStateException("the promise is pending, and nothing is left that could settle it");
            }
        }
        if (settled.rejected) {
            // Throwing it in the language makes the exception an embedder knows, with the guest's stack and value.
            thrower().executeVoid(settled.value);
        }
        return settled.value;
    }

    /**
     * A future of the promise, completed on the loop's thread while the loop turns; with a {@link org.graalvm.polyglot.PolyglotException} if it is
     * rejected.
     */
    public CompletableFuture<Value> toFuture(Value promise) {
        if (!isThenable(promise)) {
            return CompletableFuture.completedFuture(promise);
        }
        CompletableFuture<Value> future = new CompletableFuture<>();
        promise.invokeMember("then", (ProxyExecutable) arguments -> future.complete(arguments[0]), (ProxyExecutable) arguments -> {
            try {
                thrower().executeVoid(arguments[0]);
            } catch (RuntimeException e) {
                future.completeExceptionally(e);
            }
            return null;
        });
        return future;
    }

    /** Runs the task on the loop's thread in one of the next turns, and ends a wait for it. Any thread. */
    @Override
    public void execute(Runnable task) {
        loop.post(task);
    }

    /** Ends the present wait of {@link #turn}, or the next one. Any thread. */
    public void wake() {
        loop.wake();
    }

    private Value thrower() {
        return context.eval(Source.newBuilder("ledge", "(reason) => { throw reason; }", "await").internal(true).buildLiteral());
    }

    private static boolean isThenable(Value value) {
        return value.hasMembers() && value.canInvokeMember("then");
    }

    /** Waits for one promise. */
    private static final class Settled {
        private boolean done;
        private boolean rejected;
        private Value value;

        Settled(Value promise) {
            promise.invokeMember("then", reaction(false), reaction(true));
        }

        private ProxyExecutable reaction(boolean rejection) {
            return arguments -> {
                done = true;
                rejected = rejection;
                value = arguments[0];
                return null;
            };
        }
    }
}
