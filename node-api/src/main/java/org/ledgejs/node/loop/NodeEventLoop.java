package org.ledgejs.node.loop;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.ledgejs.language.runtime.EventLoop;

/**
 * The event loop of an agent, with the phases and the order of Node's: timers, completions and events of handles, immediates,
 * closing callbacks. One thread runs all of it; other threads only post. It sleeps when there is nothing to do.
 */
public final class NodeEventLoop implements EventLoop, AutoCloseable {

    /** What the phases call: the program's side of the loop. */
    public interface Phases {
        /** The armed timer is due. */
        void timers();

        /** Whether immediates are queued. */
        boolean hasImmediates();

        boolean hasReferencedImmediates();

        void immediates();

        /** The embedder's call ended: promise jobs run. */
        void jobs();

        /** A posted task has run. */
        void finished();

        /** An exception left a task: report it. */
        void failed(RuntimeException exception);
    }

    /** The thread that turns the loop, or did last. */
    private volatile Thread owner = Thread.currentThread();
    private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<Runnable> closing = new ArrayDeque<>();
    private final long startNanos = System.nanoTime();
    private final Workers workers = new Workers();
    private volatile Poller poller = new ParkingPoller();
    private volatile boolean stopped;
    private Phases phases;
    private boolean turning;
    private int references;
    private long now;
    /** When the one timer is due, in the loop's milliseconds, or -1. */
    private long timerDue = -1;
    private boolean timerReferenced;
    private long turns;
    private long events;
    private long idleNanos;

    public void setPhases(Phases newPhases) {
        phases = newPhases;
    }

    /** Milliseconds since the loop was made, as of the start of this turn. */
    public long now() {
        return now;
    }

    public long updateNow() {
        now = (System.nanoTime() - startNanos) / 1_000_000;
        return now;
    }

    /** Arms the one timer, replacing an earlier arming; -1 disarms. @param due in milliseconds of {@link #now} */
    public void armTimer(long due, boolean referenced) {
        timerDue = due;
        timerReferenced = referenced;
    }

    /** Arms it without a change of who it keeps waiting. */
    public void armTimer(long due) {
        timerDue = due;
    }

    public void setTimerReferenced(boolean referenced) {
        timerReferenced = referenced;
    }

    @Override
    public void post(Runnable task) {
        posted.add(task);
        if (Thread.currentThread() != owner) {
            poller.wake();
        }
    }

    /** Ends the present or the next wait. Any thread. */
    public void wake() {
        poller.wake();
    }

    @Override
    public void settle() {
        if (!turning && !stopped) {
            guarded(phases::jobs);
        }
    }

    /** Runs the task in this turn's closing phase, or the next one's. */
    public void postClosing(Runnable task) {
        closing.add(task);
    }

    @Override
    public Handle open() {
        return new Reference();
    }

    private final class Reference implements Handle {
        private boolean referenced = true;
        private boolean open = true;

        Reference() {
            references++;
        }

        @Override
        public void ref() {
            if (open && !referenced) {
                referenced = true;
                references++;
            }
        }

        @Override
        public void unref() {
            if (referenced) {
                referenced = false;
                references--;
            }
        }

        @Override
        public void close() {
            unref();
            open = false;
        }
    }

    /** Does blocking work elsewhere; its completion runs here and keeps the loop alive until then. */
    public Workers workers() {
        return workers;
    }

    /** Threads for what blocks. Made when first used, gone when idle. */
    public final class Workers {
        private BlockingWork threads;
        private int pending;

        private Workers() { }

        /** How many have not completed. */
        public int pending() {
            return pending;
        }

