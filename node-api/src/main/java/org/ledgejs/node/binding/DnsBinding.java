package org.ledgejs.node.binding;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;

/** Binding {@code dns}: the system's own name lookup, on the loop's workers. */
final class DnsBinding {
    static final PropertyTable TABLE = new PropertyTable()
            .method("lookup", 4, (realm, thisValue, args) -> {
                String host = Conversions.toJavaString(args.get(0));
                int family = Conversions.toInt32(args.get(1));
                String order = Conversions.toJavaString(args.get(2));
                realm.agent().permissions().connect(host, 0);
                later(realm, args.get(3), () -> addresses(host, family, order), result -> new Object[] {strings(realm, result)});
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

    private static List<String> addresses(String host, int family, String order) throws UnknownHostException {
        List<InetAddress> all = Arrays.asList(InetAddress.getAllByName(host));
        List<String> v4 = all.stream().filter(Inet4Address.class::isInstance).map(NetworkInterfaces::text).toList();
        List<String> v6 = all.stream().filter(Inet6Address.class::isInstance).map(NetworkInterfaces::text).toList();
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
