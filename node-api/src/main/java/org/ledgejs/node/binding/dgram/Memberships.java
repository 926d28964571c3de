package org.ledgejs.node.binding.dgram;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.util.HashMap;
import java.util.Map;

import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.net.SocketErrors;
import org.ledgejs.node.binding.process.DatagramOptions;

/** The multicast groups a socket is in (RFC 3376, RFC 3810 for those of one source), and the interface it sends to groups by. All give a status. */
final class Memberships {
    private static final int ENODEV = UvErrors.number("ENODEV");

    /** @param source null for all */
    private record Group(InetAddress address, NetworkInterface by, InetAddress source) { }

    private final DatagramChannel socket;
    private final boolean six;
    private final Map<Group, MembershipKey> joined = new HashMap<>();

    Memberships(DatagramChannel socket, boolean six) {
        this.socket = socket;
        this.six = six;
    }

    private static boolean isAny(String by) {
        return by == null || by.isEmpty() || by.equals("0.0.0.0") || by.equals("::");
    }

    /** @param by an address of the interface, for IPv6 with its zone (RFC 4007), or null for any */
    int change(String address, String by, String source, boolean join) {
        try {
            InetAddress literal = literal(address);
            InetAddress from = source == null ? null : literal(source);
            NetworkInterface found = isAny(by) ? usual() : named(by);
            if (found == null) {
                return ENODEV;
            }
            Group group = new Group(literal, found, from);
            return join ? join(group) : drop(group);
        } catch (IOException | RuntimeException e) {
            return SocketErrors.status(e);
        }
    }

    private int join(Group group) throws IOException {
        if (!group.address.isMulticastAddress()) {
            return UvErrors.EINVAL;
        }
        if (joined.containsKey(group)) {
            return UvErrors.EADDRINUSE;
        }
        joined.put(group, group.source == null ? socket.join(group.address, group.by) : socket.join(group.address, group.by, group.source));
        return 0;
    }

    private int drop(Group group) {
        MembershipKey key = joined.remove(group);
        if (key == null) {
            return group.address.isMulticastAddress() ? UvErrors.EADDRNOTAVAIL : UvErrors.EINVAL;
        }
        key.drop();
        return 0;
    }

    int sendBy(String by) {
        try {
            if (isAny(by)) {
                literal(by);
                return DatagramOptions.anyMulticastInterface(socket, six);
            }
            NetworkInterface found = named(by);
            if (found == null) {
                // A zone that is none leaves it to the system, as libuv has it; an address of no interface does not.
                return six && by.indexOf('%') >= 0 ? DatagramOptions.anyMulticastInterface(socket, true) : UvErrors.EADDRNOTAVAIL;
            }
            socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, found);
            return 0;
        } catch (IOException | RuntimeException e) {
            return SocketErrors.status(e);
        }
    }

    /** @throws IllegalArgumentException for one of the other family too */
    private InetAddress literal(String text) {
        InetAddress address = InetAddress.ofLiteral(text);
        if (address instanceof Inet6Address != six) {
            throw new IllegalArgumentException(text);
        }
        return address;
    }

    private NetworkInterface named(String by) throws SocketException {
        int zone = by.indexOf('%');
        if (!six || zone < 0) {
            return NetworkInterface.getByInetAddress(literal(by));
        }
        literal(by.substring(0, zone));
        String name = by.substring(zone + 1);
        return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9') ? NetworkInterface.getByIndex(Integer.parseInt(name))
                : NetworkInterface.getByName(name);
    }

    /** The one it sends by; else the first that goes out and can. */
    private NetworkInterface usual() throws IOException {
        NetworkInterface chosen = socket.getOption(StandardSocketOptions.IP_MULTICAST_IF);
        if (chosen != null) {
            return chosen;
        }
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            if (each.isUp() && !each.isLoopback() && each.supportsMulticast()) {
                return each;
            }
        }
        return null;
    }
}
