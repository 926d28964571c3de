package org.ledgejs.node.binding.process;

import java.io.File;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;

import org.ledgejs.node.binding.UvErrors;

/**
 * Starting programs with posix_spawn(3), which can what Java's own processes cannot: any descriptors, a name of its own in argv[0], a session of its
 * own. Children begin with all signals at their defaults and none blocked.
 */
@SuppressWarnings("restricted")
public final class Spawning {
    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");
    private static final short SETSIGDEF = 0x04;
    private static final short SETSIGMASK = 0x08;
    private static final short SETSID = (short) (LINUX ? 0x80 : 0x400);
    /** More than the opaque structures of any C library we know take. */
    private static final int STRUCTURE = 1024;
    private static final int O_RDONLY = 0;
    private static final int O_RDWR = 2;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final AddressLayout ADDRESS = ValueLayout.ADDRESS;

    /** A descriptor of the child is closed, except that 0 to 2 are open to /dev/null. */
    public static final int IGNORE = -1;

    /**
     * What to start.
     *
     * @param arguments   with argv[0]
     * @param environment NAME=VALUE
     * @param descriptors for each of the child's descriptors one of ours or {@link #IGNORE}; all others are closed
     * @param uid         -1 for ours
     * @param gid         -1 for ours
     */
    public record Program(List<String> arguments, List<String> environment, String folder, boolean session, int[] descriptors, int uid, int gid) { }

    private Spawning() { }

    /** @return the number of the process, or a negative errno */
    public static int start(String path, Program program) {
        return program.uid < 0 && program.gid < 0 ? spawn(path, program) : Identity.as(program.uid, program.gid, () -> spawn(path, program));
    }

