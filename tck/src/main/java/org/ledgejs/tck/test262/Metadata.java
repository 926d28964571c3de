package org.ledgejs.tck.test262;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a test says about itself between {@code /*---} and {@code ---*}{@code /}: the part of YAML the suite uses, which is keys with
 * a text, a list in brackets or by dashes, and one mapping.
 *
 * @param negative null if the test is to end well
 */
public record Metadata(Set<String> flags, List<String> includes, Set<String> features, Negative negative) {

    public enum Phase { PARSE, RESOLUTION, RUNTIME }

    /** @param type name of the constructor of the error that has to come */
    public record Negative(Phase phase, String type) { }

    public static Metadata parse(String text) {
        int start = text.indexOf("/*---");
        int end = text.indexOf("---*/");
        Map<String, List<String>> entries = start < 0 || end < start ? Map.of() : entries(text.substring(start + 5, end));
        List<String> phase = entries.get("negative.phase");
        Negative negative = phase == null ? null
                : new Negative(Phase.valueOf(phase.getFirst().toUpperCase()), entries.getOrDefault("negative.type", List.of("")).getFirst());
        return new Metadata(Set.copyOf(entries.getOrDefault("flags", List.of())), List.copyOf(entries.getOrDefault("includes", List.of())),
                Set.copyOf(entries.getOrDefault("features", List.of())), negative);
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /** Values by key; keys within a mapping follow its key and a dot. */
    private static Map<String, List<String>> entries(String block) {
        Map<String, List<String>> entries = new HashMap<>();
        String key = "";
        boolean openList = false;
        for (String line : block.split("\r\n|\r|\n")) {
            String content = line.strip();
            if (openList) {
                openList = !content.endsWith("]");
                addAll(entries.get(key), openList ? content : content.substring(0, content.length() - 1));
            } else if (!content.isEmpty() && !Character.isWhitespace(line.charAt(0)) && content.charAt(0) != '-' && content.indexOf(':') > 0) {
                key = content.substring(0, content.indexOf(':'));
                openList = put(entries, key, content.substring(content.indexOf(':') + 1).strip());
            } else if (content.startsWith("- ")) {
                addAll(entries.computeIfAbsent(key, k -> new ArrayList<>()), content.substring(2));
            } else if (key.equals("negative") && content.indexOf(':') > 0) {
                put(entries, key + "." + content.substring(0, content.indexOf(':')), content.substring(content.indexOf(':') + 1).strip());
            }
        }
        return entries;
    }

    /** @return whether the value is a list that goes on in the next line */
    private static boolean put(Map<String, List<String>> entries, String key, String value) {
        List<String> values = new ArrayList<>();
        entries.put(key, values);
        if (!value.startsWith("[")) {
            if (!value.isEmpty()) {
                values.add(value);
            }
            return false;
        }
        boolean closed = value.endsWith("]");
        addAll(values, value.substring(1, closed ? value.length() - 1 : value.length()));
        return !closed;
    }

    private static void addAll(List<String> values, String items) {
        for (String item : items.split(",")) {
            if (!item.isBlank()) {
                values.add(item.strip());
            }
        }
    }
}
