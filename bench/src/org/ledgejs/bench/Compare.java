package org.ledgejs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs programs on several engines side by side and writes down how they did; {@code bench/compare} starts it. */
public final class Compare {

    private final Path root;
    private final Options options;

    private Compare(Path root, Options options) {
        this.root = root;
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("bench.root"));
        List<String> words = List.of(arguments);
        if (words.contains("--help")) {
            System.out.print(Options.HELP);
            return;
        }
        try {
            Compare compare = new Compare(root, Options.parse(words, root));
            System.exit(compare.run() ? 0 : 1);
        } catch (Options.UsageException e) {
            System.err.println("compare: " + e.getMessage() + "; --help says more");
            System.exit(2);
        }
    }

    private boolean run() throws IOException, InterruptedException {
        List<Program> programs = Program.find(options.programs());
        Path folder = Files.createTempDirectory("ledge-bench");
        try {
            return options.smoke() ? smoke(programs, folder) : compare(programs, folder);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private boolean compare(List<Program> programs, Path folder) throws IOException, InterruptedException {
        List<Engine> engines = engines();
        if (engines.isEmpty()) {
            System.err.println("compare: none of the engines is there");
            return false;
        }
        Results results = new Results(engines.stream().map(Engine::name).toList(), programs.stream().map(Program::name).toList(), reference(engines));
        int number = 0;
        for (Program program : programs) {
            Path file = folder.resolve(program.name() + ".js");
            Program.compose(file, root.resolve("bench/driver.js"), options.iterations(), options.seconds(), List.of(program));
            for (int repeat = 0; repeat < options.repeats(); repeat++) {
                for (Engine engine : engines) {
                    results.add(engine.name(), program.name(), Runner.run(engine.commandFor(file.toString()), options.timeout(), line -> { }));
                }
            }
            number++;
            System.err.println("[" + number + "/" + programs.size() + "] " + results.line(program.name(), options.chart()));
        }
        Path target = root.resolve("bench/results");
        Files.createDirectories(target);
        Path table = target.resolve(options.out() + ".md");
        Files.writeString(table, Table.of(results));
        Files.writeString(target.resolve(options.out() + ".json"), Json.of(results));
        Files.writeString(target.resolve(options.out() + ".svg"), Chart.of(results, options.chart()));
        results.failures().forEach(System.err::println);
        System.out.print(Table.summary(results));
        System.out.println("\ncompare: " + table);
        return results.failures().isEmpty();
    }

    private List<Engine> engines() throws IOException, InterruptedException {
        Engines found = new Engines(root, distribution());
        List<Engine> engines = new ArrayList<>();
        for (String name : options.engines()) {
            try {
                engines.add(found.find(name));
            } catch (Engines.MissingException e) {
                System.err.println("compare: without " + name + ": " + e.getMessage());
            }
        }
        return engines;
    }

    /** What is measured is the distribution, and of this source tree: the start script builds it where it is stale. */
    private Path distribution() throws IOException, InterruptedException {
        if (options.ledge() != null) {
            return options.ledge();
        }
        if (new ProcessBuilder(root.resolve("ledge").toString(), "-e", "0").inheritIO().start().waitFor() != 0) {
            throw new Options.UsageException("Ledge cannot be built");
        }
        return root.resolve("native/target/ledge");
    }

    private String reference(List<Engine> engines) {
        if (options.reference() != null && engines.stream().noneMatch(engine -> engine.name().equals(options.reference()))) {
            throw new Options.UsageException("the reference " + options.reference() + " is none of the engines");
        }
        return options.reference() != null ? options.reference()
                : engines.stream().map(Engine::name).filter(name -> !name.startsWith("ledge")).findFirst().orElse(engines.getFirst().name());
    }

    private boolean smoke(List<Program> programs, Path folder) throws IOException, InterruptedException {
        Engine ledge;
        try {
            ledge = new Engines(root, distribution()).find("ledge");
        } catch (Engines.MissingException e) {
            System.err.println("compare: " + e.getMessage());
            return false;
        }
        Path file = folder.resolve("smoke.js");
        Program.compose(file, root.resolve("bench/driver.js"), 1, options.seconds(), programs);
        Set<String> done = new HashSet<>();
        List<String> failed = new ArrayList<>();
        // The virtual machine's quick compiler alone: it is ready sooner, and so more of the programs is compiled by Graal.
        List<String> command = List.of(ledge.command().getFirst(), "--vm.XX:TieredStopAtLevel=1", file.toString());
        Run run = Runner.run(command, options.timeout(), line -> {
            if (line.startsWith("@done ")) {
                done.add(line.substring("@done ".length()));
            } else if (line.startsWith("@failed ")) {
                failed.add(line.substring("@failed ".length()));
            }
        });
        if (!run.succeeded() && failed.isEmpty()) {
            failed.add(run.failure());
        }
        programs.stream().map(Program::name).filter(name -> !done.contains(name)).map(name -> name + ": not done").forEach(failed::add);
        failed.forEach(failure -> System.err.println("compare: " + failure));
        System.out.println("compare: " + done.size() + " of " + programs.size() + " programs work");
        return failed.isEmpty();
    }
}
