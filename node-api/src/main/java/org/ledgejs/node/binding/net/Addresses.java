package org.ledgejs.node.binding.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;

import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.binding.NetworkInterfaces;
import org.ledgejs.node.binding.ObjectBuilder;
import org.ledgejs.node.binding.UvErrors;

/** Addresses of sockets: from literals, and as the program sees them. */
public final class Addresses {
    private Addresses() { }

    /** @throws IllegalArgumentException if it is no literal IPv4 or IPv6 address, or no port */
    public static InetSocketAddress parse(String literal, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(literal), port);
    }

    static StandardProtocolFamily family(InetSocketAddress address) {
        return address.getAddress() instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
    }

    /**
     * What getsockname and getpeername give: an object, the path of a local socket, or a status.
     *
     * @param mapped the socket is an IPv6 one: an IPv4 address is seen through it as {@code ::ffff:…}
     */
    public static Object toGuest(Realm realm, SocketAddress address, boolean mapped) {
        return switch (address) {
            case InetSocketAddress inet -> {
                boolean six = mapped || inet.getAddress() instanceof Inet6Address;
                yield new ObjectBuilder(realm).put("address", text(inet.getAddress(), mapped)).put("family", six ? "IPv6" : "IPv4")
                        .put("port", inet.getPort()).build();
            }
            case UnixDomainSocketAddress local -> Strings.of(local.getPath().toString());
            case null, default -> UvErrors.ENOTCONN;
        };
    }

    private static String text(InetAddress address, boolean mapped) {
        if (mapped && address instanceof Inet4Address) {
            return address.isAnyLocalAddress() ? "::" : "::ffff:" + address.getHostAddress();
        }
        return text(address);
    }

    /** The canonical text (RFC 5952 for IPv6), with the zone if it has one. */
    private static String text(InetAddress address) {
        String plain = NetworkInterfaces.text(address);
        return switch (address) {
            case Inet6Address six when six.getScopedInterface() != null -> plain + "%" + six.getScopedInterface().getName();
            case Inet6Address six when six.getScopeId() != 0 -> plain + "%" + six.getScopeId();
            default -> plain;
        };
    }
}
