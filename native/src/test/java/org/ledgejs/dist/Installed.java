package org.ledgejs.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(Arrays.asList(args));
        Path folder = Files.createTempDirectory("ledge-run");
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                throw new AssertionError("no end after " + minutes + " minutes: " + line);
            }
            return new Run(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            Trees.delete(folder);
        }
    }
}
