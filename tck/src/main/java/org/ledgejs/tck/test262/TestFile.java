package org.ledgejs.tck.test262;

import java.nio.file.Path;

/** A test of the suite. @param name its path below the suite's folder {@code test}, with slashes */
public record TestFile(Path file, String name) {

    /** The first two folders of its path, by which results are added up. */
    String folder() {
        int first = name.indexOf('/');
        int second = name.indexOf('/', first + 1);
        return second < 0 ? name.substring(0, Math.max(first, 0)) : name.substring(0, second);
    }

    /** Whether it belongs to the main part: language and built-ins without Temporal. */
    boolean isMain() {
        return name.startsWith("language/") || name.startsWith("built-ins/") && !name.startsWith("built-ins/Temporal/");
    }
}
