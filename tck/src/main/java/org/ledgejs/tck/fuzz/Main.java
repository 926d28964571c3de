package org.ledgejs.tck.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/** Fuzzes: exit code 0 if nothing was found, 1 if something was, 2 if it could not start. */
final class Main {
    private Main() { }

    public static void main(String... args) throws IOException, InterruptedException {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println("fuzz: " + e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
            return;
        }
        if (!Files.isRegularFile(options.dir().resolve("harness/assert.js"))) {
            System.err.println("fuzz: no checkout of test262 at " + options.dir());
            System.exit(2);
        }
        // Threads that could not be stopped must not keep the process.
        Runtime.getRuntime().halt(run(options));
    }

    private static int run(Options options) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Fuzzer fuzzer = new Fuzzer(options);
        fuzzer.run();
        long programs = 0;
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            programs += fuzzer.ended(kind);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%d programs in %.0f s from %d, seed %d: %.0f %% parsed; %d completed, %d failed by themselves, %d were stopped%n", programs, seconds, fuzzer.corpusSize(),
                options.seed(), 100.0 * (programs - fuzzer.ended(Outcome.Kind.REJECTED)) / Math.max(1, programs), fuzzer.ended(Outcome.Kind.COMPLETED), fuzzer.ended(Outcome.Kind.FAILED),
                fuzzer.ended(Outcome.Kind.STOPPED));
        System.out.println(fuzzer.findings().seen().size() + " findings" + (fuzzer.findings().seen().isEmpty() ? "" : ", in " + options.save()));
        fuzzer.findings().seen().forEach((key, count) -> System.out.println("  " + count + " × " + key));
        System.out.flush();
        return fuzzer.findings().seen().isEmpty() ? 0 : 1;
    }
}
