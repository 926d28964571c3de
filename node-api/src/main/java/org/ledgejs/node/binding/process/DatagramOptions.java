package org.ledgejs.node.binding.process;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;

import org.ledgejs.node.binding.UvErrors;

/** Options of datagram sockets that Java has no names for (ip(7), ipv6(7)). Linux only. */
public final class DatagramOptions {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final int SO_BROADCAST = 6;
    private static final int IPPROTO_IP = 0;
    private static final int IP_TTL = 2;
    private static final int IP_MULTICAST_IF = 32;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_UNICAST_HOPS = 16;
    private static final int IPV6_MULTICAST_IF = 17;
    private static final int IPV6_V6ONLY = 26;

    private DatagramOptions() { }

    /** How many routers a packet may pass. @return a status */
    public static int timeToLive(DatagramChannel socket, boolean six, int hops) {
        return set(socket, six ? IPPROTO_IPV6 : IPPROTO_IP, six ? IPV6_UNICAST_HOPS : IP_TTL, hops);
    }

    /** Leaves it to the system which interface packets to groups go out by. @return a status */
    public static int anyMulticastInterface(DatagramChannel socket, boolean six) {
        return set(socket, six ? IPPROTO_IPV6 : IPPROTO_IP, six ? IPV6_MULTICAST_IF : IP_MULTICAST_IF, 0);
    }

    /** Takes no IPv4; to be said before it has an address. @return a status */
    public static int onlyIPv6(DatagramChannel socket) {
        return set(socket, IPPROTO_IPV6, IPV6_V6ONLY, 1);
    }

    private static int set(DatagramChannel socket, int level, int name, int number) {
        int fd = find(socket);
        if (fd < 0) {
            return UvErrors.ENOTSUP;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocateFrom(INT, number);
            return LibC.call(state -> (int) LibC.function("setsockopt", -1, INT, INT, INT, ValueLayout.ADDRESS, INT)
                    .invokeExact(state, fd, level, name, value, (int) INT.byteSize()));
        }
    }

    /** The descriptor of a socket, which Java does not tell: the one where an option follows when it is changed. Names do not do; sockets may share one. */
    private static int find(DatagramChannel socket) {
        String[] names = new File("/proc/self/fd").list();
        try {
            boolean before = socket.getOption(StandardSocketOptions.SO_BROADCAST);
            int[] sockets = Arrays.stream(names == null ? new String[0] : names).mapToInt(Integer::parseInt)
                    .filter(fd -> fd > 2 && SocketNames.isSocket(fd) && SocketNames.isDatagram(fd) && isBroadcast(fd) == before).toArray();
            socket.setOption(StandardSocketOptions.SO_BROADCAST, !before);
            int found = Arrays.stream(sockets).filter(fd -> isBroadcast(fd) != before).findFirst().orElse(-1);
            socket.setOption(StandardSocketOptions.SO_BROADCAST, before);
            return found;
        } catch (IOException e) {
            return -1;
        }
    }

    private static boolean isBroadcast(int fd) {
        return SocketNames.option(fd, SO_BROADCAST) == 1;
    }
}
