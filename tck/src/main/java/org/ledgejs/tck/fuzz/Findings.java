package org.ledgejs.tck.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What was found, each once, saved as a program that shows it. */
final class Findings {
    private final Path folder;
    private final Map<String, Integer> seen = new TreeMap<>();

    Findings(Path folder) {
        this.folder = folder;
    }

    /** @return whether it is the first of its kind */
    synchronized boolean add(Outcome finding) {
        return seen.merge(finding.key(), 1, Integer::sum) == 1;
    }

    synchronized Map<String, Integer> seen() {
        return new TreeMap<>(seen);
    }

    /** @param seed the run that starts with this one makes the finding again, unminimised */
    synchronized void save(Outcome finding, Sample sample, long seed, boolean ofImage) {
        String head = "// " + finding.cause().replaceAll("\\R", " ") + "\n// seed " + seed + ", from " + sample.file().getFileName() + ", " + sample.mode().name().toLowerCase()
                + (ofImage ? ", its image damaged" : "") + (sample.includes().isEmpty() ? "" : ", after " + String.join(", ", sample.includes())) + "\n";
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(seed + (sample.isModule() ? ".mjs" : ".js")), (head + sample.text()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
