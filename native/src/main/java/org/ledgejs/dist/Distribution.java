package org.ledgejs.dist;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes what a user installs: a folder that runs without a JDK on the machine.
 *
 * <pre>
 * ledge/bin/ledge      the command, a script of sh
 *       lib/runtime/   the Java runtime
 *       lib/java/      the class path
 *       lib/ledge.aot  classes loaded and linked ahead of time, and profiles, from a training run
 *       lib/stamp      younger than everything it was made from
 * </pre>
 *
 * Each step is skipped when what it makes is there and made from the same things.
 */
public final class Distribution {

    private final Flavour flavour;
    private final Path home;
    private final Path target;

    private Distribution(Flavour flavour, Path target) {
        this.flavour = flavour;
        this.target = target;
        this.home = target.resolve(flavour.folder());
    }

    /**
     * Arguments: the {@code target} folder, which holds {@code jars/} (the class path) and {@code compiler/}
     * (Graal's modules), the folder of training programs, and a flavour's folder name or {@code all}.
     */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[0]).toAbsolutePath();
        for (Flavour flavour : Flavour.values()) {
            if (args[2].equals("all") || args[2].equals(flavour.folder())) {
                new Distribution(flavour, target).make(Path.of(args[1]).toAbsolutePath());
            }
        }
    }

    private void make(Path training) throws IOException {
        long start = System.nanoTime();
        Path stamp = home.resolve("lib/stamp");
        Files.createDirectories(home.resolve("bin"));
        Files.deleteIfExists(stamp);
        RuntimeImage.link(home.resolve("lib/runtime"),
                flavour.hasCompiler() ? Trees.jars(target.resolve("compiler")) : List.of(), target.resolve("jdk"));
        List<Path> classPath = copyJars();
        writeCommand(classPath);
        new AotCache(home, flavour, classPath).train(training);
        Files.createFile(stamp);
        System.out.printf("%s: %d MB in %.1f s%n", home, Trees.size(home) / 1_000_000, (System.nanoTime() - start) / 1e9);
    }

    /** Keeps the times of the jars: an AOT cache is refused when one differs. The launcher goes first. */
    private List<Path> copyJars() throws IOException {
        Path to = Files.createDirectories(home.resolve("lib/java"));
        Set<Path> kept = new HashSet<>();
        for (Path jar : Trees.jars(target.resolve("jars"))) {
            Path copy = to.resolve(jar.getFileName());
            if (!same(jar, copy)) {
                Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
            kept.add(copy);
        }
        for (Path old : Trees.jars(to)) {
            if (!kept.contains(old)) {
                Files.delete(old);
            }
        }
        List<Path> ordered = new ArrayList<>(Trees.jars(to));
        ordered.sort((a, b) -> Boolean.compare(isLauncher(b), isLauncher(a)));
        return ordered;
    }

    private static boolean isLauncher(Path jar) {
        return jar.getFileName().toString().startsWith("ledge-launcher");
    }

    private static boolean same(Path jar, Path copy) throws IOException {
        return Files.exists(copy) && Files.size(copy) == Files.size(jar) && Files.mismatch(jar, copy) < 0;
    }

    private void writeCommand(List<Path> classPath) throws IOException {
        try (InputStream in = Distribution.class.getResourceAsStream("ledge.sh")) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@FLAGS@", String.join(" ", flavour.flags()))
                    .replace("@CLASSPATH@", classPath.stream()
                            .map(jar -> "$home/" + home.relativize(jar))
                            .collect(Collectors.joining(File.pathSeparator)));
            Path command = home.resolve("bin/ledge");
            Files.writeString(command, script);
            Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
