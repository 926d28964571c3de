package org.ledgejs.tck.nodesuite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What the command line asks for. */
record Options(Path dir, List<String> categories, List<String> filters, List<String> engine, int jobs, Duration limit, Path known, boolean updateKnown, Path json, Path table,
        int show, boolean list) {
    static final String USAGE = """
            usage: tck/node-suite [options]
              --dir DIR          the folder "test" of a source release of Node (else the environment variable NODE_TEST_DIR)
              --category NAME    tests about one module; may be repeated; "all" is every test (else what Ledge has)
              --filter TEXT      tests whose path has this in it; may be repeated
              --engine COMMAND   what runs a test (else Ledge); a command of Node's gives what to expect
              --jobs N           tests at a time (else one a processor)
              --timeout SECONDS  limit of one test (else 60)
              --known FILE       tests known not to pass (else tck/node-suite-known.txt); what differs is reported
              --update-known     write that file anew; reasons of tests that are in it stay
              --json FILE        where the results go (else tck/target/node-suite.json)
              --table FILE       write the modules' rows into the table of this Markdown file, between the marks in it
              --show N           print this many failures (else 50)
              --list             print the tests and their categories, run none
            """;

    /** @throws IllegalArgumentException with what is wrong */
    static Options parse(String... args) {
        ArrayDeque<String> rest = new ArrayDeque<>(List.of(args));
        String dir = System.getenv("NODE_TEST_DIR");
        List<String> categories = new ArrayList<>();
        List<String> filters = new ArrayList<>();
        Path home = Path.of(System.getProperty("nodesuite.home", "tck"));
        String engine = System.getProperty("nodesuite.engine", "ledge");
        int jobs = Runtime.getRuntime().availableProcessors();
        long limit = 60;
        Path known = home.resolve("node-suite-known.txt");
        boolean update = false;
        Path json = home.resolve("target/node-suite.json");
        Path table = null;
        int show = 50;
        boolean list = false;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--dir" -> dir = value(option, rest);
                case "--category" -> categories.add(category(value(option, rest)));
                case "--filter" -> filters.add(value(option, rest));
                case "--engine" -> engine = value(option, rest);
                case "--jobs" -> jobs = Integer.parseInt(value(option, rest));
                case "--timeout" -> limit = Long.parseLong(value(option, rest));
                case "--known" -> known = Path.of(value(option, rest));
                case "--update-known" -> update = true;
                case "--json" -> json = Path.of(value(option, rest));
                case "--table" -> table = Path.of(value(option, rest));
                case "--show" -> show = Integer.parseInt(value(option, rest));
                case "--list" -> list = true;
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        if (dir == null) {
            throw new IllegalArgumentException("--dir or NODE_TEST_DIR has to name the folder \"test\" of a source release of Node");
        }
        if (table != null && !filters.isEmpty()) {
            throw new IllegalArgumentException("--table is for whole modules, not for what --filter leaves of them");
        }
        return new Options(Path.of(dir).toAbsolutePath(), List.copyOf(categories), List.copyOf(filters), List.of(engine.strip().split("\\s+")), jobs, Duration.ofSeconds(limit), known,
                update, json, table, show, list);
    }

    boolean chooses(TestFile test) {
        boolean category = categories.isEmpty() ? !Categories.isLater(test.category()) : categories.contains("all") || categories.contains(test.category());
        return category && (filters.isEmpty() || filters.stream().anyMatch(test.name()::contains));
    }

    private static String category(String name) {
        if (!name.equals("all") && Categories.all().noneMatch(name::equals)) {
            throw new IllegalArgumentException("no category " + name + "; there are all, " + String.join(", ", Categories.all().toList()));
        }
        return name;
    }

    private static String value(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.pop();
    }
}
