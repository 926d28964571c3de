package org.ledgejs.launcher;

import java.io.PrintStream;

/** Where {@code ledge} starts. */
public final class Main {

    private Main() {
    }

    /** Runs one command line and ends the machine with its exit code. */
    public static void main(String[] args) {
        int status = run(args);
        System.out.flush();
        System.exit(status);
    }

    /** Runs one command line in this machine and returns its exit code. */
    static int run(String... args) {
        PrintStream err = System.err;
        try {
            CommandLine line = CommandLine.parse(args);
            return line.command().run(line);
        } catch (UsageException e) {
            err.println("ledge: " + e.getMessage());
            return e.status();
        }
    }
}
