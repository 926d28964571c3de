package org.ledgejs.node.binding.child;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.process.Environment;
import org.ledgejs.node.binding.process.Spawning;
import org.ledgejs.node.binding.process.Spawning.Program;

/**
 * A program as {@code spawn} describes it, and how it is found: along the child's own PATH, as execvp(3) does.
 *
 * @param folder where it starts, absolute
 */
record Programs(String file, List<String> arguments, List<String> environment, String folder, boolean detached, int uid, int gid) {
    /** Where execvp looks when there is no PATH. */
    private static final String DEFAULT_PATH = "/bin:/usr/bin";
    private static final int ENOEXEC = -8;

    /** Reads the options; asks for permission. */
    static Programs of(Agent agent, JSObject options) {
        String file = text(options, "file");
        agent.permissions().run(file);
        String current = agent.env().getCurrentWorkingDirectory().getPath();
        String folder = text(options, "cwd");
        Object variables = get(options, "env");
        List<String> environment = strings(variables);
        if (!(variables instanceof JSObject)) {
            Environment.of(agent).copy().forEach((name, value) -> environment.add(name + "=" + value));
        }
        return new Programs(file, strings(get(options, "args")), environment, folder == null ? current : absolute(current, folder),
                Conversions.toBoolean(get(options, "detached")), number(options, "uid"), number(options, "gid"));
    }

    static Object get(JSObject options, String name) {
        return ObjectOperations.get(options, PropertyKey.of(name));
    }

    private static String text(JSObject options, String name) {
        Object value = get(options, name);
        return value == Undefined.INSTANCE || value == Null.INSTANCE ? null : Conversions.toJavaString(value);
    }

    private static int number(JSObject options, String name) {
        Object value = get(options, name);
        return value == Undefined.INSTANCE || value == Null.INSTANCE ? -1 : Conversions.toInt32(value);
    }

    private static List<String> strings(Object array) {
        List<String> strings = new ArrayList<>();
        if (array instanceof JSObject) {
            for (Object each : ObjectOperations.createListFromArrayLike(array)) {
                strings.add(Conversions.toJavaString(each));
            }
        }
        return strings;
    }

    private static String absolute(String current, String folder) {
        return folder.startsWith("/") ? folder : current + "/" + folder;
    }

    /** @param descriptors as {@link Program#descriptors} @return the number of the process, or a negative errno */
    int start(int[] descriptors) {
        int status = UvErrors.ENOENT;
        for (String candidate : candidates()) {
            int result = start(candidate, arguments, descriptors);
            if (result == ENOEXEC) {
                // A script that does not say what reads it.
                List<String> script = new ArrayList<>(List.of("/bin/sh", candidate));
                script.addAll(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
                return start("/bin/sh", script, descriptors);
            }
            if (result >= 0 || result != UvErrors.ENOENT && result != UvErrors.ENOTDIR && result != UvErrors.EACCES) {
                return result;
            }
            // One that may not be run is remembered, and the search goes on.
            status = result == UvErrors.EACCES ? result : status;
        }
        return status;
    }

    private int start(String path, List<String> arguments, int[] descriptors) {
        return Spawning.start(path, new Program(arguments, environment, folder, detached, descriptors, uid, gid));
    }

    private List<String> candidates() {
        if (file.contains("/")) {
            return List.of(file);
        }
        List<String> found = new ArrayList<>();
        if (!file.isEmpty()) {
            for (String entry : path().split(":", -1)) {
                String candidate = entry.isEmpty() ? "./" + file : entry + "/" + file;
                if (!candidate.startsWith("/") || exists(candidate)) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    private static boolean exists(String path) {
        try {
            return Files.exists(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private String path() {
        for (String variable : environment) {
            if (variable.startsWith("PATH=")) {
                return variable.substring("PATH=".length());
            }
        }
        return DEFAULT_PATH;
    }
}
