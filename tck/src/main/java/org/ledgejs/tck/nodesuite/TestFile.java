package org.ledgejs.tck.nodesuite;

import java.nio.file.Path;
import java.util.List;

/**
 * One test.
 *
 * @param name     its path below the suite's folder, with slashes
 * @param category the module it is about, see {@link Categories}
 * @param flags    what its line {@code // Flags:} asks the command line for
 * @param internal whether it looks inside Node, where no other implementation can follow
 */
record TestFile(Path file, String name, String category, List<String> flags, boolean internal) { }
