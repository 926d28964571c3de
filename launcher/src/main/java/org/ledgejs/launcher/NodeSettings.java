package org.ledgejs.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options of Node as the user gave them, in {@code NODE_OPTIONS}, in files of variables and on the command line; of several the last counts. */
final class NodeSettings {
    private final List<String> execArgv = new ArrayList<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** The arguments before the program, for {@code process.execArgv}. */
    List<String> execArgv() {
        return execArgv;
    }

    /** Variables that files of variables set. */
    Map<String, String> environment() {
        return environment;
    }

    void set(NodeOption option, String value) {
        List<String> all = values.computeIfAbsent(option.name(), unused -> new ArrayList<>());
        if (option.kind() != NodeOption.Kind.LIST) {
            all.clear();
        }
        all.add(value);
    }

    boolean flag(String name) {
        return "true".equals(value(name));
    }

    /** Null if it was not given. */
    String value(String name) {
        List<String> all = values.get(name);
        return all == null ? null : all.getLast();
    }

    List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }
}