    private static int spawn(String path, Program program) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment actions = arena.allocate(STRUCTURE, 16);
            MemorySegment attributes = arena.allocate(STRUCTURE, 16);
            check(LibC.call(state -> (int) LibC.function("posix_spawn_file_actions_init", -1, ADDRESS).invokeExact(state, actions)));
            check(LibC.call(state -> (int) LibC.function("posix_spawnattr_init", -1, ADDRESS).invokeExact(state, attributes)));
            try (Duplicates duplicates = new Duplicates(program.descriptors)) {
                addActions(arena, actions, program, duplicates.descriptors);
                setAttributes(arena, attributes, program.session);
                MemorySegment pid = arena.allocate(INT);
                MemorySegment name = string(arena, path);
                MemorySegment arguments = strings(arena, program.arguments);
                MemorySegment environment = strings(arena, program.environment);
                int errno = LibC.call(state -> (int) LibC.function("posix_spawn", -1, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS)
                        .invokeExact(state, pid, name, actions, attributes, arguments, environment));
                return errno != 0 ? -Math.abs(errno) : pid.get(INT, 0);
            } finally {
                LibC.call(state -> (int) LibC.function("posix_spawn_file_actions_destroy", -1, ADDRESS).invokeExact(state, actions));
                LibC.call(state -> (int) LibC.function("posix_spawnattr_destroy", -1, ADDRESS).invokeExact(state, attributes));
            }
        } catch (Failure e) {
            return e.errno;
        }
    }

    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int errno;

        Failure(int errno) {
            super(null, null, false, false);
            this.errno = errno;
        }
    }

    /** These functions return a positive errno; a negative one is ours: there is no such function. */
    private static void check(int errno) {
        if (errno != 0) {
            throw new Failure(-Math.abs(errno));
        }
    }

    /** Our descriptors once more, above all the child's numbers, so that none is overwritten before it has been copied. */
    private static final class Duplicates implements AutoCloseable {
        private final int[] descriptors;

        Duplicates(int[] wanted) {
            descriptors = new int[wanted.length];
            Arrays.fill(descriptors, IGNORE);
            for (int i = 0; i < wanted.length; i++) {
                if (wanted[i] != IGNORE) {
                    descriptors[i] = Descriptors.duplicate(wanted[i], wanted.length + 3);
                    if (descriptors[i] < 0) {
                        int errno = descriptors[i];
                        descriptors[i] = IGNORE;
                        close();
                        throw new Failure(errno);
                    }
                }
            }
        }

        @Override
        public void close() {
            for (int fd : descriptors) {
                if (fd != IGNORE) {
                    Descriptors.close(fd);
                }
            }
        }
    }

    private static void addActions(Arena arena, MemorySegment actions, Program program, int[] descriptors) {
        if (program.folder != null) {
            MemorySegment folder = string(arena, program.folder);
            check(LibC.call(state -> (int) LibC.function("posix_spawn_file_actions_addchdir_np", -1, ADDRESS, ADDRESS).invokeExact(state, actions, folder)));
        }
        MemorySegment nowhere = string(arena, "/dev/null");
        for (int i = 0; i < descriptors.length; i++) {
            int target = i;
            int source = descriptors[i];
            if (source != IGNORE) {
                check(LibC.call(state -> (int) LibC.function("posix_spawn_file_actions_adddup2", -1, ADDRESS, INT, INT)
                        .invokeExact(state, actions, source, target)));
            } else if (i <= 2) {
                int flags = i == 0 ? O_RDONLY : O_RDWR;
                check(LibC.call(state -> (int) LibC.function("posix_spawn_file_actions_addopen", -1, ADDRESS, INT, ADDRESS, INT, INT)
                        .invokeExact(state, actions, target, nowhere, flags, 0)));
            } else if (Descriptors.check(target) >= 0) {
                check(LibC.call(state -> (int) LibC.function("posix_spawn_file_actions_addclose", -1, ADDRESS, INT).invokeExact(state, actions, target)));
            }
        }
        // The virtual machine's own files would live on in the child.
        int rest = Math.max(3, descriptors.length);
        if (LINUX) {
            int status = LibC.call(state -> (int) LibC.function("posix_spawn_file_actions_addclosefrom_np", -1, ADDRESS, INT).invokeExact(state, actions, rest));
            if (status == UvErrors.ENOSYS) {
                closeEach(actions, rest);
            } else {
                check(status);
            }
        }
    }

    /** For C libraries that cannot close a range. */
    private static void closeEach(MemorySegment actions, int from) {
        String[] open = new File("/proc/self/fd").list();
        for (String name : open == null ? new String[0] : open) {
            int fd = Integer.parseInt(name);
            if (fd >= from) {
                check(LibC.call(state -> (int) LibC.function("posix_spawn_file_actions_addclose", -1, ADDRESS, INT).invokeExact(state, actions, fd)));
            }
        }
    }

    private static void setAttributes(Arena arena, MemorySegment attributes, boolean session) {
        MemorySegment signals = arena.allocate(256);
        LibC.call(state -> (int) LibC.function("sigfillset", -1, ADDRESS).invokeExact(state, signals));
        check(LibC.call(state -> (int) LibC.function("posix_spawnattr_setsigdefault", -1, ADDRESS, ADDRESS).invokeExact(state, attributes, signals)));
        LibC.call(state -> (int) LibC.function("sigemptyset", -1, ADDRESS).invokeExact(state, signals));
        check(LibC.call(state -> (int) LibC.function("posix_spawnattr_setsigmask", -1, ADDRESS, ADDRESS).invokeExact(state, attributes, signals)));
        short flags = (short) (SETSIGDEF | SETSIGMASK | (session ? SETSID : 0));
        check(LibC.call(state -> (int) LibC.function("posix_spawnattr_setflags", -1, ADDRESS, ValueLayout.JAVA_SHORT).invokeExact(state, attributes, flags)));
    }

    private static MemorySegment string(Arena arena, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        MemorySegment segment = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return segment;
    }

    /** A vector of pointers with NULL at its end. */
    private static MemorySegment strings(Arena arena, List<String> texts) {
        MemorySegment vector = arena.allocate(ADDRESS, texts.size() + 1L);
        for (int i = 0; i < texts.size(); i++) {
            vector.setAtIndex(ADDRESS, i, string(arena, texts.get(i)));
        }
        return vector;
    }

    /** Another program in place of this process; comes back only where that fails. @param folder where it begins @return a negative errno */
    static int replace(String path, List<String> arguments, List<String> environment, String folder) {
        Descriptors.closeOnExec(3);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = string(arena, path);
            MemorySegment vector = strings(arena, arguments);
            MemorySegment variables = strings(arena, environment);
            MemorySegment place = string(arena, folder);
            LibC.call(state -> (int) LibC.function("chdir", -1, ADDRESS).invokeExact(state, place));
            return LibC.call(state -> (int) LibC.function("execve", -1, ADDRESS, ADDRESS, ADDRESS).invokeExact(state, name, vector, variables));
        }
    }

    /** The status of waitpid(2) for a process of ours. */
    public record Exit(int code, int signal) { }

    /** Asks after a child, waiting for its end or not. @return null if it runs still */
    public static Exit await(int pid, boolean wait) {
        int noHang = 1;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment status = arena.allocate(INT);
            int result;
            do {
                result = LibC.call(state -> (int) LibC.function("waitpid", -1, INT, ADDRESS, INT).invokeExact(state, pid, status, wait ? 0 : noHang));
            } while (result == -4);
            if (result == 0) {
                return null;
            }
            if (result < 0) {
                // Somebody else took it: how it ended nobody knows.
                return new Exit(0, 0);
            }
            int value = status.get(INT, 0);
            int signal = value & 0x7F;
            return signal == 0 ? new Exit(value >> 8 & 0xFF, 0) : new Exit(0, signal);
        }
    }

    /** On Linux the system call changes the calling thread alone, and what it starts inherits that. */
    private static final class Identity {
        private static final boolean X64 = System.getProperty("os.arch").equals("amd64");
        private static final boolean ARM64 = System.getProperty("os.arch").equals("aarch64");
        private static final long SETGROUPS = X64 ? 116 : 159;
        private static final long SETRESGID = X64 ? 119 : 149;
        private static final long SETRESUID = X64 ? 117 : 147;

        private Identity() { }

        static int as(int uid, int gid, IntSupplier start) {
            if (!LINUX || !X64 && !ARM64) {
                return UvErrors.ENOTSUP;
            }
            int[] result = new int[1];
            Thread thread = new Thread(() -> result[0] = onThisThread(uid, gid, start), "ledge-spawn");
            thread.setDaemon(true);
            thread.start();
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return result[0];
        }

        private static int onThisThread(int uid, int gid, IntSupplier start) {
            // As libuv: the groups go where that is allowed.
            call(SETGROUPS, 0, 0, 0);
            int status = gid < 0 ? 0 : call(SETRESGID, gid, gid, gid);
            if (status == 0 && uid >= 0) {
                status = call(SETRESUID, uid, uid, uid);
            }
            return status < 0 ? status : start.getAsInt();
        }

        private static int call(long number, int first, int second, int third) {
            return LibC.call(state -> (long) LibC.function("syscall", 1, LONG, new MemoryLayout[] {LONG, INT, INT, INT})
                    .invokeExact(state, number, first, second, third));
        }
    }
}
