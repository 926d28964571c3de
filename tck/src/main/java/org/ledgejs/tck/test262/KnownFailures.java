package org.ledgejs.tck.test262;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tests known not to pass. In the file a line {@code == reason} opens a group and each line below it names a test, or, with
 * {@code /**} at its end, whatever fails in a folder; lines with # at their start are remarks.
 */
final class KnownFailures {
    private static final String REASON = "== ";
    private static final String FOLDER = "/**";

    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    static KnownFailures read(Path file) throws IOException {
        return parse(Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    static KnownFailures parse(List<String> lines) {
        KnownFailures known = new KnownFailures();
        String reason = "";
        for (String line : lines) {
            if (line.startsWith(REASON)) {
                reason = line.substring(REASON.length());
            } else if (line.startsWith("#")) {
                known.remarks.add(line);
            } else if (!line.isBlank()) {
                known.reasons.put(line.strip(), reason);
            }
        }
        return known;
    }

    /** Why a test does not pass, or null. */
    String reason(String test) {
        String reason = reasons.get(test);
        for (int slash = test.lastIndexOf('/'); reason == null && slash > 0; slash = test.lastIndexOf('/', slash - 1)) {
            reason = reasons.get(test.substring(0, slash) + FOLDER);
        }
        return reason;
    }

    /** Tests that failed and are not known to. */
    List<String> unexpected(Summary summary) {
        return summary.tests().entrySet().stream().filter(t -> !passes(t.getValue()) && reason(t.getKey()) == null).map(Map.Entry::getKey).toList();
    }

    /** Tests that passed although they are named here. */
    List<String> mended(Summary summary) {
        return summary.tests().entrySet().stream().filter(t -> passes(t.getValue()) && reasons.containsKey(t.getKey())).map(Map.Entry::getKey).toList();
    }

    private static boolean passes(List<Result> test) {
        return test.stream().allMatch(Result::passed);
    }

    /** The file as it should be after the run: what it did not touch stays. */
    List<String> updated(Summary summary) {
        Map<String, String> after = new TreeMap<>(reasons);
        after.keySet().removeAll(mended(summary));
        for (String test : unexpected(summary)) {
            after.put(test, summary.tests().get(test).stream().filter(r -> !r.passed()).findFirst().orElseThrow().message());
        }
        Map<String, List<String>> groups = new TreeMap<>();
        after.forEach((test, reason) -> groups.computeIfAbsent(reason, r -> new ArrayList<>()).add(test));
        List<String> lines = new ArrayList<>(remarks);
        groups.forEach((reason, tests) -> {
            lines.add("");
            lines.add(REASON + reason);
            lines.addAll(tests);
        });
        return lines;
    }
}
