package org.ledgejs.tck.nodesuite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs tests, several at a time. */
final class Runner {
    private final Options options;
    private final Suite suite;
    private final List<TestFile> tests;
    private final Consumer<Result> listener;
    private final AtomicInteger next = new AtomicInteger();
    private final List<Result> results = Collections.synchronizedList(new ArrayList<>());

    /** @param listener is told of each result, on any thread */
    Runner(Options options, Suite suite, List<TestFile> tests, Consumer<Result> listener) {
        this.options = options;
        this.suite = suite;
        this.tests = tests;
        this.listener = listener;
    }

    /** Blocks until all tests have run. Results are ordered by name. */
    List<Result> run() throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("node-suite");
        try {
            List<Thread> jobs = Stream.iterate(0, i -> i < options.jobs(), i -> i + 1).map(job -> Thread.ofPlatform().start(() -> work(scratch, job))).toList();
            for (Thread job : jobs) {
                job.join();
            }
        } finally {
            delete(scratch);
        }
        return results.stream().sorted(Comparator.comparing(r -> r.test().name())).toList();
    }

    private void work(Path scratch, int job) {
        Execution execution = new Execution(options.engine(), suite, options.limit(), scratch, job);
        try {
            for (int i = next.getAndIncrement(); i < tests.size(); i = next.getAndIncrement()) {
                Result result = execution.run(tests.get(i));
                results.add(result);
                listener.accept(result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the engine could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            // What tests left read-only or what a child of theirs is still writing may stay.
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (UncheckedIOException e) {
            System.err.println("node-suite: " + folder + " could not be deleted: " + e.getMessage());
        }
    }
}
