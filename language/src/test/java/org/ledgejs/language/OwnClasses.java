package org.ledgejs.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The class files of the engine, by internal name ({@code org/ledgejs/language/runtime/Realm}), generated ones among them. */
record OwnClasses(Map<String, ClassModel> byName) {

    static final String ROOT = "org/ledgejs/language";

    static OwnClasses read() {
        try (Stream<Path> files = Files.walk(Path.of(LedgeLanguage.class.getProtectionDomain().getCodeSource().getLocation().toURI()))) {
            Map<String, ClassModel> byName = new TreeMap<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".class") && !f.endsWith("module-info.class")).toList()) {
                ClassModel model = ClassFile.of().parse(file);
                byName.put(model.thisClass().asInternalName(), model);
            }
            return new OwnClasses(byName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether {@code name} is one of {@code ancestors} or inherits from one, as far as our own classes tell. */
    boolean inherits(String name, Iterable<String> ancestors) {
        for (String type = name; type != null; type = superclass(type)) {
            for (String ancestor : ancestors) {
                if (type.equals(ancestor)) {
                    return true;
                }
            }
        }
        return false;
    }

    private String superclass(String name) {
        ClassModel model = byName.get(name);
        return model == null ? null : model.superclass().map(ClassEntry::asInternalName).orElse(null);
    }

    /** The class a field holds, or an array of it holds; a descriptor of one letter for primitives. */
    static String heldType(FieldModel field) {
        String element = field.fieldType().stringValue().replaceFirst("^\\[+", "");
        return element.startsWith("L") ? element.substring(1, element.length() - 1) : element;
    }

    /** {@code runtime} for {@code org/ledgejs/language/runtime/Realm}, empty for classes of the root package. */
    static String packageOf(String name) {
        String folder = name.substring(0, name.lastIndexOf('/'));
        return folder.equals(ROOT) ? "" : folder.substring(ROOT.length() + 1).replace('/', '.');
    }
}
