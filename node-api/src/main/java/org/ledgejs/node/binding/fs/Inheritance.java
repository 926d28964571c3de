package org.ledgejs.node.binding.fs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.regex.Pattern;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Permissions.Access;

/**
 * Which descriptors above 2 the process was given by who started it. Only of the ledge command can that be said: of another program's process a context
 * knows nothing. The virtual machine's own files are recognised by their names.
 */
final class Inheritance {
    private final BitSet early = new BitSet();

    private Inheritance() { }

    /** Those of now: to be called before the context opens any. */
    static Inheritance of(Agent agent) {
        Inheritance inheritance = new Inheritance();
        if (System.getProperty("ledge.home") != null && agent.permissions().allows(Access.PROCESS, "descriptors")) {
            String[] names = new File("/proc/self/fd").list();
            for (String name : names == null ? new String[0] : names) {
                int fd = Integer.parseInt(name);
                if (fd > 2) {
                    inheritance.early.set(fd);
                }
            }
        }
        return inheritance;
    }

    /** Whether it was given to the process. Not twice: after that it is somebody's. */
    boolean take(int fd) {
        if (!isOne(fd)) {
            return false;
        }
        early.clear(fd);
        return true;
    }

    /** Whether it was given to the process and is open still. */
    boolean isOne(int fd) {
        if (fd < 0 || !early.get(fd)) {
            return false;
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString();
            if (!isMachines(target)) {
                return true;
            }
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            // It was closed.
        }
        early.clear(fd);
        return false;
    }

    private static boolean isMachines(String target) {
        return target.startsWith(System.getProperty("java.home")) || target.startsWith(System.getProperty("ledge.home") + "/lib/") || target.startsWith("anon_inode:")
                || target.startsWith("/proc/") || Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(System.getProperty("java.class.path")).anyMatch(target::equals);
    }
}
