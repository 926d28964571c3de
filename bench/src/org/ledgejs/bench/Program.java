package org.ledgejs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A program in one file. It becomes a function's body, so that its variables are of the same kind in every engine. */
record Program(String name, Path file) {

    /** The programs named, and those in the folders named, in order. */
    static List<Program> find(List<Path> paths) throws IOException {
        List<Program> programs = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    files.filter(file -> file.toString().endsWith(".js")).sorted().map(Program::of).forEach(programs::add);
                }
            } else if (Files.isReadable(path)) {
                programs.add(of(path));
            } else {
                throw new Options.UsageException("no such file: " + path);
            }
        }
        if (programs.isEmpty()) {
            throw new Options.UsageException("no .js files in " + paths);
        }
        return programs;
    }

    private static Program of(Path file) {
        return new Program(file.getFileName().toString().replaceFirst("\\.js$", ""), file);
    }

    /** Writes {@code programs} with the driver before them into one file. */
    static void compose(Path target, Path driver, int iterations, double seconds, List<Program> programs) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "var BENCH_CONFIG = { iterations: %d, minIterations: %d, maxSeconds: %s };%n", iterations,
                Math.min(Run.FIRST, iterations), seconds));
        text.append(Files.readString(driver));
        for (Program program : programs) {
            text.append("(function () { ").append(Files.readString(program.file)).append("\n})();\n");
        }
        Files.writeString(target, text);
    }
}
