package org.ledgejs.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The Java runtime inside a distribution, with Truffle and its tools as modules of it: what is in the image is
 * found without searching and need not be opened. With the compiler, {@code jdk.graal.compiler} is the real one
 * instead of the JDK's placeholder, so no {@code --upgrade-module-path} is needed and the JDK's AOT cache works.
 */
final class RuntimeImage {

    /** JDK modules that Truffle, Netty, Endive, diozero and we use; {@code java.sql} for Truffle's host objects alone. */
    private static final List<String> JDK = List.of("java.base", "java.logging", "java.management", "java.naming", "java.sql",
            "jdk.charsets", "jdk.management", "jdk.net", "jdk.unsupported", "jdk.zipfs");
    /** What Graal compiles through; only a runtime with the compiler has it. */
    private static final String JVMCI = "jdk.internal.vm.ci";

    /** Half the size; what a start needs comes from the AOT cache and not from here. */
    private static final String COMPRESSION = "zip-6";

    private RuntimeImage() {
    }

    /**
     * Links the runtime into {@code to}, unless it stands there already from the same JDK and modules.
     *
     * @param graal jars of the modules that go into the image, by module name; the compiler may be among them
     * @param sites writes out the call sites of their classes
     * @param work  folder for the JDK's packages, kept between builds
     */
    static void link(Path to, Map<String, Path> graal, PlainCallSites sites, Path work) throws IOException {
        boolean compiler = graal.containsKey("jdk.graal.compiler");
        Set<String> modules = new TreeSet<>(JDK);
        if (compiler) {
            modules.add(JVMCI);
        }
        Stamp stamp = new Stamp(to.resolve("lib/ledge-runtime.txt"), System.getProperty("java.vendor.version"), Runtime.version(), modules,
                COMPRESSION, PlainCallSites.class.getSimpleName())
                .from(graal.values());
        if (stamp.isCurrent()) {
            return;
        }
        List<String> path = new ArrayList<>();
        for (Path jar : graal.values()) {
            Path plain = work.resolve("plain").resolve(jar.getFileName());
            sites.rewrite(jar, plain);
            path.add(plain.toString());
        }
        path.add(JdkModules.packages(modules, Files.createDirectories(work)).toString());
        modules.addAll(graal.keySet());
        Trees.delete(to);
        Files.createDirectories(to.getParent());
        Tools.run("jlink", List.of("--module-path", String.join(File.pathSeparator, path),
                "--add-modules", modules.stream().collect(Collectors.joining(",")),
                "--output", to.toString(), "--no-header-files", "--no-man-pages", "--compress", COMPRESSION));
        if (compiler) {
            checkVersions(to);
        }
        stamp.write();
    }

    /** Graal refuses a JDK older than itself, at run time and silently; here it is said. */
    private static void checkVersions(Path runtime) throws IOException {
        Tools.exec(runtime, Map.of(), List.of(runtime.resolve("bin/java").toString(),
                "-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI",
                "-m", "jdk.graal.compiler/jdk.graal.compiler.hotspot.JVMCIVersionCheck"));
    }
}
