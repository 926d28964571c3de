package org.ledgejs.tck.nodesuite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.ledgejs.tck.nodesuite.Result.Outcome;
import org.ledgejs.tck.report.Json;
import org.ledgejs.tck.report.KnownFailures;

/** Runs Node's tests and compares with what is known: exit code 0 if nothing unexpected failed, 1 if something did, 2 if it could not start. */
final class Main {
    private Main() { }

    public static void main(String... args) throws IOException, InterruptedException {
        if (List.of(args).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println("node-suite: " + e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
            return;
        }
        if (!Files.isRegularFile(options.dir().resolve("common/index.js"))) {
            System.err.println("node-suite: no tests of Node at " + options.dir());
            System.exit(2);
        }
        System.exit(run(options));
    }

    private static int run(Options options) throws IOException, InterruptedException {
        Suite suite = new Suite(options.dir());
        List<TestFile> tests = suite.tests(options::chooses);
        if (options.list()) {
            tests.forEach(test -> System.out.println(test.category() + (test.internal() ? " (internals): " : ": ") + test.name()));
            return 0;
        }
        Progress progress = new Progress(System.err, tests.size());
        // Those that look inside are counted, not run: what they would say means nothing.
        List<Result> results = new ArrayList<>(new Runner(options, suite, tests.stream().filter(t -> !t.internal()).toList(), progress::report).run());
        tests.stream().filter(TestFile::internal).map(t -> new Result(t, Outcome.SKIP, "looks inside Node", "", 0)).forEach(results::add);
        progress.done();
        Summary summary = new Summary(results);
        new ModuleTable(summary.shares()).lines().forEach(System.out::println);
        writeJson(options.json(), results);
        if (options.table() != null) {
            ModuleTable.update(options.table(), summary.shares());
        }

        KnownFailures known = KnownFailures.read(options.known());
        List<String> unexpected = known.unexpected(summary.failed());
        List<String> mended = known.mended(summary.passed());
        if (options.updateKnown()) {
            Files.write(options.known(), known.updated(summary.failed(), summary.passed()));
        }
        System.out.printf("%nagainst %s: %d unexpected failures, %d tests mended%n", options.known(), unexpected.size(), mended.size());
        unexpected.stream().limit(options.show()).forEach(test -> System.out.println("  - " + test + ": " + summary.failed().get(test)));
        mended.stream().limit(options.show()).forEach(test -> System.out.println("  + " + test));
        return unexpected.isEmpty() ? 0 : 1;
    }

    private static void writeJson(Path file, List<Result> results) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, results.stream().map(Main::json).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    }

    private static String json(Result result) {
        return "{\"test\": " + Json.quote(result.test().name()) + ", \"category\": " + Json.quote(result.test().category()) + ", \"internal\": " + result.test().internal()
                + ", \"outcome\": " + Json.quote(result.outcome().name().toLowerCase()) + ", \"millis\": " + result.millis() + ", \"message\": " + Json.quote(result.message())
                + ", \"output\": " + Json.quote(result.outcome() == Outcome.PASS ? "" : result.output()) + "}";
    }
}
