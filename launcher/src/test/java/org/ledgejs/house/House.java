package org.ledgejs.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the modules of the runtime compile to, by internal name. The launcher is built last of them and sees all. */
final class House {

    /** The folders of the modules that run; {@code native} is a tool of the build. */
    static final List<String> MODULES = List.of("language", "wasm-interop", "hw-interop", "node-api", "launcher");

    static final Path ROOT = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();

    private House() {
    }

    /** Libraries of which a part is inside our jars. */
    private static final Pattern BUNDLED = Pattern.compile("org/brotli/dec/|io/airlift/compress/");

    /** The class files of one module that are ours. */
    static Map<String, ClassModel> classes(String module) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("target/classes"))) {
            Map<String, ClassModel> classes = new TreeMap<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".class") && !f.endsWith("module-info.class")).toList()) {
                ClassModel model = ClassFile.of().parse(file);
                if (!BUNDLED.matcher(model.thisClass().asInternalName()).lookingAt()) {
                    classes.put(model.thisClass().asInternalName(), model);
                }
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class files of all modules. */
    static Map<String, ClassModel> classes() {
        Map<String, ClassModel> classes = new TreeMap<>();
        MODULES.forEach(module -> classes.putAll(classes(module)));
        return classes;
    }

    /** Whether {@code name} inherits from one of Truffle's node classes. */
    static boolean isNode(String name, Map<String, ClassModel> classes) {
        String type = name;
        while (type != null && classes.get(type) != null) {
            type = classes.get(type).superclass().map(ClassEntry::asInternalName).orElse(null);
        }
        return type != null && type.startsWith("com/oracle/truffle/api/nodes/");
    }
}
