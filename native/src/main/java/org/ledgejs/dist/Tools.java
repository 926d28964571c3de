package org.ledgejs.dist;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** The programs a distribution is made with; each run either succeeds or says why not. */
final class Tools {

    private Tools() {
    }

    /** Runs a tool of this JDK ({@code jmod}, {@code jlink}) in this process. */
    static void run(String tool, List<String> args) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        ToolProvider provider = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("This JDK has no " + tool));
        if (provider.run(out, out, args.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(tool + " " + String.join(" ", args) + "\n" + said);
        }
    }

    /** Runs a program in {@code folder} with {@code environment} added and returns what it printed, both streams. */
    static String exec(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(String.join(" ", command) + " ended with status " + status + "\n" + output);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return output;
    }
}
