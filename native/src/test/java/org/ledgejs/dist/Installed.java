package org.ledgejs.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A distribution as it was packaged, run as a user runs it. */
record Installed(Path command) {

    /** The distribution in {@code native/target} of that name. */
    static Installed named(String folder) {
        return new Installed(Path.of(System.getProperty("basedir", ""), "target", folder, "bin", "ledge").toAbsolutePath());
    }

    /** What a run left behind. */
    record Run(int status, String out, String err) {

        Run succeeded() {
            assertEquals(0, status, () -> out + err);
            return this;
        }
    }

    Path home() {
        return command.getParent().getParent();
    }

    /** Runs it with nothing in the environment, in a folder of its own, and waits for its end, a minute at most. */
    Run run(String... args) throws IOException, InterruptedException {
        return run(1, args);
    }

    /** As the other, waiting as long as it takes to compile much. */
    Run run(int minutes, String... args) throws IOException, InterruptedException {
        try (Started started = start(Map.of(), args)) {
            return started.end(minutes);
        }
    }

    /** Starts it with little in the environment. */
    Started start(Map<String, String> environment, String... args) throws IOException {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(Arrays.asList(args));
        return Started.of(line, environment);
    }

    /** A process in a folder of its own, with an empty standard input. */
    record Started(List<String> line, Process process, Path folder) implements AutoCloseable {

        static Started of(List<String> line, Map<String, String> environment) throws IOException {
            Path folder = Files.createTempDirectory("ledge-run");
            ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile())
                    .redirectOutput(folder.resolve("out").toFile()).redirectError(folder.resolve("err").toFile());
            builder.environment().clear();
            builder.environment().put("PATH", "/usr/bin:/bin");
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            return new Started(line, process, folder);
        }

        String out() throws IOException {
            return Files.readString(folder.resolve("out"), StandardCharsets.UTF_8);
        }

        String err() throws IOException {
            return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
        }

        /** Waits until it has printed {@code text}; fails if it ends before, or after a minute. */
        void awaitOutput(String text) throws IOException, InterruptedException {
            for (int i = 0; i < 1200 && !out().contains(text); i++) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS) && !out().contains(text)) {
                    throw new AssertionError("ended with " + process.exitValue() + " before it said " + text + ":\n" + out() + err());
                }
            }
            assertTrue(out().contains(text), () -> "never said " + text);
        }

        Run end(int minutes) throws IOException, InterruptedException {
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                throw new AssertionError("no end after " + minutes + " minutes: " + line);
            }
            return new Run(process.exitValue(), out(), err());
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
            Trees.delete(folder);
        }
    }
}
