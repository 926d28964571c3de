package org.ledgejs.dist;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes what a user installs: a folder that runs without a JDK on the machine.
 *
 * <pre>
 * ledge/bin/ledge      the command, a script of sh
 *       lib/runtime/   the Java runtime, Truffle and Graal in it
 *       lib/ledge.jar  the class path
 *       lib/ledge.aot  classes loaded and linked ahead of time, and profiles, from a training run
 *       lib/start.aot  the same for commands that are over at once
 *       lib/stamp      younger than everything it was made from
 *       legal/         licences of what is in ledge.jar; the runtime has its own
 * </pre>
 *
 * Each step is skipped when what it makes is there and made from the same things.
 */
public final class Distribution {

    private final Flavour flavour;
    private final Path target;
    private final Path home;

    private Distribution(Flavour flavour, Path target) {
        this.flavour = flavour;
        this.target = target;
        this.home = target.resolve(flavour.folder());
    }

    /**
     * Arguments: the {@code target} folder, which holds {@code jars/} (the class path as Maven knows it) and
     * {@code compiler/} (Graal's own jar), the folder of training programs, and a flavour's folder name or
     * {@code all}.
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
        Files.createDirectories(home.resolve("lib"));
        Files.deleteIfExists(stamp);

        Map<String, Path> graal = new TreeMap<>();
        List<Path> rest = new ArrayList<>();
        sort(Trees.jars(target.resolve("jars")), graal, rest);
        if (flavour.hasCompiler()) {
            sort(Trees.jars(target.resolve("compiler")), graal, rest);
        }
        List<Path> all = new ArrayList<>(graal.values());
        all.addAll(rest);
        PlainCallSites sites = PlainCallSites.of(all);
        RuntimeImage.link(home.resolve("lib/runtime"), graal, sites, target.resolve("jdk"));
        Path jar = mergeJars(rest, sites);
        writeCommand();
        for (AotCache cache : AotCache.values()) {
            cache.train(home, flavour, jar, training);
        }
        Files.createFile(stamp);
        System.out.printf("%s: %d MB in %.1f s%n", home, Trees.size(home) / 1_000_000, (System.nanoTime() - start) / 1e9);
    }

    /** Graal's jars are named modules and go into the image; everything else makes the class path. */
    private static void sort(List<Path> jars, Map<String, Path> graal, List<Path> rest) {
        for (Path jar : jars) {
            ModuleReference module = ModuleFinder.of(jar).findAll().iterator().next();
            String name = module.descriptor().name();
            if (!module.descriptor().isAutomatic() && name.matches("(org\\.graalvm|com\\.oracle\\.truffle|jdk\\.graal)\\..*")) {
                graal.put(name, jar);
            } else {
                rest.add(jar);
            }
        }
    }

    /** Written only when a jar changed: the time of the class path is part of what an AOT cache is checked by. */
    private Path mergeJars(List<Path> jars, PlainCallSites sites) throws IOException {
        Path merged = home.resolve("lib/ledge.jar");
        Stamp stamp = new Stamp(home.resolve("lib/ledge.jar.txt"), PlainCallSites.class.getSimpleName()).from(jars);
        if (!Files.exists(merged) || !stamp.isCurrent()) {
            Path legal = home.resolve("legal");
            Trees.delete(legal);
            ClassPathJar.write(jars, merged, legal, sites);
            stamp.write();
        }
        return merged;
    }

    private void writeCommand() throws IOException {
        try (InputStream in = Distribution.class.getResourceAsStream("ledge.sh")) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@FLAGS@", String.join(" ", flavour.flags()))
                    .replace("@START_FLAGS@", String.join("\n", flavour.startFlags()));
            Path command = home.resolve("bin/ledge");
            Files.writeString(command, script);
            Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
