package org.ledgejs.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param engines names of engines, in the order of the table's columns
 * @param reference the engine ratios are taken against; null for the first one that is not Ledge
 * @param ledge the distribution that is measured and whose runtime the peers on the JVM use; null for that of this source tree
 * @param iterations most iterations of one process
 * @param seconds a process begins no iteration after so many seconds, once ten have run
 * @param repeats processes for each engine and program; figures are medians over them
 * @param timeout seconds after which a process is ended
 * @param chart the metric the chart shows
 * @param out name of the files in {@code bench/results}
 * @param smoke whether programs only have to work
 */
record Options(List<String> engines, String reference, Path ledge, int iterations, double seconds, int repeats, int timeout,
        Metric chart, String out, boolean smoke, List<Path> programs) {

    static final String HELP = """
            bench/compare [options] FOLDER|FILE…
              runs every program on every engine, one process each, engines taking turns, and writes a table, the figures and a
              chart into bench/results; exits with 1 if a program fails somewhere

              --engines LIST     of ledge, ledge-int, graaljs, graaljs-int, node, qjs, rhino (ledge,graaljs,node); those that are
                                 not there are left out with a message
              --reference NAME   the engine ratios are taken against (the first one that is not Ledge)
              --metric NAME      what the chart shows: peak, first, cpu or memory (peak)
              --iterations N     iterations of a process at most (10000)
              --seconds S        seconds of iterating at most, ten iterations at least (5)
              --repeats N        processes for each engine and program, medians over them are shown (1)
              --timeout S        seconds after which a process has failed (120)
              --out NAME         the files are bench/results/NAME.md, .json and .svg (latest)
              --ledge FOLDER     the distribution to measure (native/target/ledge, built first)
              --smoke            one iteration of every program of bench/programs and bench/micro, or of those named, on Ledge in
                                 one process: checks that they work, measures nothing
            """;

    static Options parse(List<String> arguments, Path root) {
        List<String> engines = List.of("ledge", "graaljs", "node");
        String reference = null;
        Path ledge = null;
        int iterations = 10_000;
        double seconds = 5;
        int repeats = 1;
        int timeout = 120;
        Metric chart = Metric.PEAK;
        String out = "latest";
        boolean smoke = false;
        List<Path> programs = new ArrayList<>();
        for (Iterator<String> words = arguments.iterator(); words.hasNext();) {
            String word = words.next();
            switch (word) {
                case "--engines" -> engines = List.of(value(word, words).split(","));
                case "--reference" -> reference = value(word, words);
                case "--metric" -> chart = Metric.named(value(word, words));
                case "--iterations" -> iterations = (int) number(word, words);
                case "--seconds" -> seconds = number(word, words);
                case "--repeats" -> repeats = (int) number(word, words);
                case "--timeout" -> timeout = (int) number(word, words);
                case "--out" -> out = value(word, words);
                case "--ledge" -> ledge = Path.of(value(word, words)).toAbsolutePath();
                case "--smoke" -> smoke = true;
                default -> {
                    if (word.startsWith("-")) {
                        throw new UsageException("unknown option " + word);
                    }
                    programs.add(Path.of(word));
                }
            }
        }
        if (programs.isEmpty() && smoke) {
            programs.addAll(List.of(root.resolve("bench/programs"), root.resolve("bench/micro")));
        }
        if (programs.isEmpty()) {
            throw new UsageException("no program given");
        }
        return new Options(engines, reference, ledge, iterations, seconds, repeats, timeout, chart, out, smoke, programs);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return words.next();
    }

    private static double number(String option, Iterator<String> words) {
        String value = value(option, words);
        try {
            double number = Double.parseDouble(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UsageException(option + " needs a number above 0, not " + value);
    }

    /** A command line that cannot be followed. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
