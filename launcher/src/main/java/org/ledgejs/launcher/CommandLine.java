package org.ledgejs.launcher;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command line taken apart.
 *
 * @param command   what to do
 * @param options   options of the polyglot engine, by full name ({@code engine.TraceCompilation})
 * @param arguments what belongs to the program
 * @param execArgv  what stood before the program and is the program's to know: {@code process.execArgv}
 */
record CommandLine(Command command, Map<String, String> options, List<String> arguments, List<String> execArgv) {

    /** Takes {@code args} apart; options come before the program, all after it is the program's. */
    static CommandLine parse(String... args) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
        Map<String, String> options = new LinkedHashMap<>();
        List<String> execArgv = new ArrayList<>();
        Command command = null;
        while (command == null && !rest.isEmpty()) {
            String arg = rest.pop();
            command = switch (arg) {
                case "-e", "--eval" -> evaluation("eval", arg, rest, execArgv);
                case "-p", "--print", "-pe" -> evaluation("print", arg, rest, execArgv);
                case "-c", "--check" -> new RunGuest("check", operand(arg, rest));
                case "--dump=code" -> new RunGuest("dump", operand(arg, rest));
                case "-" -> new RunStandardInput();
                case "-i", "--interactive", "repl" -> new Repl();
                case "build" -> BuildImage.parse(rest);
                case "-v", "--version" -> new ShowVersion();
                case "-h", "--help" -> new ShowHelp();
                case "--" -> rest.isEmpty() ? null : new RunGuest("run", rest.pop());
                default -> {
                    if (Grants.isOne(arg)) {
                        Grants.parse(arg, rest, options, execArgv);
                        yield null;
                    }
                    if (NodeOption.isOne(arg)) {
                        NodeOption.parse(arg, rest, execArgv);
                        yield null;
                    }
                    if (arg.startsWith("-")) {
                        option(arg, options);
                        yield null;
                    }
                    yield new RunGuest("run", arg);
                }
            };
        }
        if (command == null) {
            command = Terminal.isInteractive() ? new Repl() : new RunStandardInput();
        }
        Grants.complete(command, options, execArgv);
        return new CommandLine(command, options, new ArrayList<>(rest), execArgv);
    }

    static String operand(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new UsageException(option + " requires an argument");
        }
        return rest.pop();
    }

    /** Code to run; options may follow it. */
    private static RunGuest evaluation(String name, String option, Deque<String> rest, List<String> execArgv) {
        String code = operand(option, rest);
        execArgv.add(option);
        execArgv.add(code);
        while (!rest.isEmpty() && NodeOption.isOne(rest.peek())) {
            NodeOption.parse(rest.pop(), rest, execArgv);
        }
        if ("--".equals(rest.peek())) {
            rest.pop();
        }
        return new RunGuest(name, code);
    }

    /** {@code --NAME[=VALUE]} is an option of the engine, the language or a tool; which exist, the engine knows. */
    private static void option(String arg, Map<String, String> options) {
        if (!arg.startsWith("--")) {
            throw bad(arg);
        }
        int equals = arg.indexOf('=');
        String name = equals < 0 ? arg.substring(2) : arg.substring(2, equals);
        if (name.equals("vm") || name.startsWith("vm.")) {
            throw new UsageException(arg + " reaches the Java machine only through the ledge command, before the program");
        }
        options.put(name, equals < 0 ? "true" : arg.substring(equals + 1));
    }

    static UsageException bad(String option) {
        return new UsageException("bad option: " + option + " (ledge --help lists them)");
    }
}
