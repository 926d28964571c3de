package org.ledgejs.tck.test262;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

import org.graalvm.polyglot.Context;

/** Cancels contexts whose time is over, and gives up on threads that do not even answer to that. @param <R> what runs in them */
public final class Watchdog<R> {
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final long limit;
    private final long patience;
    private final BiConsumer<Watchdog<R>.Watch, R> stuck;

    /** What is known of one thread that runs tests. */
    public final class Watch {
        private final Thread thread = Thread.currentThread();
        private Context context;
        private R running;
        private long started;
        private volatile boolean over;
        private volatile boolean abandoned;

        public synchronized void begin(Context newContext, R run) {
            context = newContext;
            running = run;
            started = System.nanoTime();
            over = false;
        }

        public synchronized void end() {
            context = null;
        }

        /** Whether the last test's time was over. */
        public boolean isOver() {
            return over;
        }

        /** Whether another thread took over: this one's results do not count any more. */
        public boolean isAbandoned() {
            return abandoned;
        }

        public Thread thread() {
            return thread;
        }

        private synchronized void look(long now) {
            if (context == null || abandoned) {
                return;
            }
            if (!over && now - started > limit) {
                over = true;
                Context late = context;
                // Closing waits for the program to notice: not here, where others are looked after.
                Thread.ofPlatform().daemon().start(() -> late.close(true));
            } else if (over && now - started > limit + patience) {
                abandoned = true;
                stuck.accept(this, running);
            }
        }
    }

    /**
     * @param patience how long a thread may take to answer when its time is over
     * @param stuck called once for a thread that took longer
     */
    public Watchdog(Duration limit, Duration patience, BiConsumer<Watchdog<R>.Watch, R> stuck) {
        this.limit = limit.toNanos();
        this.patience = patience.toNanos();
        this.stuck = stuck;
    }

    /** A watch for the current thread. */
    public Watch watch() {
        Watch watch = new Watch();
        watches.add(watch);
        return watch;
    }

    public void start() {
        Thread.ofPlatform().daemon().name("watchdog").start(() -> {
            try {
                while (true) {
                    Thread.sleep(50);
                    long now = System.nanoTime();
                    watches.forEach(watch -> watch.look(now));
                }
            } catch (InterruptedException e) {
                // The end of the run.
            }
        });
    }
}
