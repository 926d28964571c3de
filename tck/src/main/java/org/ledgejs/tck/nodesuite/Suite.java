package org.ledgejs.tck.nodesuite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder {@code test} of a source release of Node. */
final class Suite {
    private static final List<String> FOLDERS = List.of("parallel", "es-module");
    private static final Pattern NAME = Pattern.compile("test-.*\\.[cm]?js");
    private static final Pattern FLAGS = Pattern.compile("^// Flags:(.*)$", Pattern.MULTILINE);
    private static final Pattern INTERNAL = Pattern.compile("--expose[-_]internals|internalBinding|process\\.binding\\(|require\\('internal/");

    private final Path folder;

    Suite(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Ordered by name. @throws UncheckedIOException if a file cannot be read */
    List<TestFile> tests(Predicate<TestFile> which) throws IOException {
        List<TestFile> tests = new java.util.ArrayList<>();
        for (String part : FOLDERS) {
            try (Stream<Path> files = Files.list(folder.resolve(part))) {
                files.filter(f -> NAME.matcher(f.getFileName().toString()).matches()).sorted().map(f -> test(part, f)).filter(which).forEach(tests::add);
            }
        }
        return tests;
    }

    private static TestFile test(String part, Path file) {
        try {
            // Some tests are no valid UTF-8: every byte is a character here.
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            String name = file.getFileName().toString();
            String category = part.equals("es-module") ? "module" : Categories.of(name);
            return new TestFile(file, part + "/" + name, category, flags(text), INTERNAL.matcher(text).find());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> flags(String text) {
        Matcher line = FLAGS.matcher(text);
        return line.results().flatMap(m -> Stream.of(m.group(1).strip().split("\\s+"))).filter(f -> !f.isEmpty()).toList();
    }
}
