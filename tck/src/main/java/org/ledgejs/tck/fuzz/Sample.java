package org.ledgejs.tck.fuzz;

import java.nio.file.Path;
import java.util.List;

import org.ledgejs.tck.test262.Metadata;
import org.ledgejs.tck.test262.Mode;

/**
 * A program to run.
 *
 * @param file where imports start from
 * @param metadata of the test it was
 * @param includes files of the harness that run first
 */
record Sample(Path file, Metadata metadata, Mode mode, List<String> includes, String text) {

    Sample with(String otherText) {
        return new Sample(file, metadata, mode, includes, otherText);
    }

    boolean isModule() {
        return mode == Mode.MODULE;
    }
}
