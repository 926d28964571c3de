package org.ledgejs.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is said when Ledge itself fails: users get one sentence, and a file to send to those who can read it. */
final class InternalError {

    private InternalError() {
    }

    /** Reports {@code thrown} on {@code out} and returns the exit code it stands for. */
    static int report(Throwable thrown, PrintStream out) {
        String where;
        try {
            Path file = Files.createTempFile("ledge-error-", ".txt");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
                writer.println("Ledge " + ShowVersion.version());
                thrown.printStackTrace(writer);
            }
            where = "; please report it with " + file;
        } catch (IOException | RuntimeException e) {
            where = "; please report what led to it";
        }
        out.println("ledge: internal error" + where);
        return ExitCode.INTERNAL;
    }
}
