package org.ledgejs.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The JDK's AOT cache (JEP 483, 514, 515) of a distribution: the classes a start needs, loaded and linked,
 * and the method profiles of a training run, so that Graal itself warms sooner.
 */
final class AotCache {

    private final Path home;
    private final Flavour flavour;
    private final Path classPath;

    AotCache(Path home, Flavour flavour, Path classPath) {
        this.home = home;
        this.flavour = flavour;
        this.classPath = classPath;
    }

    /**
     * Runs the command lines of {@code programs/commands.txt}, one after the other in one machine and in the
     * folder {@code programs}, and keeps what was learned; does nothing if runtime, class path and programs
     * are those of the cache that is there.
     */
    void train(Path programs) throws IOException {
        Path cache = home.resolve("lib/ledge.aot");
        List<Path> inputs = new ArrayList<>(List.of(classPath, home.resolve("lib/runtime/lib/modules")));
        try (Stream<Path> files = Files.walk(programs)) {
            files.filter(Files::isRegularFile).sorted().forEach(inputs::add);
        }
        Stamp stamp = new Stamp(home.resolve("lib/ledge.aot.txt"), flavour.flags()).from(inputs);
        if (Files.exists(cache) && stamp.isCurrent()) {
            return;
        }
        Files.deleteIfExists(cache);
        List<String> command = new ArrayList<>();
        command.add(home.resolve("lib/runtime/bin/java").toString());
        command.addAll(flavour.flags());
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dledge.home=" + home, "-cp", classPath.toString(),
                "org.ledgejs.launcher.Training", programs.resolve("commands.txt").toString()));
        String output = Tools.exec(programs, Map.of(), command);
        if (!Files.exists(cache)) {
            throw new IOException("The training run left no AOT cache\n" + output);
        }
        stamp.write();
    }
}
