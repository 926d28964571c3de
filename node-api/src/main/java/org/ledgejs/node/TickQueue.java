package org.ledgejs.node;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Undefined;

/** What runs after each entry into the program from the loop: {@code process.nextTick} callbacks and promise jobs, in Node's order. */
public final class TickQueue {
    private final Agent agent;
    private final UncaughtExceptions uncaught;
    private Object callback = Undefined.INSTANCE;
    /** An Int32Array: work of nextTick waits, rejections wait. */
    private JSObject flags;

    TickQueue(Agent agent, UncaughtExceptions uncaught) {
        this.agent = agent;
        this.uncaught = uncaught;
    }

    public void setCallback(Object newCallback, JSObject newFlags) {
        callback = newCallback;
        flags = newFlags;
    }

    private boolean flag(long index) {
        return flags != null && flags.getIndex(index) instanceof Integer i && i != 0;
    }

    /**
     * Runs promise jobs until there are none; what one throws is reported and the next one runs. Where there are none at all it is still the
     * end of jobs: what a WeakRef kept alive is let go.
     */
    public void runMicrotasks() {
        do {
            try {
                agent.runJobs();
            } catch (JSException e) {
                uncaught.report(e, false);
            }
        } while (agent.hasJobs());
    }

    /** The tick step. */
    public void run() {
        do {
            if (!flag(0)) {
                runMicrotasks();
            }
            if (!flag(0) && !flag(1)) {
                return;
            }
            try {
                ObjectOperations.call(callback, Undefined.INSTANCE);
            } catch (JSException e) {
                uncaught.report(e, false);
            }
        } while (flag(0) || agent.hasJobs());
    }
}
