package org.ledgejs.node.binding.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The system's own resolver, through Java, which by itself puts IPv4 first: programs get the system's order, unless the embedder chose another. */
public final class SystemResolver {
    private static final String ORDER = "java.net.preferIPv6Addresses";

    static {
        prepare();
    }

    private SystemResolver() { }

    /** Comes before the first use of InetAddress, which reads the property once. */
    public static void prepare() {
        if (System.getProperty(ORDER) == null) {
            System.setProperty(ORDER, "system");
        }
    }

    static InetAddress[] lookup(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }
}
