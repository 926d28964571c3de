package org.ledgejs.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to run a program.
 *
 * @param command words before the file's name
 * @param options words after it
 */
record Engine(String name, List<String> command, List<String> options) {

    Engine(String name, String... command) {
        this(name, List.of(command), List.of());
    }

    List<String> commandFor(String file) {
        List<String> words = new ArrayList<>(command);
        words.add(file);
        words.addAll(options);
        return words;
    }
}
