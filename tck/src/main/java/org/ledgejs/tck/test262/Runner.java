package org.ledgejs.tck.test262;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.ledgejs.tck.test262.Result.Outcome;

/** Runs tests on several threads. */
final class Runner {
    /** Programs recurse on the thread that calls them. */
    private static final long STACK_SIZE = 8L << 20;

    private final Suite suite;
    private final List<TestFile> tests;
    private final Engines engines;
    private final Consumer<Result> listener;
    private final Watchdog<Execution> watchdog;
    private final AtomicInteger next = new AtomicInteger();
    private final List<Result> results = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch left;

    /** @param listener is told of each result, on any thread */
    Runner(Options options, Suite suite, List<TestFile> tests, Engines engines, Consumer<Result> listener) {
        this.suite = suite;
        this.tests = tests;
        this.engines = engines;
        this.listener = listener;
        this.watchdog = new Watchdog<>(options.limit(), options.limit().multipliedBy(2), this::replace);
        this.left = new CountDownLatch(tests.size());
    }

    /** Blocks until all tests have run. */
    List<Result> run(int jobs) throws InterruptedException {
        watchdog.start();
        for (int i = 0; i < jobs; i++) {
            startThread();
        }
        left.await();
        return List.copyOf(results);
    }

    private void startThread() {
        Thread thread = new Thread(null, this::work, "tests", STACK_SIZE);
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        Watchdog<Execution>.Watch watch = watchdog.watch();
        for (int i = next.getAndIncrement(); i < tests.size(); i = next.getAndIncrement()) {
            TestFile test = tests.get(i);
            String text = Suite.read(test.file());
            Metadata metadata = Metadata.parse(text);
            for (Mode mode : Mode.of(metadata)) {
                Result result = new Execution(suite, test, text, metadata, mode).run(engines, watch);
                if (watch.isAbandoned()) {
                    return;
                }
                report(result);
            }
            left.countDown();
        }
    }

    private void report(Result result) {
        results.add(result);
        listener.accept(result);
    }

    /** A thread that cannot be stopped is left behind with its test; another one goes on with the rest. */
    private void replace(Watchdog<Execution>.Watch watch, Execution execution) {
        StringBuilder stack = new StringBuilder("does not answer to cancellation, in");
        for (StackTraceElement frame : watch.thread().getStackTrace()) {
            stack.append(' ').append(frame.getClassName().replaceFirst(".*\\.", "")).append('.').append(frame.getMethodName());
        }
        report(execution.result(Outcome.TIMEOUT, stack.toString(), 0));
        left.countDown();
        startThread();
    }
}
