package org.ledgejs.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The training run of one of the distribution's AOT caches: command lines, one a line, run one after the other in one
 * machine, so that one cache serves them all. Words are split at spaces; a line that starts with # is skipped.
 */
public final class Training {

    private Training() {
    }

    /**
     * Runs the command lines of the files; ends with the first exit code that is not 0. With {@code --without-compiler} among them,
     * Truffle's compiler is kept from starting, and so out of the cache.
     */
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        List<String> files = new ArrayList<>(List.of(args));
        if (files.remove("--without-compiler")) {
            // The compiler thread makes the compiler while it holds the monitor of the runtime.
            Object runtime = Class.forName("com.oracle.truffle.api.Truffle").getMethod("getRuntime").invoke(null);
            synchronized (runtime) {
                Runtime.getRuntime().exit(run(files));
            }
        }
        System.exit(run(files));
    }

    private static int run(List<String> files) throws IOException {
        int status = ExitCode.OK;
        for (int i = 0; i < files.size() && status == ExitCode.OK; i++) {
            status = run(Path.of(files.get(i)));
        }
        return status;
    }

    private static int run(Path commands) throws IOException {
        for (String line : Files.readAllLines(commands)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int status = Main.run(line.split(" "));
            if (status != ExitCode.OK) {
                System.err.println("training: ledge " + line + " ended with " + status);
                return status;
            }
        }
        return ExitCode.OK;
    }
}
