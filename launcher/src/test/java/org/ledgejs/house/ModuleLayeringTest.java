package org.ledgejs.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Which module may know which, and where the libraries of others may be seen: docs/architecture.md, held against the class files. */
class ModuleLayeringTest {

    private static final Pattern DESCRIPTOR = Pattern.compile("L([\\w/$]+);");

    private static final Map<String, String> PACKAGES = Map.of("language", "org/ledgejs/language/", "wasm-interop", "org/ledgejs/wasm/",
            "hw-interop", "org/ledgejs/hardware/", "node-api", "org/ledgejs/node/", "launcher", "org/ledgejs/launcher/");

    /** The launcher knows none of them: it speaks polyglot. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.of("language", Set.of(), "wasm-interop", Set.of("language"),
            "hw-interop", Set.of("language"), "node-api", Set.of("language"), "launcher", Set.of());

    /** Only classes whose names begin with {@code where} may use those that begin with {@code library}. */
    private record Home(String library, String where) { }

    private static final List<Home> HOMES = List.of(
            new Home("io/netty/", "org/ledgejs/node/"),
            new Home("org/brotli/", "org/ledgejs/node/binding/zlib/"),
            new Home("io/airlift/", "org/ledgejs/node/binding/zlib/"),
            new Home("run/endive/", "org/ledgejs/wasm/engine/"),
            new Home("com/diozero/", "org/ledgejs/hardware/"),
            new Home("com/oracle/truffle/regex/", "nobody: TRegex is spoken to as a language"));

    @Test
    void modulesKnowOnlyThoseBelowThem() {
        Set<String> broken = new TreeSet<>();
        for (String module : House.MODULES) {
            Map<String, ClassModel> classes = House.classes(module);
            assertTrue(classes.keySet().stream().allMatch(name -> name.startsWith(PACKAGES.get(module))), module + " has packages of others");
            for (String other : House.MODULES) {
                if (!other.equals(module) && !MAY_KNOW.get(module).contains(other)) {
                    broken.addAll(uses(classes.values(), PACKAGES.get(other)));
                }
            }
        }
        assertEquals(Set.of(), broken);
    }

    @Test
    void librariesOfOthersHaveOneHome() {
        Collection<ClassModel> classes = House.classes().values();
        Set<String> broken = new TreeSet<>();
        for (Home home : HOMES) {
            Set<String> uses = uses(classes, home.library());
            uses.stream().filter(use -> !use.startsWith(home.where())).forEach(broken::add);
            assertEquals(home.where().startsWith("nobody"), uses.isEmpty(), home.toString());
        }
        assertEquals(Set.of(), broken);
    }

    @Test
    void hardwareKnowsJavaScriptOnlyWhereItIsJoinedToIt() {
        Set<String> uses = uses(House.classes("hw-interop").values(), PACKAGES.get("language"));
        assertEquals(Set.of(), new TreeSet<>(uses.stream().filter(use -> !use.startsWith("org/ledgejs/hardware/js/")).toList()));
    }

    @Test
    void theWasmEngineKnowsNoJavaScript() {
        Set<String> uses = uses(House.classes("wasm-interop").values(), PACKAGES.get("language"));
        assertEquals(Set.of(), new TreeSet<>(uses.stream().filter(use -> use.startsWith("org/ledgejs/wasm/engine/")).toList()));
    }

    /** {@code A uses B} for every class named in {@code classes} that begins with {@code prefix}. */
    private static Set<String> uses(Collection<ClassModel> classes, String prefix) {
        Set<String> uses = new TreeSet<>();
        for (ClassModel model : classes) {
            for (String name : references(model)) {
                if (name.startsWith(prefix)) {
                    uses.add(model.thisClass().asInternalName() + " uses " + name);
                }
            }
        }
        return uses;
    }

    private static Set<String> references(ClassModel model) {
        Set<String> names = new TreeSet<>();
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry type when !type.asInternalName().startsWith("[") -> names.add(type.asInternalName());
                case Utf8Entry text -> {
                    for (Matcher matcher = DESCRIPTOR.matcher(text.stringValue()); matcher.find();) {
                        names.add(matcher.group(1));
                    }
                }
                default -> { }
            }
        }
        return names;
    }
}
