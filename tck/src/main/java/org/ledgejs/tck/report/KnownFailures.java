package org.ledgejs.tck.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tests known not to pass. In the file a line {@code == reason} opens a group and each line below it names a test, or, with
 * {@code /**} at its end, whatever fails in a folder; lines with # at their start are remarks.
 */
public final class KnownFailures {
    private static final String REASON = "== ";
    private static final String FOLDER = "/**";

    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    public static KnownFailures read(Path file) throws IOException {
        return parse(Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    public static KnownFailures parse(List<String> lines) {
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
    public String reason(String test) {
        String reason = reasons.get(test);
        for (int slash = test.lastIndexOf('/'); reason == null && slash > 0; slash = test.lastIndexOf('/', slash - 1)) {
            reason = reasons.get(test.substring(0, slash) + FOLDER);
        }
        return reason;
    }

    /** Tests that failed and are not known to. @param failed with the message of each */
    public List<String> unexpected(Map<String, String> failed) {
        return failed.keySet().stream().filter(test -> reason(test) == null).sorted().toList();
    }

    /** Tests that passed although they are named here. */
    public List<String> mended(Set<String> passed) {
        return passed.stream().filter(reasons::containsKey).sorted().toList();
    }

    /** The file as it should be after a run: what it did not touch stays, and a failure's message is its reason. */
    public List<String> updated(Map<String, String> failed, Set<String> passed) {
        Map<String, String> after = new TreeMap<>(reasons);
        after.keySet().removeAll(mended(passed));
        unexpected(failed).forEach(test -> after.put(test, failed.get(test)));
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
