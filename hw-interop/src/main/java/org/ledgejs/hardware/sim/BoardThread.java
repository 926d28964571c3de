package org.ledgejs.hardware.sim;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread of a simulated board: it delivers edges and plays scripts, in order. It is a daemon, it starts with
 * the first task, and a task that throws is reported to the thread's uncaught-exception handler and ends only itself.
 */
final class BoardThread implements AutoCloseable {

    private final String name;
    private ScheduledThreadPoolExecutor executor;
    private volatile Thread thread;
    private boolean closed;

    BoardThread(String name) {
        this.name = name;
    }

    void run(Runnable task) {
        after(0, task);
    }

    /** Runs the task in some milliseconds. On a closed board it never runs. */
    synchronized Future<?> after(long millis, Runnable task) {
        if (closed) {
            return CompletableFuture.completedFuture(null);
        }
        if (executor == null) {
            executor = new ScheduledThreadPoolExecutor(1, this::start);
            executor.setRemoveOnCancelPolicy(true);
        }
        return executor.schedule(() -> guarded(task), millis, TimeUnit.MILLISECONDS);
    }

    /** Waits until everything queued so far has run. */
    void settle() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        synchronized (this) {
            if (closed || executor == null) {
                return;
            }
            run(reached::countDown);
        }
        reached.await();
    }

    @Override
    public void close() {
        ScheduledThreadPoolExecutor running;
        synchronized (this) {
            closed = true;
            running = executor;
            executor = null;
        }
        if (running == null) {
            return;
        }
        running.shutdownNow();
        if (Thread.currentThread() != thread) {
            try {
                running.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Thread start(Runnable work) {
        Thread created = new Thread(work, name);
        created.setDaemon(true);
        thread = created;
        return created;
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            Thread self = Thread.currentThread();
            self.getUncaughtExceptionHandler().uncaughtException(self, e);
        }
    }
}
