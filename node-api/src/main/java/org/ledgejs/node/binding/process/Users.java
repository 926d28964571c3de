package org.ledgejs.node.binding.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.ledgejs.node.binding.Proc;

/** Who the process runs as. */
public final class Users {

    /** @param shell null if unknown */
    public record Entry(int uid, int gid, String name, String home, String shell) { }

    private Users() { }

    /** The real and the effective number, of the process: {@code Uid} or {@code Gid}. */
    static int[] ids(String field) {
        String line = Proc.field(Proc.read("/proc/self/status"), field);
        if (line == null) {
            int id = fromHome(field.equals("Uid") ? "unix:uid" : "unix:gid");
            return new int[] {id, id};
        }
        return numbers(line);
    }

    /** The effective group is always among them. */
    static int[] groups() {
        String line = Proc.field(Proc.read("/proc/self/status"), "Groups");
        int[] groups = line == null || line.isEmpty() ? new int[0] : numbers(line);
        int[] own = ids("Gid");
        int effective = own[Math.min(1, own.length - 1)];
        return Arrays.stream(groups).anyMatch(group -> group == effective) ? groups : IntStream.concat(Arrays.stream(groups), IntStream.of(effective)).toArray();
    }

    private static int[] numbers(String line) {
        return Arrays.stream(line.split("\\s+")).mapToInt(Integer::parseUnsignedInt).toArray();
    }

    private static int fromHome(String attribute) {
        try {
            return (int) Files.getAttribute(Path.of(System.getProperty("user.home")), attribute);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return -1;
        }
    }

    /** The user, with what /etc/passwd adds to what Java knows. */
    public static Entry current() {
        int uid = ids("Uid")[0];
        int gid = ids("Gid")[0];
        String passwords = Proc.read("/etc/passwd");
        if (passwords != null) {
            for (String line : passwords.lines().toList()) {
                String[] parts = line.split(":");
                if (parts.length >= 6 && parts[2].equals(Integer.toString(uid))) {
                    return new Entry(uid, gid, parts[0], parts[5], parts.length > 6 ? parts[6] : "");
                }
            }
        }
        return new Entry(uid, gid, System.getProperty("user.name"), System.getProperty("user.home"), null);
    }
}
