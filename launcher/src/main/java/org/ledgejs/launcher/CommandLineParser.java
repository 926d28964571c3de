package org.ledgejs.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a command line apart as Node does: options come before the program, all after it is the program's. */
final class CommandLineParser {
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "--unhandled-rejections", Set.of("warn-with-error-code", "throw", "strict", "warn", "none"));
    private static final Set<String> INPUT_TYPES = Set.of("module", "commonjs", "module-typescript", "commonjs-typescript");

    private final Deque<String> rest;
    private final Map<String, String> engine = new LinkedHashMap<>();
    private final NodeSettings settings = new NodeSettings();
    /** A command of Ledge's own among the options; else null. */
    private Command own;
    private String program;
    private boolean standardInput;
    /** The command is a program that gets all that comes after it. */
    private boolean tool;

    CommandLineParser(String... args) {
        rest = new ArrayDeque<>(Arrays.asList(args));
    }

    CommandLine parse() {
        List<String> all = new ArrayList<>(rest);
        String options = System.getenv("NODE_OPTIONS");
        if (!all.isEmpty() && all.getFirst().startsWith("-")) {
            Map<String, String> variables = readVariables(all);
            if (options == null) {
                options = variables.get("NODE_OPTIONS");
            }
        }
        if (options != null && !options.isBlank()) {
            environment(options);
        }
        while (own == null && program == null && !standardInput && !rest.isEmpty()) {
            String arg = rest.pop();
            if (arg.equals("--")) {
                if (settings.value("--eval") == null) {
                    program = rest.poll();
                }
                break;
            }
            argument(arg);
        }
        settings.execArgv().addAll(all.subList(0, consumed(all)));
        check();
        Command command = command();
        Grants.complete(command, engine, settings.execArgv());
        return new CommandLine(command, engine, new ArrayList<>(rest), settings);
    }

    /** How many arguments came before the program. */
    private int consumed(List<String> all) {
        int count = all.size() - rest.size();
        if (program != null || standardInput || tool) {
            count--;
        }
        if (count > 0 && all.get(count - 1).equals("--")) {
            count--;
        }
        return Math.max(0, count);
    }

    /** The files of variables, before anything else: what they set may be options. */
    private Map<String, String> readVariables(List<String> args) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < args.size() && args.get(i).startsWith("-") && !args.get(i).equals("--"); i++) {
            String arg = args.get(i);
            int equals = arg.indexOf('=');
            String name = NodeOption.canonical(equals < 0 ? arg : arg.substring(0, equals));
            NodeOption option = NodeOption.find(name);
            if (name.equals("--env-file") || name.equals("--env-file-if-exists")) {
                if (equals < 0 && i + 1 == args.size()) {
                    throw new UsageException(arg + " requires an argument");
                }
                readVariables(equals < 0 ? args.get(++i) : arg.substring(equals + 1), name.endsWith("exists"), variables);
            } else if (equals < 0 && (option != null && option.kind().takesValue() || name.equals("--print") || name.equals("-pe"))
                    && i + 1 < args.size() && !args.get(i + 1).startsWith("-")) {
                i++;
            }
        }
        variables.forEach((name, value) -> {
            if (System.getenv(name) == null) {
                settings.environment().put(name, value);
            }
        });
        return variables;
    }

    private static void readVariables(String file, boolean optional, Map<String, String> variables) {
        try {
            variables.putAll(EnvFile.read(Path.of(file)));
        } catch (IOException | RuntimeException e) {
            if (!optional) {
                throw new UsageException(file + ": not found");
            }
            if (!Files.exists(Path.of(file))) {
                System.err.println(file + " not found. Continuing without it.");
            }
        }
    }

    /** The options of {@code NODE_OPTIONS}, before those of the command line. */
    private void environment(String text) {
        Deque<String> words = new ArrayDeque<>(EnvironmentOptions.split(text));
        while (!words.isEmpty() && words.peek().startsWith("-")) {
            String arg = words.pop();
            int equals = arg.indexOf('=');
            String name = NodeOption.canonical(equals < 0 ? arg : arg.substring(0, equals));
            NodeOption option = NodeOption.find(name.startsWith("--no-") && NodeOption.find(name) == null ? "--" + name.substring(5) : withoutValue(name));
            if (option == null || !option.inEnvironment()) {
                throw new UsageException((equals < 0 ? arg : arg.substring(0, equals + 1)) + " is not allowed in NODE_OPTIONS");
            }
            option(arg, words);
        }
    }

    private static String withoutValue(String name) {
        int equals = name.indexOf('=');
        return equals < 0 ? name : name.substring(0, equals);
    }

    private void argument(String arg) {
        switch (arg) {
            case "-" -> standardInput = true;
            case "--dump=code" -> own = new RunGuest("dump", CommandLine.operand(arg, rest));
            case "build" -> own = BuildImage.parse(rest);
            case "npm", "npx" -> {
                own = new RunGuest(arg, "");
                tool = true;
            }
            case "repl" -> own = new Repl("");
            default -> {
                if (arg.startsWith("-")) {
                    option(arg, rest);
                } else {
                    program = arg;
                }
            }
        }
    }

    /** An option; its value may be the next argument. */
    private void option(String arg, Deque<String> following) {
        if (arg.equals("-pe")) {
            settings.set(NodeOption.find("--print"), "true");
            settings.set(NodeOption.find("--eval"), CommandLine.operand(arg, following));
            return;
        }
        int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
        String name = NodeOption.canonical(equals < 0 ? arg : arg.substring(0, equals));
        String value = equals < 0 ? null : arg.substring(equals + 1);
        if (name.indexOf('=') > 0) {
            value = name.substring(name.indexOf('=') + 1);
            name = withoutValue(name);
        }
        NodeOption option = NodeOption.find(name);
        boolean negated = option == null && name.startsWith("--no-");
        if (negated) {
            option = NodeOption.find("--" + name.substring("--no-".length()));
        }
        if (option != null && option.kind() == NodeOption.Kind.GRANT) {
            grant(arg, following);
        } else if (option == null && (name.startsWith("--harmony-") || name.startsWith("--no-harmony-"))) {
            // V8's name for what is new in the language: here it is there, or it is not.
            return;
        } else if (option == null || option.kind() == NodeOption.Kind.ENGINE) {
            engineOption(arg);
        } else if (negated && option.kind() != NodeOption.Kind.FLAG) {
            throw new UsageException(arg + " is an invalid negation because it is not a boolean option");
        } else if (option.kind().takesValue()) {
            settings.set(option, value != null && !value.isEmpty() || name.startsWith("--env-file") && value != null ? value
                    : value == null ? CommandLine.operand(arg, following) : missing(arg));
        } else {
            settings.set(option, option.kind() == NodeOption.Kind.V8 && value != null ? value : String.valueOf(!negated));
            if (name.equals("--print") && !following.isEmpty() && !following.peek().startsWith("-")) {
                settings.set(NodeOption.find("--eval"), CommandLine.operand(arg, following));
            }
        }
    }

    /** Those of {@code NODE_OPTIONS} count only where the command line grants nothing; Grants looks at them itself. */
    private void grant(String arg, Deque<String> following) {
        Grants.parse(arg, following, following == rest ? engine : new LinkedHashMap<>(), new ArrayList<>());
    }

    private static String missing(String option) {
        throw new UsageException(option + " requires an argument");
    }

    /** {@code --NAME[=VALUE]} is an option of the engine, the language or a tool; which exist, the engine knows. */
    private void engineOption(String arg) {
        if (!arg.startsWith("--")) {
            throw CommandLine.bad(arg);
        }
        int equals = arg.indexOf('=');
        String name = equals < 0 ? arg.substring(2) : arg.substring(2, equals);
        if (name.equals("vm") || name.startsWith("vm.")) {
            throw new UsageException(arg + " reaches the Java machine only through the ledge command, before the program");
        }
        engine.put(name, equals < 0 ? "true" : arg.substring(equals + 1));
    }

    private void check() {
        if (settings.flag("--check") && (settings.value("--eval") != null || settings.flag("--print"))) {
            throw new UsageException("either --check or --eval can be used, not both");
        }
        if (settings.flag("--tls-min-v1.3") && settings.flag("--tls-max-v1.2")) {
            throw new UsageException("either --tls-min-v1.3 or --tls-max-v1.2 can be used, not both");
        }
        CHOICES.forEach((name, allowed) -> {
            if (settings.value(name) != null && !allowed.contains(settings.value(name))) {
                throw new UsageException("invalid value for " + name);
            }
        });
        String type = settings.value("--input-type");
        if (type != null && !INPUT_TYPES.contains(type)) {
            throw new UsageException("--input-type must be \"module\",\"commonjs\", \"module-typescript\" or \"commonjs-typescript\"");
        }
        String defaultType = settings.value("--experimental-default-type");
        if (defaultType != null && !defaultType.equals("module") && !defaultType.equals("commonjs")) {
            throw new UsageException("--experimental-default-type must be \"module\" or \"commonjs\"");
        }
        String proto = settings.value("--disable-proto");
        if (proto != null && !proto.equals("delete") && !proto.equals("throw")) {
            throw new UsageException(ExitCode.INVALID_PROTO, "invalid mode passed to --disable-proto");
        }
    }

    private Command command() {
        String code = settings.value("--eval");
        if (settings.flag("--version")) {
            return new ShowVersion();
        }
        if (settings.flag("--help")) {
            return new ShowHelp();
        }
        if (own != null) {
            return own;
        }
        if (settings.value("--run") != null) {
            return new RunScript(settings.value("--run"), positional());
        }
        if (settings.flag("--watch")) {
            return new Watch(positional());
        }
        if (settings.flag("--interactive") && program == null) {
            return new Repl(code == null ? "" : code);
        }
        if (code != null) {
            if (program != null) {
                rest.push(program);
            }
            return new RunGuest(settings.flag("--print") ? "print" : "eval", code);
        }
        if (program != null) {
            return new RunGuest(settings.flag("--check") ? "check" : "run", program);
        }
        if (!standardInput && !settings.flag("--check") && Terminal.isInteractive()) {
            return new Repl("");
        }
        if (standardInput) {
            rest.push("-");
        }
        return new RunStandardInput(settings.flag("--check") ? "check-stdin" : settings.flag("--print") ? "print-stdin" : "stdin");
    }

    private List<String> positional() {
        List<String> all = new ArrayList<>(rest);
        if (program != null) {
            all.addFirst(program);
        }
        return all;
    }
}
