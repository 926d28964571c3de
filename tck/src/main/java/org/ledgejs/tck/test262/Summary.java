package org.ledgejs.tck.test262;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.ledgejs.tck.test262.Result.Outcome;

/** Results added up: a test passes if it does in each of its modes. */
final class Summary {
    private final List<Result> results;
    private final Map<String, List<Result>> tests = new TreeMap<>();

    /** How many of how many tests pass. */
    record Share(int passed, int total) {
        @Override
        public String toString() {
            return total == 0 ? "none" : String.format("%d of %d (%.2f %%)", passed, total, 100.0 * passed / total);
        }
    }

    Summary(List<Result> results) {
        this.results = results.stream().sorted((a, b) -> {
            int byName = a.test().name().compareTo(b.test().name());
            return byName != 0 ? byName : a.mode().compareTo(b.mode());
        }).toList();
        for (Result result : this.results) {
            tests.computeIfAbsent(result.test().name(), t -> new ArrayList<>()).add(result);
        }
    }

    /** Ordered by test, then mode. */
    List<Result> results() {
        return results;
    }

    Map<String, List<Result>> tests() {
        return tests;
    }

    /** The message of each test that failed in one of its modes. */
    Map<String, String> failed() {
        Map<String, String> failed = new TreeMap<>();
        tests.forEach((test, runs) -> runs.stream().filter(r -> !r.passed()).findFirst().ifPresent(r -> failed.put(test, r.message())));
        return failed;
    }

    /** Tests that passed in each of their modes. */
    Set<String> passed() {
        return tests.entrySet().stream().filter(t -> t.getValue().stream().allMatch(Result::passed)).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    long count(Outcome outcome) {
        return results.stream().filter(r -> r.outcome() == outcome).count();
    }

    Share share(Predicate<TestFile> which) {
        return share(tests.values().stream().filter(t -> which.test(t.getFirst().test())).toList());
    }

    private static Share share(List<List<Result>> some) {
        return new Share((int) some.stream().filter(t -> t.stream().allMatch(Result::passed)).count(), some.size());
    }

    /** The shares of groups of tests. @param keys the groups a test is in */
    Map<String, Share> by(Function<TestFile, Iterable<String>> keys) {
        Map<String, List<List<Result>>> groups = new TreeMap<>();
        for (List<Result> test : tests.values()) {
            keys.apply(test.getFirst().test()).forEach(key -> groups.computeIfAbsent(key, k -> new ArrayList<>()).add(test));
        }
        Map<String, Share> shares = new TreeMap<>();
        groups.forEach((key, group) -> shares.put(key, share(group)));
        return shares;
    }

    Map<String, Share> byFolder() {
        return by(test -> List.of(test.folder()));
    }

    Map<String, Share> byFeature() {
        return by(test -> Metadata.parse(Suite.read(test.file())).features());
    }

    void print(PrintStream out) {
        table(out, "By folder", byFolder());
        table(out, "By feature", byFeature());
        out.println();
        out.println("main:    " + share(TestFile::isMain));
        for (String part : List.of("annexB", "staging", "intl402", "built-ins/Temporal", "harness")) {
            Share share = share(test -> test.name().startsWith(part + "/"));
            if (share.total > 0) {
                out.printf("%-8s %s%n", part.replaceFirst(".*/", "") + ":", share);
            }
        }
        out.println("all:     " + share(test -> true));
        out.printf("runs:    %d; %d failed, %d timed out, %d internal%n", results.size(), count(Outcome.FAIL), count(Outcome.TIMEOUT), count(Outcome.INTERNAL));
    }

    private static void table(PrintStream out, String title, Map<String, Share> shares) {
        out.println();
        out.println(title);
        shares.forEach((key, share) -> out.printf("  %-60s %s%n", key, share));
    }
}
