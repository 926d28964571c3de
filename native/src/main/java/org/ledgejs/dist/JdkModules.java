package org.ledgejs.dist;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The modules of the running JDK as {@code .jmod} files, which {@code jlink} needs to put a foreign
 * {@code jdk.graal.compiler} into a runtime.
 *
 * <p>A JDK with a {@code jmods} folder has them already. One without (JEP 493) links from its own
 * {@code lib/modules}, but then always takes its own placeholder of the compiler module, so the
 * packages are written again: classes from the {@code jrt:} file system, everything else by the file
 * lists such a JDK keeps for its own {@code jlink}.
 */
final class JdkModules {

    /** Where {@code jdk.jlink} keeps one {@code fs_MODULE_files} a module; lines {@code type|flag|hash|path}. */
    private static final String FILE_LISTS = "jdk.jlink/jdk/tools/jlink/internal/runtimelink";

    /** Classes that jlink generates for one particular image and that must not travel into another. */
    private static final Pattern GENERATED = Pattern.compile(
            "jdk/internal/module/SystemModules\\$(all|default|\\d+)\\.class"
                    + "|java/lang/invoke/BoundMethodHandle\\$Species_(?!L\\.class).*");

    private final Path home;
    private final Path modules;

    private JdkModules(Path home) {
        this.home = home;
        FileSystem jrt = FileSystems.getFileSystem(URI.create("jrt:/"));
        this.modules = jrt.getPath("/modules");
    }

    /**
     * The folder with the packages of {@code roots} and of all they need, written below {@code work}
     * unless this JDK brings them.
     */
    static Path packages(Collection<String> roots, Path work) throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        Path shipped = home.resolve("jmods");
        if (Files.isDirectory(shipped)) {
            return shipped;
        }
        Path jmods = Files.createDirectories(work.resolve("jmods"));
        JdkModules jdk = new JdkModules(home);
        for (String module : closure(roots)) {
            Path jmod = jmods.resolve(module + ".jmod");
            if (!Files.exists(jmod)) {
                jdk.write(module, jmod, work.resolve("unpacked").resolve(module));
            }
        }
        Trees.delete(work.resolve("unpacked"));
        return jmods;
    }

    /** {@code roots} and what they require, without the compiler's placeholder. */
    static SortedSet<String> closure(Collection<String> roots) {
        SortedSet<String> all = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (all.add(name)) {
                ModuleLayer.boot().findModule(name)
                        .map(Module::getDescriptor)
                        .or(() -> java.lang.module.ModuleFinder.ofSystem().find(name).map(r -> r.descriptor()))
                        .orElseThrow(() -> new IllegalStateException("This JDK has no module " + name))
                        .requires().stream()
                        .filter(r -> !r.modifiers().contains(java.lang.module.ModuleDescriptor.Requires.Modifier.STATIC))
                        .forEach(r -> open.push(r.name()));
            }
        }
        return all;
    }

    private void write(String module, Path jmod, Path unpacked) throws IOException {
        Trees.delete(unpacked);
        Path classes = unpacked.resolve("classes");
        copyClasses(module, classes);
        List<String> command = new ArrayList<>(List.of("create",
                "--class-path", classes.toString(),
                "--module-version", Runtime.version().toString().replaceAll("[+-].*", ""),
                "--target-platform", platform()));
        copyFiles(module, unpacked, command);
        command.add(jmod.toString());
        Tools.run("jmod", command);
        Trees.delete(unpacked);
    }

    private void copyClasses(String module, Path to) throws IOException {
        Path from = modules.resolve(module);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = from.relativize(file).toString();
                if (!GENERATED.matcher(name).matches() && !(module + "/" + name).startsWith(FILE_LISTS)) {
                    Path copy = to.resolve(name);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** Lays the files outside {@code lib/modules} out by section and appends the sections to {@code command}. */
    private void copyFiles(String module, Path unpacked, List<String> command) throws IOException {
        Path list = modules.resolve(FILE_LISTS).resolve("fs_" + module + "_files");
        if (!Files.exists(list)) {
            return;
        }
        for (String line : Files.readAllLines(list)) {
            String path = line.substring(line.lastIndexOf('|') + 1);
            int slash = path.indexOf('/');
            if (slash < 0 || !Files.isRegularFile(home.resolve(path))) {
                continue;
            }
            Path copy = unpacked.resolve(path);
            Files.createDirectories(copy.getParent());
            Files.copy(home.resolve(path), copy);
        }
        section(unpacked, "bin", "--cmds", command);
        section(unpacked, "conf", "--config", command);
        section(unpacked, "lib", "--libs", command);
        section(unpacked, "legal", "--legal-notices", command);
        section(unpacked, "include", "--header-files", command);
    }

    /** Legal notices are stored a folder a module ({@code legal/java.base}), the other sections are not. */
    private static void section(Path unpacked, String folder, String option, List<String> command) throws IOException {
        Path root = unpacked.resolve(folder);
        if (!Files.isDirectory(root)) {
            return;
        }
        if (folder.equals("legal")) {
            try (Stream<Path> children = Files.list(root)) {
                root = children.findFirst().orElse(root);
            }
        }
        command.add(option);
        command.add(root.toString());
    }

    /** The platform name jlink checks, as {@code linux-amd64}. */
    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
        String name = os.startsWith("mac") ? "macos" : os.startsWith("windows") ? "windows" : "linux";
        return name + "-" + System.getProperty("os.arch").replace("x86_64", "amd64");
    }
}
