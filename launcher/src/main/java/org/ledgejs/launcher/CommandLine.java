package org.ledgejs.launcher;

import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A command line taken apart.
 *
 * @param command   what to do
 * @param options   options of the polyglot engine, by full name ({@code engine.TraceCompilation})
 * @param arguments what belongs to the program
 * @param settings  the options Node has
 */
record CommandLine(Command command, Map<String, String> options, List<String> arguments, NodeSettings settings) {

    /** Takes {@code args} apart; options come before the program, all after it is the program's. */
    static CommandLine parse(String... args) {
        return new CommandLineParser(args).parse();
    }

    /** The value of an option, as the next argument; what looks like an option is none, unless a backslash before it says so. */
    static String operand(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("-") && rest.peek().length() > 1) {
            throw new UsageException(option + " requires an argument");
        }
        String value = rest.pop();
        return value.startsWith("\\-") ? value.substring(1) : value;
    }

    static UsageException bad(String option) {
        return new UsageException("bad option: " + option);
    }
}
