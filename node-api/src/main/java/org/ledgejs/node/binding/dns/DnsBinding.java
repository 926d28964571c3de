package org.ledgejs.node.binding.dns;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.FileErrors;
import org.ledgejs.node.binding.HandleObject;
import org.ledgejs.node.binding.NetworkInterfaces;
import org.ledgejs.node.binding.Proc;
import org.ledgejs.node.binding.UvErrors;

/** Binding {@code dns}: the system's own name lookup, on the loop's workers, and questions to name servers. */
public final class DnsBinding {
    private static final int V4MAPPED = 8;
    private static final int ALL = 16;

    public static final PropertyTable TABLE = new PropertyTable()
            .method("lookup", 5, (realm, thisValue, args) -> {
                String host = Conversions.toJavaString(args.get(0));
                int family = Conversions.toInt32(args.get(1));
                String order = Conversions.toJavaString(args.get(2));
                int hints = Conversions.toInt32(args.get(3));
                realm.agent().permissions().connect(host, 0);
                later(realm, args.get(4), () -> addresses(host, family, order, hints), result -> new Object[] {strings(realm, result)});
                return Undefined.INSTANCE;
            })
            .method("lookupService", 3, (realm, thisValue, args) -> {
                String address = Conversions.toJavaString(args.get(0));
                int port = Conversions.toInt32(args.get(1));
                realm.agent().permissions().connect(address, port);
                later(realm, args.get(2), () -> service(address, port), result -> result.stream().map(Strings::of).toArray());
                return Undefined.INSTANCE;
            })
            .method("getServers", 0, (realm, thisValue, args) -> {
                realm.agent().permissions().system("name servers");
                return strings(realm, servers());
            })
            .method("namesOf", 1, (realm, thisValue, args) -> {
                String address = Conversions.toJavaString(args.get(0));
                realm.agent().permissions().connect(address, 0);
                return strings(realm, HostsFile.namesOf(address));
            })
            .method("exchange", 4, (realm, thisValue, args) -> exchange(realm, args))
            .method("cancel", 1, (realm, thisValue, args) -> {
                HandleObject.of(args.get(0), ExchangeHandle.class).close(Undefined.INSTANCE);
                return Undefined.INSTANCE;
            });

    private DnsBinding() { }

    private interface Results {
        Object[] toGuest(List<String> result);
    }

    /** Calls back with a status, and the results if it is 0. */
    private static void later(Realm realm, Object callback, Callable<List<String>> work, Results results) {
        NodeRuntime node = NodeRuntime.of(realm);
        node.loop().workers().submit(work, (result, failure) -> {
            if (failure != null) {
                node.enter(callback, failure instanceof UnknownHostException ? UvErrors.EAI_NONAME : FileErrors.errno(failure));
                return;
            }
            Object[] values = results.toGuest(result);
            Object[] arguments = new Object[values.length + 1];
            arguments[0] = 0;
            System.arraycopy(values, 0, arguments, 1, values.length);
            node.enter(callback, arguments);
        });
    }

    /** (question, [address, port, address, port…], options, callback) */
    private static Object exchange(Realm realm, Args args) {
        Object[] list = ObjectOperations.createListFromArrayLike(args.get(1));
        List<InetSocketAddress> servers = new ArrayList<>();
        for (int i = 0; i + 1 < list.length; i += 2) {
            String address = Conversions.toJavaString(list[i]);
            int port = Conversions.toInt32(list[i + 1]);
            realm.agent().permissions().connect(address, port);
            servers.add(new InetSocketAddress(InetAddress.ofLiteral(address), port));
        }
        Object options = args.get(2);
        DnsExchange exchange = new DnsExchange(Bytes.of(args.get(0)).copy(), servers, local(option(options, "ipv4")), local(option(options, "ipv6")),
                Conversions.toInt32(option(options, "timeout")), Conversions.toInt32(option(options, "tries")),
                Conversions.toInt32(option(options, "maxTimeout")));
        return new ExchangeHandle(NodeRuntime.of(realm), exchange, args.get(3));
    }

    private static Object option(Object options, String name) {
        return options instanceof JSObject object ? ObjectOperations.get(object, PropertyKey.of(name)) : Undefined.INSTANCE;
    }

    private static InetAddress local(Object literal) {
        return literal == Undefined.INSTANCE ? null : InetAddress.ofLiteral(Conversions.toJavaString(literal));
    }

    private static List<String> addresses(String host, int family, String order, int hints) throws UnknownHostException {
        List<InetAddress> all = Arrays.asList(InetAddress.getAllByName(host));
        List<String> v4 = all.stream().filter(Inet4Address.class::isInstance).map(NetworkInterfaces::text).toList();
        List<String> v6 = all.stream().filter(Inet6Address.class::isInstance).map(NetworkInterfaces::text).toList();
        if (family == 6 && (hints & V4MAPPED) != 0 && (v6.isEmpty() || (hints & ALL) != 0)) {
            v6 = Stream.concat(v6.stream(), v4.stream().map(address -> "::ffff:" + address)).toList();
        }
        List<String> result = family == 4 ? v4 : family == 6 ? v6 : switch (order) {
            case "ipv4first" -> Stream.concat(v4.stream(), v6.stream()).toList();
            case "ipv6first" -> Stream.concat(v6.stream(), v4.stream()).toList();
            default -> all.stream().map(NetworkInterfaces::text).toList();
        };
        if (result.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return result;
    }

    private static List<String> service(String address, int port) throws UnknownHostException {
        InetAddress inet = InetAddress.getByName(address);
        String name = inet.getCanonicalHostName();
        return List.of(name, serviceName(port));
    }

    /** As /etc/services names it, else the number. */
    private static String serviceName(int port) {
        String services = Proc.read("/etc/services");
        String wanted = port + "/tcp";
        return services == null ? Integer.toString(port) : services.lines().map(line -> line.split("\\s+"))
                .filter(parts -> parts.length >= 2 && parts[1].equals(wanted)).map(parts -> parts[0]).findFirst().orElse(Integer.toString(port));
    }

    private static List<String> servers() {
        String text = Proc.read("/etc/resolv.conf");
        List<String> result = new ArrayList<>();
        if (text != null) {
            text.lines().map(line -> line.strip().split("\\s+")).filter(parts -> parts.length >= 2 && parts[0].equals("nameserver")).forEach(parts -> result.add(parts[1]));
        }
        return result;
    }

    private static JSArray strings(Realm realm, List<String> values) {
        return JSArray.create(realm, values.stream().map(value -> (Object) Strings.of(value)).toArray());
    }
}
