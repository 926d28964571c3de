package org.ledgejs.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The training run of the distribution's AOT cache: command lines, one a line, run one after the other in one
 * machine, so that one cache serves them all. Words are split at spaces; a line that starts with # is skipped.
 */
public final class Training {

    private Training() {
    }

    /** Runs the command lines of the file {@code args[0]}; ends with the first exit code that is not 0. */
    public static void main(String[] args) throws IOException {
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int status = Main.run(line.split(" "));
            if (status != ExitCode.OK) {
                System.err.println("training: ledge " + line + " ended with " + status);
                System.exit(status);
            }
        }
        System.exit(ExitCode.OK);
    }
}
