package org.ledgejs.language.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.graalvm.shadowed.com.ibm.icu.text.UnicodeSet;

/**
 * Unicode 17 for a matcher that knows Unicode 16: patterns are given the code points of the properties that changed (resource
 * {@code unicode-17.txt}, from the Unicode Character Database). A matcher that knows them already is not told anything wrong.
 */
final class UnicodeUpdate {
    private static final String RESOURCE = "unicode-17.txt";
    private static final Map<String, Change> CHANGES = read();

    /** @param kind "gc", "sc", "scx", "binary" or "strings" */
    private record Change(String kind, String name, String added, String removed) {

        /** The code points of the property now. */
        UnicodeSet points() {
            UnicodeSet set = new UnicodeSet();
            try {
                set.applyPropertyAlias(kind.equals("binary") ? name : kind, kind.equals("binary") ? "" : name);
            } catch (IllegalArgumentException e) {
                // A script that was not there before: all of it is new.
                set.clear();
            }
            forEachRange(added, set::add);
            forEachRange(removed, set::remove);
            return set;
        }

        private static void forEachRange(String ranges, RangeConsumer consumer) {
            for (String range : ranges.isEmpty() ? new String[0] : ranges.split(" ")) {
                int dash = range.indexOf('-');
                consumer.accept(Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16), Integer.parseInt(range.substring(dash + 1), 16));
            }
        }
    }

    @FunctionalInterface
    private interface RangeConsumer {
        void accept(int first, int last);
    }

    private UnicodeUpdate() { }

    private static Map<String, Change> read() {
        Map<String, Change> changes = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(UnicodeUpdate.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    read(line, changes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return changes;
    }

    private static void read(String line, Map<String, Change> changes) {
        int minus = line.indexOf(" - ");
        String removed = minus < 0 ? "" : line.substring(minus + 3);
        String rest = minus < 0 ? line : line.substring(0, minus);
        int plus = rest.indexOf(" + ");
        String added = plus < 0 ? "" : rest.substring(plus + 3);
        String[] words = (plus < 0 ? rest : rest.substring(0, plus)).split(" ");
        for (int i = 1; i < words.length; i++) {
            changes.put(words[0] + " " + words[i], new Change(words[0], words[1], added, removed));
        }
    }

    /** Whether a script is new: names that {@code Character.UnicodeScript} does not know. */
    static boolean isScript(String name) {
        return CHANGES.containsKey("sc " + name);
    }

    /** The change of what stands between the braces of \p{…}, or null. */
    private static Change change(String expression) {
        int equals = expression.indexOf('=');
        if (equals < 0) {
            for (String kind : new String[] {"gc ", "binary ", "strings "}) {
                if (CHANGES.containsKey(kind + expression)) {
                    return CHANGES.get(kind + expression);
                }
            }
            return null;
        }
        String kind = switch (expression.substring(0, equals)) {
            case "General_Category", "gc" -> "gc ";
            case "Script", "sc" -> "sc ";
            default -> "scx ";
        };
        return CHANGES.get(kind + expression.substring(equals + 1));
    }

    /** A valid pattern with flag u or v, its changed properties written out. @param sets whether the flag is v: classes nest */
    static String apply(String pattern, boolean sets) {
        if (!pattern.contains("\\p{") && !pattern.contains("\\P{")) {
            return pattern;
        }
        StringBuilder out = new StringBuilder();
        boolean inClass = false;
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c != '\\') {
                // Nested classes need no count: with v a class stands for itself inside of one as well.
                inClass = c == '[' || inClass && c != ']';
                out.append(c);
                i++;
                continue;
            }
            char escaped = pattern.charAt(i + 1);
            boolean property = (escaped == 'p' || escaped == 'P') && pattern.startsWith("{", i + 2);
            int end = property ? pattern.indexOf('}', i) + 1 : i + 2;
            Change change = property ? change(pattern.substring(i + 3, end - 1)) : null;
            if (change == null) {
                out.append(pattern, i, end);
            } else if (change.kind.equals("strings")) {
                strings(change, pattern.substring(i, end), out);
            } else {
                set(change.points(), escaped == 'P', sets, inClass, out);
            }
            i = end;
        }
        return out.toString();
    }

    private static void set(UnicodeSet points, boolean negative, boolean sets, boolean inClass, StringBuilder out) {
        // Without nesting a complement is written out; and where case is ignored it is not what a negated class matches.
        UnicodeSet written = negative && !sets ? points.complement() : points;
        boolean brackets = sets || !inClass;
        out.append(brackets ? "[" : "").append(negative && sets ? "^" : "");
        for (UnicodeSet.EntryRange range : written.ranges()) {
            codePoint(range.codepoint, out);
            if (range.codepointEnd > range.codepoint) {
                codePoint(range.codepointEnd, out.append('-'));
            }
        }
        out.append(brackets ? "]" : "");
    }

    private static void strings(Change change, String escape, StringBuilder out) {
        out.append('[').append(escape).append("\\q{");
        boolean first = true;
        for (String string : change.added.split(" ")) {
            out.append(first ? "" : "|");
            first = false;
            for (String point : string.split("_")) {
                codePoint(Integer.parseInt(point, 16), out);
            }
        }
        out.append("}]");
    }

    private static void codePoint(int point, StringBuilder out) {
        out.append("\\u{").append(Integer.toHexString(point)).append('}');
    }
}
