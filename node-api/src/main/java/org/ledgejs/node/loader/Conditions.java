package org.ledgejs.node.loader;

import java.util.Set;

/** The conditions of package targets that hold here. */
final class Conditions {
    static final Set<String> IMPORT = Set.of("node", "import", "module-sync", "node-addons");
    static final Set<String> REQUIRE = Set.of("node", "require", "module-sync", "node-addons");

    private Conditions() { }
}