        /** @param completion receives the result or what was thrown, on the loop's thread */
        public <T> void submit(Callable<T> work, Completion<T> completion) {
            if (threads == null) {
                threads = new BlockingWork();
            }
            Handle handle = open();
            pending++;
            threads.execute(() -> {
                T result = null;
                Throwable failure = null;
                try {
                    result = work.call();
                } catch (Throwable e) {
                    failure = e;
                }
                T value = result;
                Throwable thrown = failure;
                post(() -> {
                    pending--;
                    handle.close();
                    completion.done(value, thrown);
                });
            });
        }

        void close() {
            if (threads != null) {
                threads.close();
            }
        }
    }

    /** Milliseconds spent waiting, turns, posted tasks run, those that wait. */
    public double[] metrics() {
        return new double[] {idleNanos / 1e6, turns, events, posted.size()};
    }

    /** The sockets' event loop; from its first use on, the loop waits for sockets too. */
    public NettyPoller sockets() {
        if (poller instanceof NettyPoller netty) {
            return netty;
        }
        NettyPoller netty = new NettyPoller(owner);
        poller = netty;
        return netty;
    }

    /** Whether a turn is under way. */
    public boolean isTurning() {
        return turning;
    }

    public boolean isAlive() {
        return references > 0 || timerDue >= 0 && timerReferenced || phases.hasReferencedImmediates() || !posted.isEmpty() || !closing.isEmpty();
    }

    /** Turns until nothing keeps the loop alive. */
    public void run() {
        while (!stopped && isAlive()) {
            turn();
        }
    }

    /** Does what is due without waiting: for an embedder or REPL that drives the loop by turns. */
    public void runDue() {
        updateNow();
        runTimers();
        runPosted();
        poller.poll(0);
        runPosted();
        if (phases.hasImmediates()) {
            guarded(phases::immediates);
        }
    }

    /** Ends {@link #run} after the present task. Any thread. */
    public void stop() {
        stopped = true;
        poller.wake();
    }

    /** One turn; waits if there is nothing to do at once. */
    public void turn() {
        turn(-1);
    }

    /**
     * One turn.
     *
     * @param limit how many nanoseconds to wait at most; negative without limit
     */
    public void turn(long limit) {
        // Loading a module may have to turn the loop within a turn.
        boolean outer = turning;
        turning = true;
        owner = Thread.currentThread();
        try {
            runPhases(limit);
        } finally {
            turning = outer;
        }
    }

    private void runPhases(long limit) {
        turns++;
        updateNow();
        runTimers();
        runPosted();
        long wait = waitingTime();
        if (wait == 0 || limit == 0) {
            poller.poll(0);
        } else {
            long before = System.nanoTime();
            poller.poll(limit >= 0 && (wait < 0 || wait > limit) ? limit : wait);
            idleNanos += System.nanoTime() - before;
        }
        updateNow();
        runPosted();
        if (!stopped && phases.hasImmediates()) {
            guarded(phases::immediates);
        }
        for (int i = closing.size(); i > 0 && !stopped; i--) {
            guarded(closing.poll());
        }
        updateNow();
        runTimers();
    }

    private void runTimers() {
        if (!stopped && timerDue >= 0 && now >= timerDue) {
            timerDue = -1;
            guarded(phases::timers);
        }
    }

    /** Those that are there now: what they post waits for the next turn, so that no phase starves. */
    private void runPosted() {
        for (int i = posted.size(); i > 0 && !stopped; i--) {
            Runnable task = posted.poll();
            if (task != null) {
                events++;
                guarded(task);
                guarded(phases::finished);
            }
        }
    }

    private long waitingTime() {
        if (stopped || !posted.isEmpty() || !closing.isEmpty() || phases.hasImmediates() || !isAlive()) {
            return 0;
        }
        if (timerDue < 0) {
            return -1;
        }
        long due = startNanos + timerDue * 1_000_000 - System.nanoTime();
        // Never 0 by rounding: a due timer is run first, so a wait is at least one nanosecond.
        return Math.max(1, due);
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            phases.failed(e);
        }
    }

    @Override
    public void close() {
        stopped = true;
        workers.close();
        poller.close();
    }
}
