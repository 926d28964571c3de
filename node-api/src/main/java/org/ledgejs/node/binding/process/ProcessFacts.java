package org.ledgejs.node.binding.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.binding.ObjectBuilder;
import org.ledgejs.node.binding.Proc;

/** The constants of binding {@code process}. */
final class ProcessFacts {
    /** The level of Node's API that Ledge follows. */
    private static final String NODE_VERSION = "24.0.0";
    /** The number of Node 24's binary interface, by which packages choose prebuilt files. */
    private static final String NODE_MODULE_VERSION = "137";

    private ProcessFacts() { }

    static void define(Realm realm, ObjectBuilder target) {
        Agent agent = realm.agent();
        ProgramArguments program = ProgramArguments.of(agent);
        String execPath = execPath();
        target.put("argv", strings(realm, argv(agent, program, execPath)))
                .put("execPath", execPath)
                .put("execArgv", strings(realm, program.execArgv()))
                .put("platform", platform())
                .put("arch", arch())
                .put("version", "v" + NODE_VERSION)
                .put("versions", versions(realm))
                .put("title", "ledge")
                .put("evalSource", program.evalSource())
                .put("features", JSObject.create(realm))
                .put("release", new ObjectBuilder(realm).put("name", "node").build());
    }

    /** From /proc if it is there: Java's handles of processes start a thread. */
    static long pid() {
        String stat = Proc.line("/proc/self/stat");
        return stat == null ? ProcessHandle.current().pid() : Long.parseLong(stat.substring(0, stat.indexOf(' ')));
    }

    static long parentPid() {
        long parent = Proc.stat("/proc/self/stat")[1];
        return parent != 0 ? parent : ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    }

    private static List<String> argv(Agent agent, ProgramArguments program, String execPath) {
        List<String> argv = new ArrayList<>();
        String called = Environment.of(agent).argv0();
        argv.add(called == null ? execPath : called);
        if (program.script() != null) {
            argv.add(program.script());
        }
        argv.addAll(List.of(agent.env().getApplicationArguments()));
        return argv;
    }

    private static JSArray strings(Realm realm, List<String> values) {
        return JSArray.create(realm, values.stream().map(value -> (Object) Strings.of(value)).toArray());
    }

    private static JSObject versions(Realm realm) {
        String ledge = ProcessFacts.class.getModule().getDescriptor() != null
                ? ProcessFacts.class.getModule().getDescriptor().rawVersion().orElse("0.1.0") : "0.1.0";
        return new ObjectBuilder(realm).put("node", NODE_VERSION).put("ledge", ledge).put("java", System.getProperty("java.version"))
                .put("modules", NODE_MODULE_VERSION).build();
    }

    /** The command people start, where this is its runtime; else the virtual machine. */
    private static String execPath() {
        Path home = Path.of(System.getProperty("java.home"));
        Path command = home.resolve("../../bin/ledge").normalize();
        if (Files.isExecutable(command)) {
            return command.toString();
        }
        try {
            return Path.of("/proc/self/exe").toRealPath().toString();
        } catch (IOException | SecurityException e) {
            return home.resolve("bin/java").toString();
        }
    }

    static String platform() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "win32" : name.startsWith("mac") ? "darwin" : name.replace(" ", "");
    }

    private static String arch() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (arch) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64" -> "arm64";
            case "x86", "i386", "i686" -> "ia32";
            case "ppc64le" -> "ppc64";
            default -> arch;
        };
    }
}
