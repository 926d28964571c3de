package org.ledgejs.tck.test262;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.graalvm.polyglot.Source;

/** A checkout of test262. */
public final class Suite {
    private final Path root;
    private final Map<String, Source> harness = new ConcurrentHashMap<>();

    public Suite(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * The tests in the order of their names.
     *
     * @param filters globs or beginnings of names; a test needs one of them, if there are any
     * @param sample how many of a hundred tests, always the same ones
     */
    public List<TestFile> tests(List<String> filters, double sample) throws IOException {
        List<PathMatcher> globs = filters.stream().map(f -> FileSystems.getDefault().getPathMatcher("glob:" + f)).toList();
        Path tests = root.resolve("test");
        try (Stream<Path> files = Files.walk(tests)) {
            return files.filter(file -> file.toString().endsWith(".js") && !file.getFileName().toString().contains("_FIXTURE"))
                    .map(file -> new TestFile(file, tests.relativize(file).toString().replace('\\', '/')))
                    .filter(test -> filters.isEmpty() || filters.stream().anyMatch(test.name()::startsWith) || globs.stream().anyMatch(g -> g.matches(Path.of(test.name()))))
                    .filter(test -> sample >= 100 || hash(test.name()) % 10_000 < sample * 100)
                    .sorted((a, b) -> a.name().compareTo(b.name())).toList();
        }
    }

    private static long hash(String name) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    /** A file of the suite's harness; the same source each time, so that contexts of an engine share its code. */
    public Source harness(String name) {
        return harness.computeIfAbsent(name, n -> source(root.resolve("harness").resolve(n)));
    }

    private static Source source(Path file) {
        try {
            return Source.newBuilder("ledge", read(file), file.getFileName().toString()).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
