package org.ledgejs.node.binding.dgram;

import java.io.ByteArrayOutputStream;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.HandleFunctions;
import org.ledgejs.node.binding.HandleObject;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.net.Addresses;

/** Binding {@code dgram}: UDP sockets. */
public final class DgramBinding {
    private static final int MAX_HOPS = 255;

    public static final PropertyTable TABLE = HandleFunctions.addTo(new PropertyTable())
            .method("ask", 2, (realm, thisValue, args) -> {
                realm.agent().permissions().connect(Conversions.toJavaString(args.get(0)), Conversions.toInt32(args.get(1)));
                return Undefined.INSTANCE;
            })
            .method("bind", 4, (realm, thisValue, args) -> bind(realm, args))
            .method("connect", 3, (realm, thisValue, args) -> {
                InetSocketAddress peer = peer(realm, args, 1);
                return peer == null ? UvErrors.EINVAL : socket(args).connect(peer);
            })
            .method("disconnect", 1, (realm, thisValue, args) -> socket(args).disconnect())
            .method("send", 5, (realm, thisValue, args) -> {
                PacketSocket socket = socket(args);
                InetSocketAddress peer = null;
                if (args.get(2) != Undefined.INSTANCE) {
                    peer = peer(realm, args, 2);
                    if (peer == null) {
                        return UvErrors.EINVAL;
                    }
                }
                return socket.send(joined(args.get(1)), peer, args.get(4));
            })
            .method("queuedBytes", 1, (realm, thisValue, args) -> socket(args).queuedBytes())
            .method("queuedCount", 1, (realm, thisValue, args) -> socket(args).queuedCount())
            .method("getsockname", 1, (realm, thisValue, args) -> socket(args).localAddress(realm))
            .method("getpeername", 1, (realm, thisValue, args) -> socket(args).remoteAddress(realm))
            .method("setBroadcast", 2, (realm, thisValue, args) ->
                    socket(args).option(StandardSocketOptions.SO_BROADCAST, Conversions.toBoolean(args.get(1))))
            .method("setTTL", 2, (realm, thisValue, args) -> socket(args).timeToLive(Conversions.toInt32(args.get(1))))
            .method("setMulticastTTL", 2, (realm, thisValue, args) -> {
                int hops = Conversions.toInt32(args.get(1));
                return hops < -1 || hops > MAX_HOPS ? UvErrors.EINVAL : socket(args).option(StandardSocketOptions.IP_MULTICAST_TTL, hops < 0 ? 1 : hops);
            })
            .method("setMulticastLoopback", 2, (realm, thisValue, args) ->
                    socket(args).option(StandardSocketOptions.IP_MULTICAST_LOOP, Conversions.toBoolean(args.get(1))))
            .method("setMulticastInterface", 2, (realm, thisValue, args) -> memberships(args).sendBy(Conversions.toJavaString(args.get(1))))
            .method("membership", 5, (realm, thisValue, args) -> {
                String group = Conversions.toJavaString(args.get(1));
                realm.agent().permissions().connect(group, 0);
                return memberships(args).change(group, text(args.get(2)), text(args.get(3)), Conversions.toBoolean(args.get(4)));
            })
            .method("bufferSize", 3, (realm, thisValue, args) -> {
                SocketOption<Integer> which = Conversions.toBoolean(args.get(1)) ? StandardSocketOptions.SO_RCVBUF : StandardSocketOptions.SO_SNDBUF;
                int size = args.get(2) instanceof Integer n ? n : -1;
                if (size == 0) {
                    return socket(args).bufferSize(which);
                }
                return size < 0 ? UvErrors.EINVAL : socket(args).option(which, size);
            });

    private DgramBinding() { }

    private static PacketSocket socket(Args args) {
        return HandleObject.of(args.get(0), PacketSocket.class);
    }

    private static Memberships memberships(Args args) {
        return socket(args).memberships();
    }

    private static String text(Object value) {
        return value == Undefined.INSTANCE ? null : Conversions.toJavaString(value);
    }

    /** The literal as an address for a family; null if it is none. */
    static InetSocketAddress address(String literal, int port, boolean six) {
        try {
            InetSocketAddress address = Addresses.parse(literal, port);
            // An IPv6 literal may stand for an IPv4 address, and then is one to Java.
            boolean written6 = literal.indexOf(':') >= 0;
            return written6 == six || address.getAddress() instanceof Inet6Address && six ? address : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static InetSocketAddress peer(Realm realm, Args args, int index) {
        String literal = Conversions.toJavaString(args.get(index));
        InetSocketAddress peer = socket(args).peer(literal, Conversions.toInt32(args.get(index + 1)));
        if (peer != null) {
            realm.agent().permissions().connect(literal, peer.getPort());
        }
        return peer;
    }

    private static Object bind(Realm realm, Args args) {
        PacketSocket.Settings settings = new PacketSocket.Settings(option(args.get(2), "six"), option(args.get(2), "reuseAddr"),
                option(args.get(2), "reusePort"), option(args.get(2), "ipv6Only"), option(args.get(2), "implicit"));
        String literal = Conversions.toJavaString(args.get(0));
        InetSocketAddress local = address(literal, Conversions.toInt32(args.get(1)), settings.six());
        if (local == null) {
            return UvErrors.EINVAL;
        }
        // Who binds to nothing in particular is going to send, and asks for that.
        if (!settings.implicit() || local.getPort() != 0) {
            realm.agent().permissions().listen(literal, local.getPort());
        }
        return PacketSocket.bind(NodeRuntime.of(realm), local, settings, args.get(3));
    }

    private static boolean option(Object options, String name) {
        return options instanceof JSObject object && Conversions.toBoolean(ObjectOperations.get(object, PropertyKey.of(name)));
    }

    private static byte[] joined(Object array) {
        Object[] views = ObjectOperations.createListFromArrayLike(array);
        if (views.length == 1) {
            return Bytes.of(views[0]).copy();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object view : views) {
            Bytes bytes = Bytes.of(view);
            out.write(bytes.array(), bytes.offset(), bytes.length());
        }
        return out.toByteArray();
    }
}
