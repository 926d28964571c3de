package org.ledgejs.tck.nodesuite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ledgejs.tck.nodesuite.Result.Outcome;

/** Runs one test as Node's own runner does: from the folder above the suite, exit code 0 means it passed. */
final class Execution {
    private static final int KEPT = 16_000;
    private static final Pattern SKIPPED = Pattern.compile("^1\\.\\.0 # Skipped: (.*)$", Pattern.MULTILINE);
    private static final Pattern ERROR = Pattern.compile("^(?:Uncaught )?(\\w*(?:Error|Exception)\\b.*)$", Pattern.MULTILINE);
    private static final Pattern JAVA = Pattern.compile("^\\s+at (org\\.ledgejs|com\\.oracle|java\\.base|io\\.netty)\\b|^Exception in thread|internal error", Pattern.MULTILINE);

    private final List<String> engine;
    private final Suite suite;
    private final Duration limit;
    private final Path scratch;
    private final int job;

    /** @param scratch where tests make their files @param job tells tests that run at the same time apart */
    Execution(List<String> engine, Suite suite, Duration limit, Path scratch, int job) {
        this.engine = engine;
        this.suite = suite;
        this.limit = limit;
        this.scratch = scratch;
        this.job = job;
    }

    Result run(TestFile test) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(engine);
        command.addAll(test.flags());
        command.add(test.file().toString());
        ProcessBuilder builder = new ProcessBuilder(command).directory(suite.folder().getParent().toFile()).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("NODE_TEST_DIR", scratch.toString());
        builder.environment().put("TEST_THREAD_ID", String.valueOf(job));
        builder.environment().remove("NODE_OPTIONS");
        long start = System.nanoTime();
        Process process = builder.start();
        Tail tail = new Tail();
        Thread reader = Thread.ofVirtual().start(() -> tail.read(process.getInputStream()));
        boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        List<ProcessHandle> children = process.descendants().toList();
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        // A child that got away may hold the pipe.
        reader.join(Duration.ofSeconds(2));
        long millis = (System.nanoTime() - start) / 1_000_000;
        return judge(test, ended, ended ? process.exitValue() : -1, tail.text(), millis);
    }

    static Result judge(TestFile test, boolean ended, int exit, String output, long millis) {
        Matcher skipped = SKIPPED.matcher(output);
        if (!ended) {
            return new Result(test, Outcome.TIMEOUT, "took too long", output, millis);
        }
        if (exit == 0) {
            return skipped.find() ? new Result(test, Outcome.SKIP, skipped.group(1), output, millis) : new Result(test, Outcome.PASS, "", output, millis);
        }
        Outcome outcome = JAVA.matcher(output).find() ? Outcome.INTERNAL : Outcome.FAIL;
        return new Result(test, outcome, message(exit, output), output, millis);
    }

    private static String message(int exit, String output) {
        Matcher error = ERROR.matcher(output);
        String line = error.find() ? error.group(1) : output.strip().lines().reduce((a, b) -> b).orElse("");
        String message = line.isBlank() ? "exit code " + exit : line;
        return message.length() > 200 ? message.substring(0, 200) : message;
    }

    /** Keeps the end of what a process prints. */
    private static final class Tail {
        private final StringBuilder text = new StringBuilder();

        void read(InputStream in) {
            byte[] buffer = new byte[8192];
            try {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    add(new String(buffer, 0, n, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                add("\n(reading what it printed failed: " + e.getMessage() + ")");
            }
        }

        private synchronized void add(String part) {
            text.append(part);
            if (text.length() > 2 * KEPT) {
                text.delete(0, text.length() - KEPT);
            }
        }

        synchronized String text() {
            return text.toString();
        }
    }
}
