package org.ledgejs.launcher;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The options {@code --permission} and {@code --allow-…} as one option of the language, a grant a line: what Node's permission model knows, and beside
 * it the network, the environment and hardware.
 */
final class Grants {
    private static final String OPTION = GuestSession.LANGUAGE + ".permissions";
    private static final String PREFIX = "--allow-";
    /** Those with an operand that may stand as the next argument. */
    private static final List<String> OF_PATHS = List.of("--allow-fs-read", "--allow-fs-write");
    private static final List<String> OTHERS = List.of("--allow-child-process", "--allow-worker", "--allow-addons", "--allow-wasi", "--allow-inspector", "--allow-net",
            "--allow-env", "--allow-hardware");

    private static final List<String> FLAGS = List.of("--permission", "--experimental-permission");
    /** Options whose files are part of the program. */
    private static final List<String> PRELOADS = List.of("-r", "--require", "--import");

    private Grants() {
    }

    static boolean isOne(String arg) {
        return FLAGS.contains(arg) || arg.startsWith(PREFIX) && (OF_PATHS.contains(name(arg)) || OTHERS.contains(name(arg)));
    }

    private static String name(String arg) {
        int equals = arg.indexOf('=');
        return equals < 0 ? arg : arg.substring(0, equals);
    }

    static void parse(String arg, Deque<String> rest, Map<String, String> options, List<String> execArgv) {
        execArgv.add(arg);
        if (FLAGS.contains(arg)) {
            add(options, "permission");
        } else if (OF_PATHS.contains(arg)) {
            String path = CommandLine.operand(arg, rest);
            execArgv.add(path);
            add(options, arg.substring(2) + "=" + path);
        } else {
            add(options, arg.substring(2));
        }
    }

    static void add(Map<String, String> options, String grant) {
        options.merge(OPTION, grant, (before, more) -> before + "\n" + more);
    }

    /** The program itself may be read. Without {@code --permission} there is nothing to grant. */
    static void complete(Command command, Map<String, String> options, List<String> execArgv) {
        if (!isOn(options)) {
            inherit(options);
        }
        String grants = options.get(OPTION);
        if (grants == null) {
            return;
        }
        if (!isOn(options)) {
            throw new UsageException(ExitCode.UNCAUGHT, "--permission is required for --" + grants.lines().findFirst().orElse(""));
        }
        if (command instanceof RunGuest run && run.name().equals("run")) {
            addEntry(options, run.text());
        }
        for (int i = 0; i + 1 < execArgv.size(); i++) {
            if (PRELOADS.contains(execArgv.get(i))) {
                addEntry(options, execArgv.get(i + 1));
            }
        }
    }

    private static boolean isOn(Map<String, String> options) {
        return ("\n" + options.getOrDefault(OPTION, "") + "\n").contains("\npermission\n");
    }

    /** A path that would say more than one file is left out. */
    private static void addEntry(Map<String, String> options, String path) {
        if (path.indexOf('\n') < 0 && !path.contains("*")) {
            add(options, "entry=" + path);
        }
    }

    /** A program under permissions gives them to those it starts by the variable {@code NODE_OPTIONS}. */
    private static void inherit(Map<String, String> options) {
        String variable = System.getenv("NODE_OPTIONS");
        if (variable == null || !variable.contains("permission")) {
            return;
        }
        Deque<String> rest = new ArrayDeque<>(List.of(variable.trim().split("\\s+")));
        List<String> unused = new ArrayList<>();
        while (!rest.isEmpty()) {
            String arg = rest.pop();
            if (isOne(arg)) {
                parse(arg, rest, options, unused);
            }
        }
    }
}
