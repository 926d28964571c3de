package org.ledgejs.tck.nodesuite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How many tests about each module pass, as a table of Markdown. */
record ModuleTable(Collection<Share> shares) {
    private static final String BEGIN = "<!-- tck/node-suite: begin -->";
    private static final String END = "<!-- tck/node-suite: end -->";
    private static final String TOTAL = "**all**";
    private static final List<String> HEAD = List.of("| module | tests | pass | | skip themselves | look inside Node |", "|---|--:|--:|--:|--:|--:|");
    private static final Pattern ROW = Pattern.compile("\\| (.+?) \\| (\\d+) \\| (\\d+) \\| [\\d.]+ % \\| (\\d+) \\| (\\d+) \\|");

    /** Of tests that do not look inside Node and did not skip themselves; what those are is counted apart. */
    record Share(String category, long ran, long passed, long skipped, long internals) {
        double percent() {
            return ran == 0 ? 100 : 100.0 * passed / ran;
        }

        String row() {
            return String.format("| %s | %d | %d | %.1f %% | %d | %d |", category, ran, passed, percent(), skipped, internals);
        }

        /** @return null if the line is no row of a module */
        static Share parse(String line) {
            Matcher row = ROW.matcher(line);
            return !row.matches() || row.group(1).equals(TOTAL) ? null
                    : new Share(row.group(1), Long.parseLong(row.group(2)), Long.parseLong(row.group(3)), Long.parseLong(row.group(4)), Long.parseLong(row.group(5)));
        }
    }

    List<String> lines() {
        Share total = new Share(TOTAL, sum(Share::ran), sum(Share::passed), sum(Share::skipped), sum(Share::internals));
        return Stream.concat(HEAD.stream(), Stream.concat(shares.stream(), Stream.of(total)).map(Share::row)).toList();
    }

    private long sum(ToLongFunction<Share> column) {
        return shares.stream().mapToLong(column).sum();
    }

    /**
     * Writes rows into the table between the marks of a file; modules that are not among them keep theirs.
     *
     * @throws IOException also if the marks are missing
     */
    static void update(Path file, List<Share> shares) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int begin = lines.indexOf(BEGIN);
        int end = lines.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(file + " has no line " + BEGIN + " with a line " + END + " after it");
        }
        List<String> table = lines.subList(begin + 1, end);
        TreeMap<String, Share> all = new TreeMap<>();
        table.stream().map(Share::parse).filter(share -> share != null).forEach(share -> all.put(share.category(), share));
        shares.forEach(share -> all.put(share.category(), share));
        table.clear();
        table.addAll(new ModuleTable(all.values()).lines());
        Files.write(file, lines);
    }
}
