package org.ledgejs.tck.test262;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.util.List;

import org.ledgejs.tck.report.KnownFailures;

/** Runs test262 and compares with what is known: exit code 0 if nothing unexpected failed, 1 if something did, 2 if it could not start. */
final class Main {
    private Main() { }

    public static void main(String... args) throws IOException, InterruptedException {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println("test262: " + e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
            return;
        }
        if (!Files.isRegularFile(options.dir().resolve("harness/assert.js"))) {
            System.err.println("test262: no checkout of test262 at " + options.dir());
            System.exit(2);
        }
        // Threads that could not be stopped must not keep the process.
        Runtime.getRuntime().halt(run(options));
    }

    /** What contexts that are closed left behind would show here. */
    private static long heapAfterCollection() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static int run(Options options) throws IOException, InterruptedException {
        Suite suite = new Suite(options.dir());
        List<TestFile> tests = suite.tests(options.filters(), options.sample());
        Progress progress = new Progress(System.err, tests.size());
        Engines engines = new Engines(options);
        Summary summary = new Summary(new Runner(options, suite, tests, engines, progress::report).run(options.jobs()));
        progress.done();
        long heap = heapAfterCollection();
        // Until here the engine is in use: what it holds is what is measured.
        Reference.reachabilityFence(engines);
        summary.print(System.out);
        System.out.printf("memory:  %d MB are in use at the end, after %d contexts in one engine%n", heap >> 20, summary.results().size());
        JsonReport.write(options.json(), summary);

        KnownFailures known = KnownFailures.read(options.known());
        List<String> unexpected = known.unexpected(summary.failed());
        List<String> mended = known.mended(summary.passed());
        if (options.updateKnown()) {
            Files.write(options.known(), known.updated(summary.failed(), summary.passed()));
        }
        System.out.println();
        System.out.printf("against %s: %d unexpected failures, %d tests mended%n", options.known(), unexpected.size(), mended.size());
        for (String test : unexpected.subList(0, Math.min(options.show(), unexpected.size()))) {
            Result failure = summary.tests().get(test).stream().filter(r -> !r.passed()).findFirst().orElseThrow();
            System.out.println("  - " + test + " (" + failure.mode().name().toLowerCase() + "): " + failure.message());
        }
        mended.subList(0, Math.min(options.show(), mended.size())).forEach(test -> System.out.println("  + " + test));
        System.out.flush();
        return unexpected.isEmpty() ? 0 : 1;
    }
}
