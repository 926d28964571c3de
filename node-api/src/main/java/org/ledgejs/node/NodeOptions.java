package org.ledgejs.node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.node.binding.process.Environment;
import org.ledgejs.node.binding.process.ProgramArguments;

/** The options of Node's command line and of NODE_OPTIONS, by full name ({@code --conditions}). To be asked when the context knows its arguments. */
public final class NodeOptions {
    private static final Map<String, String> FULL = Map.of("-r", "--require", "-C", "--conditions", "--loader", "--experimental-loader",
            "--require-module", "--experimental-require-module");
    /** Those whose value may be the next word, and what stands before code. */
    private static final Set<String> WITH_VALUE = Set.of("--require", "--conditions", "--experimental-loader", "--import", "--input-type", "-e", "--eval", "-p", "--print",
            "-pe", "--trace-require-module");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private NodeOptions(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = (equals < 0 ? word : word.substring(0, equals)).replace('_', '-');
            name = FULL.getOrDefault(name, name);
            if (equals >= 0) {
                add(name, word.substring(equals + 1));
            } else if (WITH_VALUE.contains(name)) {
                i++;
                add(name, i < words.size() ? words.get(i) : "");
            } else if (name.startsWith("--no-")) {
                name = "--" + name.substring("--no-".length());
                add(FULL.getOrDefault(name, name), "false");
            } else {
                add(name, "true");
            }
        }
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    public static NodeOptions of(Agent agent) {
        return agent.attachment(NodeOptions.class, () -> {
            List<String> words = new ArrayList<>();
            String variable = Environment.of(agent).get("NODE_OPTIONS");
            if (variable != null) {
                words.addAll(split(variable));
            }
            words.addAll(ProgramArguments.of(agent).execArgv());
            return new NodeOptions(words);
        });
    }

    /** Words are separated by spaces, except in double quotes, where a backslash takes the next character as it is. */
    private static List<String> split(String text) {
        List<String> words = new ArrayList<>(List.of(""));
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                words.add("");
            } else {
                if (c == '\\' && quoted && i + 1 < text.length()) {
                    c = text.charAt(++i);
                }
                words.add(words.removeLast() + c);
            }
        }
        words.removeIf(String::isEmpty);
        return words;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether a flag is on; {@code otherwise} if nothing is said of it. */
    public boolean isOn(String name, boolean otherwise) {
        String value = value(name);
        return value == null ? otherwise : !value.equals("false");
    }

    /** The last value given, or null. */
    public String value(String name) {
        List<String> all = values.get(name);
        return all == null ? null : all.getLast();
    }

    /** All values given, in order; "true" and "false" for flags. */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }
}
