package org.ledgejs.node.binding.process;

import java.io.File;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

import org.ledgejs.node.binding.UvErrors;

/** Descriptors of the process as the C library serves them. What is called a result is 0 or more, or a negative errno. Any thread. */
@SuppressWarnings("restricted")
public final class Descriptors {
    public static final int POLLIN = 1;
    public static final int POLLOUT = 4;
    /** POLLERR, POLLHUP and POLLNVAL: told without being asked for. */
    public static final int POLLFAILED = 8 | 16 | 32;

    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM = 1;
    private static final int F_GETFD = 1;
    private static final int F_SETFD = 2;
    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;
    private static final int F_DUPFD_CLOEXEC = LINUX ? 1030 : 67;
    private static final int FD_CLOEXEC = 1;
    private static final int O_NONBLOCK = LINUX ? 04000 : 4;
    private static final int SHUT_WR = 1;
    private static final long PIDFD_OPEN = 434;
    private static final int POLL_BYTES = 8;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final AddressLayout ADDRESS = ValueLayout.ADDRESS;

    private Descriptors() { }

    /** Two connected local sockets that no program started later inherits; null on failure. */
    public static int[] socketPair() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pair = arena.allocate(2 * INT.byteSize());
            int status = LibC.call(state -> (int) LibC.function("socketpair", -1, INT, INT, INT, ADDRESS).invokeExact(state, AF_UNIX, SOCK_STREAM, 0, pair));
            return status < 0 ? null : closedOnExec(pair);
        }
    }

    /** The reading and the writing end of a pipe that no program started later inherits; null on failure. */
    public static int[] pipe() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pair = arena.allocate(2 * INT.byteSize());
            int status = LibC.call(state -> (int) LibC.function("pipe", -1, ADDRESS).invokeExact(state, pair));
            return status < 0 ? null : closedOnExec(pair);
        }
    }

    private static int[] closedOnExec(MemorySegment pair) {
        int[] descriptors = {pair.getAtIndex(INT, 0), pair.getAtIndex(INT, 1)};
        for (int fd : descriptors) {
            control(fd, F_SETFD, FD_CLOEXEC);
        }
        return descriptors;
    }

    private static int control(int fd, int command, int argument) {
        return LibC.call(state -> (int) LibC.function("fcntl", 2, INT, INT, INT).invokeExact(state, fd, command, argument));
    }

    /** No program that takes this one's place gets descriptors from this number on. */
    static void closeOnExec(int from) {
        String[] open = new File("/proc/self/fd").list();
        for (String name : open == null ? new String[0] : open) {
            int fd = Integer.parseInt(name);
            if (fd >= from) {
                control(fd, F_SETFD, FD_CLOEXEC);
            }
        }
    }

    public static int setNonBlocking(int fd) {
        int flags = control(fd, F_GETFL, 0);
        return flags < 0 ? flags : control(fd, F_SETFL, flags | O_NONBLOCK);
    }

    /** As other programs expect their standard streams to be. */
    public static int setBlocking(int fd) {
        int flags = control(fd, F_GETFL, 0);
        return flags < 0 ? flags : control(fd, F_SETFL, flags & ~O_NONBLOCK);
    }

    /** @return a result: whether it is open */
    public static int check(int fd) {
        return control(fd, F_GETFD, 0);
    }

    /** A second descriptor for the same, for this process only. @param from the lowest number it may get @return a result */
    public static int duplicate(int fd, int from) {
        return control(fd, F_DUPFD_CLOEXEC, from);
    }

    /** @return a result: 0 at the end */
    public static int read(int fd, MemorySegment buffer, long length) {
        return LibC.call(state -> (long) LibC.function("read", -1, LONG, new MemoryLayout[] {INT, ADDRESS, LONG}).invokeExact(state, fd, buffer, length));
    }

    /** @return a result */
    public static int write(int fd, MemorySegment buffer, long length) {
        return LibC.call(state -> (long) LibC.function("write", -1, LONG, new MemoryLayout[] {INT, ADDRESS, LONG}).invokeExact(state, fd, buffer, length));
    }

    /** Reads at a position. @return a result: 0 at the end */
    public static int readAt(int fd, MemorySegment buffer, long length, long position) {
        return LibC.call(state -> (long) LibC.function("pread", -1, LONG, new MemoryLayout[] {INT, ADDRESS, LONG, LONG})
                .invokeExact(state, fd, buffer, length, position));
    }

    /** Writes at a position. @return a result */
    public static int writeAt(int fd, MemorySegment buffer, long length, long position) {
        return LibC.call(state -> (long) LibC.function("pwrite", -1, LONG, new MemoryLayout[] {INT, ADDRESS, LONG, LONG})
                .invokeExact(state, fd, buffer, length, position));
    }

    public static int close(int fd) {
        return LibC.call(state -> (int) LibC.function("close", -1, INT).invokeExact(state, fd));
    }

    /** @return a status */
    public static int listen(int fd, int backlog) {
        return LibC.call(state -> (int) LibC.function("listen", -1, INT, INT).invokeExact(state, fd, backlog));
    }

    /** Takes a connection that waits. @return a result: its descriptor */
    public static int accept(int fd) {
        int connection = LibC.call(state -> (int) LibC.function("accept", -1, INT, ADDRESS, ADDRESS)
                .invokeExact(state, fd, MemorySegment.NULL, MemorySegment.NULL));
        if (connection >= 0) {
            control(connection, F_SETFD, FD_CLOEXEC);
        }
        return connection;
    }

    /** Ends the writing side of a socket. */
    public static int shutdown(int fd) {
        return LibC.call(state -> (int) LibC.function("shutdown", -1, INT, INT).invokeExact(state, fd, SHUT_WR));
    }

    /** A descriptor that becomes readable when the process ends; a negative errno where the system has none. */
    public static int processDescriptor(int pid) {
        return LINUX ? LibC.call(state -> (long) LibC.function("syscall", 1, LONG, new MemoryLayout[] {LONG, INT, INT, INT})
                .invokeExact(state, PIDFD_OPEN, pid, 0, 0))
                : UvErrors.ENOSYS;
    }

    /** What to wait for on a descriptor, and what happened. */
    public static final class Poll {
        final int fd;
        final int events;
        int happened;

        public Poll(int fd, int events) {
            this.fd = fd;
            this.events = events;
        }

        public int fd() {
            return fd;
        }

        public int events() {
            return events;
        }

        /** What it is ready for, with {@link #POLLFAILED}; 0 for nothing. */
        public int happened() {
            return happened;
        }
    }

    /** Waits until one is ready. @param millis -1 for as long as it takes @return a result: how many are */
    public static int poll(List<Poll> polls, int millis) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment all = arena.allocate((long) POLL_BYTES * Math.max(1, polls.size()), POLL_BYTES);
            for (int i = 0; i < polls.size(); i++) {
                all.set(INT, (long) i * POLL_BYTES, polls.get(i).fd);
                all.set(ValueLayout.JAVA_SHORT, (long) i * POLL_BYTES + 4, (short) polls.get(i).events);
            }
            long count = polls.size();
            int result = LibC.call(state -> (int) LibC.function("poll", -1, ADDRESS, LONG, INT).invokeExact(state, all, count, millis));
            for (int i = 0; i < polls.size(); i++) {
                polls.get(i).happened = result <= 0 ? 0 : all.get(ValueLayout.JAVA_SHORT, (long) i * POLL_BYTES + 6) & 0xFFFF;
            }
            return result;
        }
    }
}
