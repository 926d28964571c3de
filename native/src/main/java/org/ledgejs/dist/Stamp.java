package org.ledgejs.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** A file that says what something was made from, so that it is made again only when that changed. */
final class Stamp {

    private final Path file;
    private final StringBuilder key;

    /** A stamp kept in {@code file}; {@code facts} are what the thing depends on besides files. */
    Stamp(Path file, Object... facts) {
        this.file = file;
        this.key = new StringBuilder();
        for (Object fact : facts) {
            key.append(fact).append('\n');
        }
    }

    /** Adds files the thing is made from, each by name, size and time. */
    Stamp from(Collection<Path> inputs) throws IOException {
        for (Path input : inputs) {
            key.append(input.getFileName()).append(' ').append(Files.size(input)).append(' ')
                    .append(Files.getLastModifiedTime(input).toMillis()).append('\n');
        }
        return this;
    }

    boolean isCurrent() throws IOException {
        return Files.exists(file) && Files.readString(file).contentEquals(key);
    }

    void write() throws IOException {
        Files.writeString(file, key);
    }
}
