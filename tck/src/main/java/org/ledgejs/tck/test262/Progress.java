package org.ledgejs.tck.test262;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.ledgejs.tck.report.ProgressLine;
import org.ledgejs.tck.test262.Result.Outcome;

/** Says how far a run is. */
final class Progress {
    private final ProgressLine line;
    private final int total;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final Set<String> files = new HashSet<>();

    /** @param total how many files there are */
    Progress(PrintStream out, int total) {
        this.line = new ProgressLine(out);
        this.total = total;
    }

    synchronized void report(Result result) {
        counts.merge(result.outcome(), 1, Integer::sum);
        files.add(result.test().name());
        if (line.isDue()) {
            line.print(text());
        }
    }

    synchronized void done() {
        line.end(text());
    }

    private int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    private String text() {
        double seconds = line.seconds();
        Runtime runtime = Runtime.getRuntime();
        int runs = counts.values().stream().mapToInt(Integer::intValue).sum();
        return String.format("%d of %d files, %d runs: %d failed, %d timed out, %d internal; %.0f s, %.0f runs/s, %d MB", files.size(), total, runs, count(Outcome.FAIL),
                count(Outcome.TIMEOUT), count(Outcome.INTERNAL), seconds, runs / seconds, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
