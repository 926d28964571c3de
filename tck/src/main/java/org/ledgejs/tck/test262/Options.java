package org.ledgejs.tck.test262;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What the command line asks for. */
record Options(Path dir, List<String> filters, int jobs, double sample, Duration limit, Compilation compilation, boolean compile, Path known,
        boolean updateKnown, Path json, int show) {
    static final String USAGE = """
            usage: tck/test262 [options]
              --dir DIR          a checkout of test262 (else the environment variable TEST262_DIR)
              --filter GLOB      tests by path below the suite's folder test, or a path's beginning; may be repeated
              --sample PERCENT   a part of the tests, always the same one
              --jobs N           threads that run tests (else one a processor)
              --timeout SECONDS  limit of one test (else 30, with --compile 120)
              --roundtrip        send all code through the image format
              --lazy             compile every function from its text when it is first called
              --compile          make everything machine code before its first call
              --known FILE       tests known not to pass (else tck/test262-known.txt); what differs is reported
              --update-known     write that file anew; reasons of tests that are in it stay
              --json FILE        where the results go (else tck/target/test262.json)
              --show N           print this many failures (else 50)
            """;

    /** @throws IllegalArgumentException with what is wrong */
    static Options parse(String... args) {
        ArrayDeque<String> rest = new ArrayDeque<>(List.of(args));
        String dir = System.getenv("TEST262_DIR");
        List<String> filters = new ArrayList<>();
        int jobs = Runtime.getRuntime().availableProcessors();
        double sample = 100;
        long limit = 0;
        Compilation compilation = Compilation.DEFAULT;
        boolean compile = false;
        Path home = Path.of(System.getProperty("test262.home", "tck"));
        Path known = home.resolve("test262-known.txt");
        boolean update = false;
        Path json = home.resolve("target/test262.json");
        int show = 50;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--dir" -> dir = value(option, rest);
                case "--filter" -> filters.add(value(option, rest));
                case "--jobs" -> jobs = Integer.parseInt(value(option, rest));
                case "--sample" -> sample = Double.parseDouble(value(option, rest));
                case "--timeout" -> limit = Long.parseLong(value(option, rest));
                case "--roundtrip" -> compilation = Compilation.IMAGE;
                case "--lazy" -> compilation = Compilation.LAZY;
                case "--compile" -> compile = true;
                case "--known" -> known = Path.of(value(option, rest));
                case "--update-known" -> update = true;
                case "--json" -> json = Path.of(value(option, rest));
                case "--show" -> show = Integer.parseInt(value(option, rest));
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        if (dir == null) {
            throw new IllegalArgumentException("--dir or TEST262_DIR has to name a checkout of test262");
        }
        if (limit == 0) {
            // A compiler that is not warm itself takes a second for a function, and the harness has many.
            limit = compile ? 120 : 30;
        }
        return new Options(Path.of(dir), List.copyOf(filters), jobs, sample, Duration.ofSeconds(limit), compilation, compile, known, update, json, show);
    }

    private static String value(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.pop();
    }
}
