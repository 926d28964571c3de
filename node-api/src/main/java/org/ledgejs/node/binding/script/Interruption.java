package org.ledgejs.node.binding.script;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

import com.oracle.truffle.api.ThreadLocalAction;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.node.binding.process.Signals;

/** Ends a script that runs, from outside. No code of the program catches it, nor do its finally blocks run: so V8 ends one, too. */
final class Interruption extends Error {
    private static final long serialVersionUID = 1;
    private static final int SIGINT = 2;

    private final boolean timeout;

    private Interruption(boolean timeout) {
        super(timeout ? "timed out" : "interrupted", null, false, false);
        this.timeout = timeout;
    }

    boolean isTimeout() {
        return timeout;
    }

    /** What may interrupt, until it is closed. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** @param milliseconds 0 for no limit */
    static Watch watch(Agent agent, boolean signals, long milliseconds) {
        Thread thread = Thread.currentThread();
        Action action = new Action();
        IntConsumer listener = number -> action.send(agent, thread, false);
        if (signals) {
            Signals.listen(SIGINT, listener);
        }
        ScheduledExecutorService clock = milliseconds > 0 ? Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory()) : null;
        if (clock != null) {
            clock.schedule(() -> action.send(agent, thread, true), milliseconds, TimeUnit.MILLISECONDS);
        }
        return () -> {
            action.over = true;
            if (signals) {
                Signals.unlisten(SIGINT, listener);
            }
            if (clock != null) {
                clock.shutdownNow();
            }
        };
    }

    /** Throws in the thread of the script, as long as that runs. */
    private static final class Action {
        private volatile boolean over;

        void send(Agent agent, Thread thread, boolean timeout) {
            agent.env().submitThreadLocal(new Thread[] {thread}, new ThreadLocalAction(true, false) {
                @Override
                protected void perform(Access access) {
                    if (!over) {
                        over = true;
                        throw new Interruption(timeout);
                    }
                }
            });
        }
    }
}
