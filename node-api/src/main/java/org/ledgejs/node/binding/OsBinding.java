package org.ledgejs.node.binding;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.binding.process.LibC;
import org.ledgejs.node.binding.process.Users;

/** Binding {@code os}: facts about the machine. */
final class OsBinding {
    static final PropertyTable TABLE = new PropertyTable()
            .method("getHostname", 0, asking("hostname", realm -> Strings.of(hostname())))
            .method("getOSInformation", 0, asking("release", OsBinding::information))
            .method("getUptime", 0, asking("uptime", realm -> Conversions.number(uptime())))
            .method("getTotalMem", 0, asking("memory", realm -> Conversions.number((double) memory("MemTotal", Runtime.getRuntime().maxMemory()))))
            .method("getFreeMem", 0, asking("memory", realm -> Conversions.number((double) memory("MemAvailable", Runtime.getRuntime().freeMemory()))))
            .method("getLoadAvg", 0, asking("load", OsBinding::loadAverage))
            .method("getCPUs", 0, asking("processors", Processors::list))
            .method("getInterfaceAddresses", 0, asking("network interfaces", NetworkInterfaces::list))
            .method("getHomeDirectory", 0, asking("home", realm -> Strings.of(home(realm))))
            .method("getTempDirectory", 0, asking("temp", realm -> Strings.of(System.getProperty("java.io.tmpdir"))))
            .method("getUserInfo", 0, asking("user", OsBinding::userInfo))
            .method("getAvailableParallelism", 0, (realm, thisValue, args) -> Runtime.getRuntime().availableProcessors())
            .method("getPriority", 1, (realm, thisValue, args) -> {
                realm.agent().permissions().process("priority");
                int priority = LibC.getPriority(Conversions.toInt32(args.get(0)));
                if (priority < LibC.FAILED) {
                    throw UvErrors.toGuest(new UvException(priority - LibC.FAILED, "uv_os_getpriority"));
                }
                return priority;
            })
            .method("setPriority", 2, (realm, thisValue, args) -> {
                realm.agent().permissions().process("priority");
                return LibC.setPriority(Conversions.toInt32(args.get(0)), Conversions.toInt32(args.get(1)));
            })
            .value("isBigEndian", ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN, PropertyFlags.DEFAULT);

    private OsBinding() { }

    private interface Fact {
        Object of(Realm realm);
    }

    private static Builtin.Body asking(String name, Fact fact) {
        return (realm, thisValue, args) -> {
            realm.agent().permissions().system(name);
            return fact.of(realm);
        };
    }

    private static String hostname() {
        String name = Proc.line("/proc/sys/kernel/hostname");
        if (name != null) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static Object information(Realm realm) {
        String name = System.getProperty("os.name");
        String system = name.startsWith("Windows") ? "Windows_NT" : name.startsWith("Mac") ? "Darwin" : name;
        String version = Proc.line("/proc/sys/kernel/version");
        String release = Proc.line("/proc/sys/kernel/osrelease");
        String javaVersion = System.getProperty("os.version");
        return strings(realm, system, version == null ? javaVersion : version, release == null ? javaVersion : release, machine());
    }

    private static JSArray strings(Realm realm, String... values) {
        Object[] result = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Strings.of(values[i]);
        }
        return JSArray.create(realm, result);
    }

    /** As uname -m says. */
    private static String machine() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (arch) {
            case "amd64" -> "x86_64";
            case "aarch64" -> System.getProperty("os.name").startsWith("Mac") ? "arm64" : "aarch64";
            case "arm" -> "armv7l";
            default -> arch;
        };
    }

    private static double uptime() {
        String line = Proc.line("/proc/uptime");
        return line == null ? System.nanoTime() / 1e9 : Double.parseDouble(line.substring(0, line.indexOf(' ')));
    }

    private static long memory(String field, long otherwise) {
        long bytes = Proc.kilobytes(Proc.read("/proc/meminfo"), field);
        return bytes < 0 ? otherwise : bytes;
    }

    private static Object loadAverage(Realm realm) {
        double[] values = new double[3];
        String line = Proc.line("/proc/loadavg");
        if (line != null) {
            String[] parts = line.split(" ");
            for (int i = 0; i < 3; i++) {
                values[i] = Double.parseDouble(parts[i]);
            }
        }
        return JSArray.create(realm, new Object[] {Conversions.number(values[0]), Conversions.number(values[1]), Conversions.number(values[2])});
    }

    private static String home(Realm realm) {
        String home = realm.agent().env().getEnvironment().get("HOME");
        return home != null && !home.isEmpty() ? home : System.getProperty("user.home");
    }

    private static JSObject userInfo(Realm realm) {
        Users.Entry user = Users.current();
        return new ObjectBuilder(realm).put("uid", user.uid()).put("gid", user.gid()).put("username", user.name()).put("homedir", user.home())
                .put("shell", user.shell() == null ? Null.INSTANCE : user.shell()).build();
    }

    /** The processors with their times, which Linux counts in hundredths of a second. */
    private static final class Processors {
        private static final long TICK_MILLIS = 10;

        static Object list(Realm realm) {
            String info = Proc.read("/proc/cpuinfo");
            List<String> models = values(info, "model name");
            List<String> speeds = values(info, "cpu MHz");
            List<Object> result = new ArrayList<>();
            String stat = Proc.read("/proc/stat");
            if (stat != null) {
                stat.lines().filter(line -> line.matches("cpu\\d+ .*")).forEach(line -> {
                    String[] parts = line.split(" ");
                    int i = result.size();
                    long mhz = Proc.number(Proc.line("/sys/devices/system/cpu/" + parts[0] + "/cpufreq/scaling_cur_freq"), 0) / 1000;
                    result.add(processor(realm, i < models.size() ? models.get(i) : "unknown",
                            mhz != 0 ? mhz : i < speeds.size() ? (long) Double.parseDouble(speeds.get(i)) : 0, parts));
                });
            }
            for (int i = result.size(); i < Runtime.getRuntime().availableProcessors() && stat == null; i++) {
                result.add(processor(realm, "unknown", 0, new String[] {"", "0", "0", "0", "0", "0", "0"}));
            }
            return JSArray.create(realm, result.toArray());
        }

        private static List<String> values(String info, String name) {
            return info == null ? List.of() : info.lines().filter(line -> line.startsWith(name)).map(line -> line.substring(line.indexOf(':') + 1).strip()).toList();
        }

        /** @param parts of a line of /proc/stat: user, nice, system, idle, iowait, irq */
        private static JSObject processor(Realm realm, String model, long speed, String[] parts) {
            JSObject times = new ObjectBuilder(realm).put("user", time(parts[1])).put("nice", time(parts[2])).put("sys", time(parts[3]))
                    .put("idle", time(parts[4])).put("irq", time(parts[6])).build();
            return new ObjectBuilder(realm).put("model", model).put("speed", speed).put("times", times).build();
        }

        private static long time(String ticks) {
            return Proc.number(ticks, 0) * TICK_MILLIS;
        }
    }
}
