package org.ledgejs.tck.nodesuite;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;

import org.ledgejs.tck.nodesuite.Result.Outcome;

/** One line that says how far a run is: rewritten on a terminal, now and then a new one elsewhere. */
final class Progress {
    private final PrintStream out;
    private final int total;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private long last = start;

    Progress(PrintStream out, int total, boolean terminal) {
        this.out = out;
        this.total = total;
        this.terminal = terminal;
    }

    synchronized void report(Result result) {
        counts.merge(result.outcome(), 1, Integer::sum);
        long now = System.nanoTime();
        if (now - last > (terminal ? 500_000_000L : 30_000_000_000L)) {
            last = now;
            line();
        }
    }

    synchronized void done() {
        line();
        if (terminal) {
            out.println();
        }
    }

    private void line() {
        out.printf(terminal ? "\r%s\033[K" : "%s%n", String.format("%d of %d tests: %d passed, %d failed, %d timed out, %d internal, %d skipped; %.0f s",
                counts.values().stream().mapToInt(Integer::intValue).sum(), total, count(Outcome.PASS), count(Outcome.FAIL), count(Outcome.TIMEOUT), count(Outcome.INTERNAL),
                count(Outcome.SKIP), (System.nanoTime() - start) / 1e9));
    }

    private int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
