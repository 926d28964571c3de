package org.ledgejs.node.binding;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Permissions.Access;

/** What a context's standard streams are. Those of the process are known by Linux's names for descriptors; those an embedding gave are pipes. */
public final class StandardStreams {
    private StandardStreams() { }

    /** What the descriptor is connected to, or null if it is not the process's or nobody says. */
    private static String target(Agent agent, int fd) {
        if (fd < 0 || fd > 2 || !agent.permissions().allows(Access.PROCESS, "terminal")) {
            return null;
        }
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString();
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            return null;
        }
    }

    public static boolean isTerminal(Agent agent, int fd) {
        String target = target(agent, fd);
        return target != null && (target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console"));
    }

    /** TTY, PIPE, FILE or UNKNOWN. */
    static String type(Agent agent, int fd) {
        if (fd < 0 || fd > 2) {
            return "UNKNOWN";
        }
        if (isTerminal(agent, fd)) {
            return "TTY";
        }
        String target = target(agent, fd);
        return target == null || !target.startsWith("/") ? "PIPE" : "FILE";
    }

    static OutputStream output(Agent agent, int fd) {
        return fd == 2 ? agent.env().err() : agent.env().out();
    }
}
