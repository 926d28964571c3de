package org.ledgejs.tck.report;

import java.io.PrintStream;

/** One line that says how far a run is: rewritten on a terminal, now and then a new one elsewhere. */
public final class ProgressLine {
    private static final long ON_TERMINAL = 500_000_000L;
    private static final long ELSEWHERE = 30_000_000_000L;

    private final PrintStream out;
    private final boolean terminal = System.console() != null && System.console().isTerminal();
    private final long start = System.nanoTime();
    private long last = start;

    public ProgressLine(PrintStream out) {
        this.out = out;
    }

    /** Whether it is time for the next one. */
    public boolean isDue() {
        long now = System.nanoTime();
        if (now - last <= (terminal ? ON_TERMINAL : ELSEWHERE)) {
            return false;
        }
        last = now;
        return true;
    }

    /** Seconds since the start. */
    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    public void print(String line) {
        out.printf(terminal ? "\r%s\033[K" : "%s%n", line);
    }

    /** The last one. */
    public void end(String line) {
        print(line);
        if (terminal) {
            out.println();
        }
    }
}
