package org.ledgejs.tck.nodesuite;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.ledgejs.tck.nodesuite.Result.Outcome;

/** Results added up by category. */
record Summary(List<Result> results) {

    /** One for each category, in the order of their names. */
    List<ModuleTable.Share> shares() {
        Map<String, List<Result>> groups = results.stream().collect(Collectors.groupingBy(r -> r.test().category(), TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream().map(e -> share(e.getKey(), e.getValue())).toList();
    }

    private static ModuleTable.Share share(String category, List<Result> group) {
        List<Result> own = group.stream().filter(r -> !r.test().internal()).toList();
        long skipped = own.stream().filter(r -> r.outcome() == Outcome.SKIP).count();
        long passed = own.stream().filter(r -> r.outcome() == Outcome.PASS).count();
        return new ModuleTable.Share(category, own.size() - skipped, passed, skipped, group.size() - own.size());
    }

    /** The message of each test that failed; those that look inside Node are not asked for. */
    Map<String, String> failed() {
        return results.stream().filter(r -> !r.test().internal() && r.outcome() != Outcome.PASS && r.outcome() != Outcome.SKIP)
                .collect(Collectors.toMap(r -> r.test().name(), Result::message, (a, b) -> a, TreeMap::new));
    }

    Set<String> passed() {
        return results.stream().filter(r -> r.outcome() == Outcome.PASS).map(r -> r.test().name()).collect(Collectors.toSet());
    }
}
