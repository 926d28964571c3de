package org.ledgejs.tck.test262;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.ledgejs.tck.test262.Result.Outcome;

/** One line that says how far a run is: rewritten on a terminal, now and then a new one elsewhere. */
final class Progress {
    private final PrintStream out;
    private final int total;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private long last = start;
    private final Set<String> files = new HashSet<>();

    /** @param total how many files there are */
    Progress(PrintStream out, int total, boolean terminal) {
        this.out = out;
        this.total = total;
        this.terminal = terminal;
    }

    synchronized void report(Result result) {
        counts.merge(result.outcome(), 1, Integer::sum);
        files.add(result.test().name());
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

    private int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    private void line() {
        double seconds = (System.nanoTime() - start) / 1e9;
        Runtime runtime = Runtime.getRuntime();
        int runs = counts.values().stream().mapToInt(Integer::intValue).sum();
        out.printf(terminal ? "\r%s\033[K" : "%s%n", String.format("%d of %d files, %d runs: %d failed, %d timed out, %d internal; %.0f s, %.0f runs/s, %d MB", files.size(), total,
                runs, count(Outcome.FAIL), count(Outcome.TIMEOUT), count(Outcome.INTERNAL), seconds, runs / seconds,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20));
    }
}
