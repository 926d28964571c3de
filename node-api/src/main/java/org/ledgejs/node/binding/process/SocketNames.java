package org.ledgejs.node.binding.process;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/** What sockets are called and what they are, asked of the C library by descriptor. Linux's layouts of addresses (ip(7), ipv6(7), unix(7)). */
public final class SocketNames {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final int ADDRESS_BYTES = 128;
    private static final int AF_UNIX = 1;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int SOL_SOCKET = 1;
    private static final int SO_TYPE = 3;
    private static final int SO_LINGER = 13;
    private static final int SO_ACCEPTCONN = 30;
    private static final int SOCK_STREAM = 1;

    private SocketNames() { }

    /** Null if it has none. */
    public static SocketAddress local(int fd) {
        return name("getsockname", fd);
    }

    /** Null if it has none. */
    public static SocketAddress remote(int fd) {
        return name("getpeername", fd);
    }

    private static SocketAddress name(String call, int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(ADDRESS_BYTES, 8);
            MemorySegment length = arena.allocate(INT);
            length.set(INT, 0, ADDRESS_BYTES);
            int status = LibC.call(state -> (int) LibC.function(call, -1, INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS).invokeExact(state, fd, address, length));
            return status < 0 ? null : parse(address.asSlice(0, Math.min(length.get(INT, 0), ADDRESS_BYTES)));
        }
    }

    private static SocketAddress parse(MemorySegment address) {
        ByteBuffer bytes = address.asByteBuffer();
        int family = address.byteSize() < 2 ? 0 : address.get(ValueLayout.JAVA_SHORT, 0);
        int port = bytes.remaining() < 4 ? 0 : bytes.getShort(2) & 0xFFFF;
        try {
            return switch (family) {
                case AF_INET -> new InetSocketAddress(InetAddress.getByAddress(bytes(bytes, 4, 4)), port);
                case AF_INET6 -> new InetSocketAddress(InetAddress.getByAddress(bytes(bytes, 8, 16)), port);
                case AF_UNIX -> {
                    String path = new String(bytes(bytes, 2, bytes.remaining() - 2), StandardCharsets.UTF_8);
                    int end = path.indexOf('\0');
                    yield UnixDomainSocketAddress.of(end < 0 ? path : path.substring(0, end));
                }
                default -> null;
            };
        } catch (UnknownHostException | IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] bytes(ByteBuffer from, int index, int length) {
        byte[] result = new byte[Math.max(0, length)];
        from.get(index, result);
        return result;
    }

    static int option(int fd, int option) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(INT);
            MemorySegment length = arena.allocate(INT);
            length.set(INT, 0, (int) INT.byteSize());
            int status = LibC.call(state -> (int) LibC.function("getsockopt", -1, INT, INT, INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS)
                    .invokeExact(state, fd, SOL_SOCKET, option, value, length));
            return status < 0 ? status : value.get(INT, 0);
        }
    }

    /** Whether it is a socket that takes connections. */
    public static boolean isListening(int fd) {
        return option(fd, SO_ACCEPTCONN) == 1;
    }

    /** Whether it is a socket of packets. */
    public static boolean isDatagram(int fd) {
        int type = option(fd, SO_TYPE);
        return type > 0 && type != SOCK_STREAM;
    }

    /** Whether it speaks IPv6: IPv4 peers show as mapped addresses then. */
    public static boolean isMapped(int fd) {
        int domain = 39;
        return option(fd, domain) == AF_INET6;
    }

    /** Closing takes as long as it takes, as by default. */
    public static void clearLinger(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment off = arena.allocate(MemoryLayout.sequenceLayout(2, INT));
            int length = (int) off.byteSize();
            LibC.call(state -> (int) LibC.function("setsockopt", -1, INT, INT, INT, ValueLayout.ADDRESS, INT).invokeExact(state, fd, SOL_SOCKET, SO_LINGER, off, length));
        }
    }

    /**
     * The descriptor of one of Java's sockets, which does not say: the one of that name.
     *
     * @param remote null for one that listens
     * @return -1 if there is none
     */
    public static int find(SocketAddress local, SocketAddress remote) {
        String[] names = new File("/proc/self/fd").list();
        return Arrays.stream(names == null ? new String[0] : names).mapToInt(Integer::parseInt).filter(fd -> fd > 2 && isSocket(fd))
                .filter(fd -> Objects.equals(local(fd), local) && (remote == null ? isListening(fd) : remote.equals(remote(fd)))).findFirst().orElse(-1);
    }

    static boolean isSocket(int fd) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString().startsWith("socket:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
