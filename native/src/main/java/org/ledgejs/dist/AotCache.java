package org.ledgejs.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A JDK AOT cache (JEP 483, 514) of a distribution: classes loaded and linked ahead of time, as a
 * training run left them.
 *
 * <p>A machine loads every class of its cache before it does anything else, needed or not. So there are two: one of all
 * that programs use, and one for commands that are over at once, without the compiler, whose classes are half of the other.
 */
enum AotCache {

    PROGRAMS("ledge.aot") {
        /**
         * What the machine compiled in training it compiles the same way later, and in training it compiles the compilers alone, quickly:
         * without measuring how they run, and never a second time.
         */
        @Override
        List<String> trainingFlags(Path programs) {
            return List.of("-XX:+AOTRecordTraining", "-XX:TieredStopAtLevel=1", "-XX:CompilerDirectivesFile=" + programs.resolve("quick.json"));
        }

        @Override
        List<String> commands(Flavour flavour) {
            return flavour.hasCompiler() ? List.of("commands.txt", "compiler.txt") : List.of("commands.txt");
        }
    },

    COMMANDS("start.aot") {
        @Override
        List<String> trainingFlags(Path programs) {
            return List.of("-XX:-AOTRecordTraining");
        }

        @Override
        List<String> commands(Flavour flavour) {
            return List.of("start.txt");
        }
    };

    private final String file;

    AotCache(String file) {
        this.file = file;
    }

    /** Options of the virtual machine in training only. */
    abstract List<String> trainingFlags(Path programs);

    /** Names of files with command lines in the folder of training programs. */
    abstract List<String> commands(Flavour flavour);

    /**
     * Runs the command lines of the training files, one after the other in one machine and in the folder
     * {@code programs}, and keeps what was learned; does nothing if runtime, class path and programs are those of the
     * cache that is there.
     */
    void train(Path home, Flavour flavour, Path classPath, Path programs) throws IOException {
        Path cache = home.resolve("lib").resolve(file);
        List<Path> inputs = new ArrayList<>(List.of(classPath, home.resolve("lib/runtime/lib/modules")));
        try (Stream<Path> files = Files.walk(programs)) {
            files.filter(Files::isRegularFile).sorted().forEach(inputs::add);
        }
        Stamp stamp = new Stamp(home.resolve("lib").resolve(file + ".txt"), flavour.flags()).from(inputs);
        if (Files.exists(cache) && stamp.isCurrent()) {
            return;
        }
        Files.deleteIfExists(cache);
        List<String> command = new ArrayList<>();
        command.add(home.resolve("lib/runtime/bin/java").toString());
        command.addAll(flavour.flags());
        command.addAll(trainingFlags(programs));
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dledge.home=" + home, "-cp", classPath.toString(),
                "org.ledgejs.launcher.Training"));
        commands(flavour).forEach(name -> command.add(programs.resolve(name).toString()));
        if (this == COMMANDS) {
            command.add("--without-compiler");
        }
        String output = Tools.exec(programs, Map.of(), command);
        if (!Files.exists(cache)) {
            throw new IOException("The training run left no AOT cache\n" + output);
        }
        stamp.write();
    }
}
