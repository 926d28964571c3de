package org.ledgejs.node.loader;

import java.util.LinkedHashSet;
import java.util.Set;

import org.ledgejs.node.NodeOptions;

/** The conditions of package targets that hold for {@code import} and for {@code require}: Node's, and those of the command line. */
record Conditions(Set<String> ofImport, Set<String> ofRequire) {
    static Conditions of(NodeOptions options) {
        Set<String> both = new LinkedHashSet<>();
        both.add("node");
        if (options.isOn("--addons", true)) {
            both.add("node-addons");
        }
        if (options.isOn("--experimental-require-module", true)) {
            both.add("module-sync");
        }
        both.addAll(options.values("--conditions"));
        return new Conditions(with("import", both), with("require", both));
    }

    private static Set<String> with(String first, Set<String> rest) {
        Set<String> all = new LinkedHashSet<>();
        all.add(first);
        all.addAll(rest);
        return all;
    }
}
