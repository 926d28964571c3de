package org.ledgejs.node.loader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.SyntheticModule;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;

import com.oracle.truffle.api.strings.TruffleString;

/** CommonJS modules as ES modules import them: module.exports as default, and the names its text exports. */
final class CommonJsModules {
    private static final String WHOLE = "module.exports";
    private static final String DEFAULT = "default";

    private final NodeRuntime node;
    private final ModuleFiles files;
    private final Map<String, CommonJsExports.Found> found = new HashMap<>();

    CommonJsModules(NodeRuntime node, ModuleFiles files) {
        this.node = node;
        this.files = files;
    }

    /** How the module is run. */
    @FunctionalInterface
    interface Evaluation {
        /** @return module.exports */
        Object run();
    }

    ModuleRecord module(String url, String path, String text, Evaluation evaluation) {
        Set<String> names = new LinkedHashSet<>();
        names.add(DEFAULT);
        names.add(WHOLE);
        addNames(path, text, names, new HashSet<>());
        List<String> exportNames = new ArrayList<>(names);
        SyntheticModule module = new SyntheticModule(node.realm(), url, exportNames, made -> {
            Object exports = evaluation.run();
            made.setExport(WHOLE, exports);
            made.setExport(DEFAULT, exports);
            for (String name : exportNames) {
                if (!name.equals(DEFAULT) && !name.equals(WHOLE)) {
                    made.setExport(name, member(exports, name));
                }
            }
        });
        module.setMissingExport(CommonJsModules::missingExport);
        return module;
    }

    /** An error of a getter is not the importer's. */
    private static Object member(Object exports, String name) {
        Object key = PropertyKey.of(Strings.of(name));
        try {
            return exports instanceof JSObject object && object.hasProperty(key) ? ObjectOperations.get(object, key) : Undefined.INSTANCE;
        } catch (JSException e) {
            return Undefined.INSTANCE;
        }
    }

    private static String missingExport(String specifier, String name, String line) {
        int open = line.indexOf('{');
        int close = line.indexOf('}', open + 1);
        String members = open < 0 || close < 0 ? "" : "const " + line.substring(open, close + 1).replaceAll("\\s+as\\s+", ": ") + " = pkg;\n";
        return "Named export '" + name + "' not found. The requested module '" + specifier + "' is a CommonJS module, which may not support all module.exports as"
                + " named exports.\nCommonJS modules can always be imported via the default export, for example using:\n\nimport pkg from '" + specifier + "';\n"
                + members;
    }

    private void addNames(String path, String text, Set<String> names, Set<String> seen) {
        if (!seen.add(path)) {
            return;
        }
        CommonJsExports.Found here = found.computeIfAbsent(path, key -> CommonJsExports.in(text));
        names.addAll(here.names());
        for (String specifier : here.reexports()) {
            String url = resolve(specifier, path);
            if (url == null) {
                continue;
            }
            if (!FileUrls.isFileUrl(url)) {
                addMembers(node.builtins().requireUrl(url), names);
                continue;
            }
            String other = FileUrls.toPath(url);
            ModuleFormat format = ModuleFormat.of(other, node.modules().packages());
            if (format == ModuleFormat.COMMONJS || format == ModuleFormat.UNKNOWN) {
                try {
                    addNames(other, files.readText(other), names, seen);
                } catch (IOException e) {
                    // Running the module says so.
                }
            }
        }
    }

    private static void addMembers(Object exports, Set<String> names) {
        if (exports instanceof JSObject object) {
            for (Object key : object.ownPropertyKeys()) {
                if (key instanceof TruffleString) {
                    names.add(PropertyKey.toDisplay(key));
                }
            }
        }
    }

    /** Null for what is not there: running the module says so. */
    private String resolve(String specifier, String from) {
        try {
            return RequireTargets.resolve(node, specifier, from);
        } catch (JSException e) {
            return null;
        }
    }

    /** Importing a module that requires its importer. */
    static JSException cycle(NodeRuntime node, String specifier, String parent) {
        return NodeErrors.create(node.realm(), Intrinsic.ERROR_PROTOTYPE, "ERR_REQUIRE_CYCLE_MODULE", "Cannot import CommonJS Module " + specifier + " in a cycle."
                + (parent == null ? "" : " (from " + parent + ")"));
    }
}
