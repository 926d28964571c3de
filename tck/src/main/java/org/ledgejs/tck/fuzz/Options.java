package org.ledgejs.tck.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;

/** What the command line asks for. @param programs how many at most */
record Options(Path dir, Path own, Duration time, long programs, long seed, int jobs, Duration limit, Path save) {
    static final String USAGE = """
            usage: tck/fuzz [options]
              --dir DIR          a checkout of test262 (else the environment variable TEST262_DIR)
              --minutes N        how long (else 10)
              --programs N       how many programs at most
              --seed N           where the random numbers start (else 1); program number k of a run is the first of one with seed N + k
              --jobs N           threads (else one a processor)
              --timeout SECONDS  limit of one program (else 2)
              --save FOLDER      where findings go (else tck/target/fuzz)
            """;

    /** @throws IllegalArgumentException with what is wrong */
    static Options parse(String... args) {
        ArrayDeque<String> rest = new ArrayDeque<>(List.of(args));
        Path home = Path.of(System.getProperty("fuzz.home", "tck"));
        String dir = System.getenv("TEST262_DIR");
        double minutes = 10;
        long programs = Long.MAX_VALUE;
        long seed = 1;
        int jobs = Runtime.getRuntime().availableProcessors();
        long limit = 2;
        Path save = home.resolve("target/fuzz");
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            String value = rest.pop();
            switch (option) {
                case "--dir" -> dir = value;
                case "--minutes" -> minutes = Double.parseDouble(value);
                case "--programs" -> programs = Long.parseLong(value);
                case "--seed" -> seed = Long.parseLong(value);
                case "--jobs" -> jobs = Integer.parseInt(value);
                case "--timeout" -> limit = Long.parseLong(value);
                case "--save" -> save = Path.of(value);
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        if (dir == null) {
            throw new IllegalArgumentException("--dir or TEST262_DIR has to name a checkout of test262");
        }
        return new Options(Path.of(dir), home.resolveSibling("language/src/test/java"), Duration.ofMillis((long) (minutes * 60_000)), programs, seed, jobs, Duration.ofSeconds(limit), save);
    }
}
