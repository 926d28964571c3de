package org.ledgejs.launcher;

import java.io.PrintStream;
import java.nio.file.Path;

/** Where {@code ledge} starts. */
public final class Main {

    private Main() {
    }

    /** Runs one command line and ends the machine with its exit code. */
    public static void main(String[] args) {
        int status = run(args);
        System.out.flush();
        ExhaustedMemory.exit(status);
    }

    /** Runs one command line in this machine and returns its exit code. */
    static int run(String... args) {
        PrintStream err = System.err;
        ExhaustedMemory.prepare();
        try {
            return carryOut(args, err);
        } catch (OutOfMemoryError e) {
            return ExhaustedMemory.report(err);
        }
    }

    private static int carryOut(String[] args, PrintStream err) {
        try {
            CommandLine line = CommandLine.parse(args);
            return line.command().run(line);
        } catch (OutOfMemoryError e) { // before all others: to look at their clauses may mean to load their classes
            throw e;
        } catch (UsageException e) {
            err.println(name() + ": " + e.getMessage());
            return e.status();
        } catch (RuntimeException | Error e) {
            return InternalError.report(e, err);
        }
    }

    /** The command's path as {@code process.execPath} has it, where this is its runtime. */
    private static String name() {
        String home = System.getProperty("ledge.home");
        return home == null ? "ledge" : Path.of(home, "bin", "ledge").toAbsolutePath().normalize().toString();
    }
}
