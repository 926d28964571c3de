package org.ledgejs.node.binding.process;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;

import org.ledgejs.node.binding.UvErrors;

/** Sockets as Java does not make them: local ones with abstract names (unix(7)), and those for IPv6 alone (ipv6(7)). Linux only; descriptors do not block. */
public final class LinuxSockets {
    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final int AF_UNIX = 1;
    private static final int AF_INET6 = 10;
    /** SOCK_STREAM, SOCK_NONBLOCK and SOCK_CLOEXEC. */
    private static final int STREAM = 1 | 04000 | 02000000;
    private static final int SOL_SOCKET = 1;
    private static final int SO_REUSEADDR = 2;
    private static final int SO_REUSEPORT = 15;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_V6ONLY = 26;
    private static final int MAX_NAME = 108;
    private static final int IN6_BYTES = 28;

    private LinuxSockets() { }

    /** What is done with a new socket and an address. */
    private enum Use { BIND, CONNECT }

    /** @param name with the NUL it begins with @return a descriptor that listens, or a negative errno */
    public static int listenAbstract(byte[] name, int backlog) {
        return listening(local(name, Use.BIND), backlog);
    }

    /** @param name with the NUL it begins with @return a connected descriptor, or a negative errno */
    public static int connectAbstract(byte[] name) {
        return local(name, Use.CONNECT);
    }

    /** @return a descriptor that listens, or a negative errno */
    public static int listenIPv6Only(InetSocketAddress address, int backlog, boolean reusePort) {
        int fd = open(AF_INET6);
        if (fd < 0) {
            return fd;
        }
        int status = option(fd, IPPROTO_IPV6, IPV6_V6ONLY);
        if (status >= 0) {
            status = option(fd, SOL_SOCKET, SO_REUSEADDR);
        }
        if (status >= 0 && reusePort) {
            status = option(fd, SOL_SOCKET, SO_REUSEPORT);
        }
        if (status >= 0) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment name = arena.allocate(IN6_BYTES);
                name.set(ValueLayout.JAVA_SHORT, 0, (short) AF_INET6);
                name.set(ValueLayout.JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN), 2, (short) address.getPort());
                name.asSlice(8, 16).copyFrom(MemorySegment.ofArray(address.getAddress().getAddress()));
                name.set(INT, 24, ((Inet6Address) address.getAddress()).getScopeId());
                status = apply("bind", fd, name, IN6_BYTES);
            }
        }
        return listening(status < 0 ? failed(fd, status) : fd, backlog);
    }

    private static int open(int family) {
        return LINUX ? LibC.call(state -> (int) LibC.function("socket", -1, INT, INT, INT).invokeExact(state, family, STREAM, 0)) : UvErrors.ENOTSUP;
    }

    private static int option(int fd, int level, int name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment one = arena.allocateFrom(INT, 1);
            return LibC.call(state -> (int) LibC.function("setsockopt", -1, INT, INT, INT, ValueLayout.ADDRESS, INT)
                    .invokeExact(state, fd, level, name, one, (int) INT.byteSize()));
        }
    }

    private static int apply(String call, int fd, MemorySegment address, int length) {
        return LibC.call(state -> (int) LibC.function(call, -1, INT, ValueLayout.ADDRESS, INT).invokeExact(state, fd, address, length));
    }

    private static int local(byte[] name, Use use) {
        if (name.length > MAX_NAME) {
            return UvErrors.number("ENAMETOOLONG");
        }
        int fd = open(AF_UNIX);
        if (fd < 0) {
            return fd;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(2 + MAX_NAME);
            address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
            address.asSlice(2, name.length).copyFrom(MemorySegment.ofArray(name));
            int status = apply(use == Use.BIND ? "bind" : "connect", fd, address, 2 + name.length);
            return status < 0 ? failed(fd, status) : fd;
        }
    }

    private static int listening(int fd, int backlog) {
        if (fd < 0) {
            return fd;
        }
        int status = Descriptors.listen(fd, backlog);
        return status < 0 ? failed(fd, status) : fd;
    }

    private static int failed(int fd, int status) {
        Descriptors.close(fd);
        return status;
    }
}
