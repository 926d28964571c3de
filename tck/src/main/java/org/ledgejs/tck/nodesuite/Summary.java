package org.ledgejs.tck.nodesuite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.ledgejs.tck.nodesuite.Result.Outcome;

/** Results added up by category. */
record Summary(List<Result> results) {

    /** Of tests that do not look inside Node and did not skip themselves; what those are is counted apart. */
    record Share(String category, long passed, long ran, long skipped, long internals) {
        double percent() {
            return ran == 0 ? 100 : 100.0 * passed / ran;
        }
    }

    List<Share> shares() {
        Map<String, List<Result>> groups = results.stream().collect(Collectors.groupingBy(r -> r.test().category(), TreeMap::new, Collectors.toList()));
        List<Share> shares = new ArrayList<>();
        groups.forEach((category, group) -> shares.add(share(category, group)));
        shares.add(share("**all**", results));
        return shares;
    }

    private static Share share(String category, List<Result> group) {
        List<Result> own = group.stream().filter(r -> !r.test().internal()).toList();
        long skipped = own.stream().filter(r -> r.outcome() == Outcome.SKIP).count();
        long passed = own.stream().filter(r -> r.outcome() == Outcome.PASS).count();
        return new Share(category, passed, own.size() - skipped, skipped, group.size() - own.size());
    }

    /** The message of each test that failed; those that look inside Node are not asked for. */
    Map<String, String> failed() {
        return results.stream().filter(r -> !r.test().internal() && r.outcome() != Outcome.PASS && r.outcome() != Outcome.SKIP)
                .collect(Collectors.toMap(r -> r.test().name(), Result::message, (a, b) -> a, TreeMap::new));
    }

    Set<String> passed() {
        return results.stream().filter(r -> r.outcome() == Outcome.PASS).map(r -> r.test().name()).collect(Collectors.toSet());
    }

    /** A table of Markdown. */
    List<String> table() {
        List<String> lines = new ArrayList<>(List.of("| module | tests | pass | | skip themselves | look inside Node |", "|---|--:|--:|--:|--:|--:|"));
        for (Share share : shares()) {
            lines.add(String.format("| %s | %d | %d | %.1f %% | %d | %d |", share.category(), share.ran(), share.passed(), share.percent(), share.skipped(), share.internals()));
        }
        return lines;
    }
}
