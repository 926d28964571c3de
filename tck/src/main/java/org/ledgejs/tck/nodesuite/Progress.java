package org.ledgejs.tck.nodesuite;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;

import org.ledgejs.tck.nodesuite.Result.Outcome;
import org.ledgejs.tck.report.ProgressLine;

/** Says how far a run is. */
final class Progress {
    private final ProgressLine line;
    private final int total;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    Progress(PrintStream out, int total) {
        this.line = new ProgressLine(out);
        this.total = total;
    }

    synchronized void report(Result result) {
        counts.merge(result.outcome(), 1, Integer::sum);
        if (line.isDue()) {
            line.print(text());
        }
    }

    synchronized void done() {
        line.end(text());
    }

    private String text() {
        return String.format("%d of %d tests: %d passed, %d failed, %d timed out, %d internal, %d skipped; %.0f s",
                counts.values().stream().mapToInt(Integer::intValue).sum(), total, count(Outcome.PASS), count(Outcome.FAIL), count(Outcome.TIMEOUT), count(Outcome.INTERNAL),
                count(Outcome.SKIP), line.seconds());
    }

    private int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
