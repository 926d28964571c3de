package org.ledgejs.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The Java runtime inside a distribution. With the compiler, {@code jdk.graal.compiler} is the real one
 * instead of the JDK's placeholder, so no {@code --upgrade-module-path} is needed and the JDK's archives
 * (class data, AOT cache) stay usable.
 */
final class RuntimeImage {

    /** JDK modules that Truffle, Netty, Endive, diozero and we use. */
    static final List<String> BASE = List.of("java.base", "java.logging", "java.management", "java.naming",
            "jdk.charsets", "jdk.management", "jdk.net", "jdk.unsupported", "jdk.zipfs");

    private RuntimeImage() {
    }

    /**
     * Links the runtime into {@code to}, unless it stands there already for the same JDK and compiler.
     *
     * @param compiler jars of the Graal compiler and what it requires; empty for an interpreter-only runtime
     * @param work     folder for the JDK's packages, kept between builds
     */
    static void link(Path to, List<Path> compiler, Path work) throws IOException {
        List<String> modules = new ArrayList<>(BASE);
        if (!compiler.isEmpty()) {
            modules.add("jdk.internal.vm.ci");
        }
        String key = "jdk " + System.getProperty("java.vendor.version") + " " + Runtime.version()
                + "\nmodules " + modules + "\nwith "
                + compiler.stream().map(p -> p.getFileName().toString()).collect(Collectors.joining(" "));
        Path stamp = to.resolve("lib/ledge-runtime.txt");
        if (Files.exists(stamp) && Files.readString(stamp).equals(key)) {
            return;
        }
        Path packages = JdkModules.packages(modules, Files.createDirectories(work));
        Trees.delete(to);
        Files.createDirectories(to.getParent());
        String path = compiler.stream().map(p -> p + File.pathSeparator).collect(Collectors.joining()) + packages;
        String roots = String.join(",", modules) + (compiler.isEmpty() ? "" : ",jdk.graal.compiler");
        Tools.run("jlink", List.of("--module-path", path, "--add-modules", roots, "--output", to.toString(),
                "--no-header-files", "--no-man-pages"));
        if (!compiler.isEmpty()) {
            checkVersions(to);
        }
        Files.writeString(stamp, key);
    }

    /** Graal refuses a JDK older than itself, at run time and silently; here it is said. */
    private static void checkVersions(Path runtime) throws IOException {
        Tools.exec(runtime, Map.of(), List.of(runtime.resolve("bin/java").toString(),
                "-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI",
                "--add-exports=jdk.graal.compiler/jdk.graal.compiler.hotspot=ALL-UNNAMED",
                "-m", "jdk.graal.compiler/jdk.graal.compiler.hotspot.JVMCIVersionCheck"));
    }
}
