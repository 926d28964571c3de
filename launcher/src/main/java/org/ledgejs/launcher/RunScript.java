package org.ledgejs.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.graalvm.polyglot.Value;

/**
 * {@code ledge --run SCRIPT}: a script of the nearest package.json, with the programs of node_modules/.bin at hand.
 *
 * @param arguments go behind the script's command
 */
record RunScript(String script, List<String> arguments) implements Command {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    @Override
    public int run(CommandLine line) {
        Path start = Path.of("").toAbsolutePath();
        Path folder = start;
        while (folder != null && !Files.isRegularFile(folder.resolve("package.json"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            return fail("Can't find package.json for directory " + start);
        }
        Path file = folder.resolve("package.json");
        String command;
        try (GuestSession session = GuestSession.open(line)) {
            Value json = session.parseJson(Files.readString(file));
            if (json == null) {
                return fail("Can't parse " + file);
            }
            Value scripts = json.hasMembers() ? json.getMember("scripts") : null;
            if (scripts == null || !scripts.hasMembers()) {
                return fail("Can't find \"scripts\" field in " + file);
            }
            Value found = scripts.getMember(script);
            if (found == null) {
                return fail(missing(scripts, file));
            }
            if (!found.isString()) {
                return fail("Script \"" + script + "\" is unexpectedly malformed for " + file);
            }
            command = found.asString();
        } catch (IOException e) {
            return fail("Can't read " + file);
        }
        return start(command, start, folder, file);
    }

    private static int fail(String message) {
        System.err.println(message);
        return ExitCode.UNCAUGHT;
    }

    private String missing(Value scripts, Path file) {
        StringBuilder text = new StringBuilder("Missing script: \"" + script + "\" for " + file + "\n\nAvailable scripts are:\n");
        for (String name : scripts.getMemberKeys()) {
            Value value = scripts.getMember(name);
            if (value.isString()) {
                text.append("  ").append(name).append(": ").append(value.asString()).append('\n');
            }
        }
        return text.toString();
    }

    private int start(String command, Path from, Path folder, Path file) {
        List<String> path = new ArrayList<>();
        for (Path each = from; each != null && each.startsWith(folder); each = each.getParent()) {
            path.add(each.resolve("node_modules").resolve(".bin").toString());
        }
        StringBuilder text = new StringBuilder(command);
        for (String argument : arguments) {
            text.append(' ').append(PLAIN.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'");
        }
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", text.toString()).directory(folder.toFile()).inheritIO();
        Map<String, String> environment = builder.environment();
        path.add(environment.getOrDefault("PATH", ""));
        environment.put("PATH", String.join(File.pathSeparator, path));
        environment.put("NODE_RUN_SCRIPT_NAME", script);
        environment.put("NODE_RUN_PACKAGE_JSON_PATH", file.toString());
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            return fail("Can't run the script: " + e.getMessage());
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        }
    }
}
