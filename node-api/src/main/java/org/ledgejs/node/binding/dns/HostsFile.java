package org.ledgejs.node.binding.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.ledgejs.node.binding.Proc;

/** /etc/hosts: an address and its names on each line. */
final class HostsFile {
    private HostsFile() { }

    /** All names of an address in the order they stand there, each once. @param address a literal */
    static List<String> namesOf(String address) {
        List<String> names = new ArrayList<>();
        String text = Proc.read("/etc/hosts");
        if (text == null) {
            return names;
        }
        InetAddress wanted = InetAddress.ofLiteral(address);
        for (String line : text.lines().toList()) {
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
            if (words.length > 1 && isSame(words[0], wanted)) {
                Arrays.stream(words).skip(1).filter(name -> !names.contains(name)).forEach(names::add);
            }
        }
        return names;
    }

    private static boolean isSame(String literal, InetAddress wanted) {
        try {
            return InetAddress.ofLiteral(literal).equals(wanted);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
