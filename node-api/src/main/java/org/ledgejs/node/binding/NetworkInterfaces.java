package org.ledgejs.node.binding;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;

/** The addresses of the machine, an object each. */
public final class NetworkInterfaces {
    private NetworkInterfaces() { }

    static Object list(Realm realm) {
        List<Object> result = new ArrayList<>();
        try {
            // Java lists what getifaddrs gives from the end; that lists all of one family before the other.
            for (boolean v4 : new boolean[] {true, false}) {
                for (NetworkInterface each : NetworkInterface.networkInterfaces().toList().reversed()) {
                    for (InterfaceAddress address : each.getInterfaceAddresses().reversed()) {
                        if (each.isUp() && v4 == address.getAddress() instanceof Inet4Address) {
                            result.add(describe(realm, each, address));
                        }
                    }
                }
            }
        } catch (SocketException e) {
            throw UvErrors.toGuest(new UvException(FileErrors.errno(e), "uv_interface_addresses"));
        }
        return JSArray.create(realm, result.toArray());
    }

    private static JSObject describe(Realm realm, NetworkInterface each, InterfaceAddress entry) throws SocketException {
        InetAddress address = entry.getAddress();
        int prefix = entry.getNetworkPrefixLength();
        byte[] mac = each.getHardwareAddress();
        ObjectBuilder object = new ObjectBuilder(realm).put("name", each.getName()).put("address", text(address)).put("netmask", netmask(address, prefix))
                .put("family", address instanceof Inet4Address ? "IPv4" : "IPv6")
                .put("mac", mac == null ? "00:00:00:00:00:00" : HexFormat.ofDelimiter(":").formatHex(mac))
                .put("internal", each.isLoopback()).put("cidr", text(address) + "/" + prefix);
        if (address instanceof Inet6Address v6) {
            object.put("scopeid", v6.isLinkLocalAddress() ? v6.getScopeId() : 0);
        }
        return object.build();
    }

    private static String netmask(InetAddress address, int prefix) {
        byte[] mask = new byte[address.getAddress().length];
        for (int bit = 0; bit < prefix && bit < mask.length * 8; bit++) {
            mask[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
        try {
            return text(InetAddress.getByAddress(mask));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address as RFC 5952 wants it: zeros shortened, no scope. */
    public static String text(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF;
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                out.append("::");
                i += length - 1;
            } else {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
                    out.append(':');
                }
                out.append(Integer.toHexString(groups[i]));
            }
        }
        return out.toString();
    }
}
