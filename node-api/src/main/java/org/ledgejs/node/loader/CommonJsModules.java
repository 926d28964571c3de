package org.ledgejs.node.loader;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.SyntheticModule;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;

/** CommonJS modules as ES modules import them: module.exports as default, and the names its text exports. */
final class CommonJsModules {
    private CommonJsModules() { }

    static ModuleRecord module(NodeRuntime node, String url, String path, String text) {
        Set<String> names = new LinkedHashSet<>();
        names.add("default");
        names.add("module.exports");
        names.addAll(ExportScanner.exportedNames(text));
        List<String> exportNames = new ArrayList<>(names);
        return new SyntheticModule(node.realm(), url, exportNames, module -> {
            Object exports = node.modules().requireFile(path);
            module.setExport("module.exports", exports);
            module.setExport("default", exports);
            for (String name : exportNames) {
                if (!name.equals("default") && !name.equals("module.exports")) {
                    module.setExport(name, member(exports, name));
                }
            }
        });
    }

    private static Object member(Object exports, String name) {
        Object key = PropertyKey.of(Strings.of(name));
        return exports instanceof JSObject object && object.hasProperty(key) ? ObjectOperations.get(object, key) : Undefined.INSTANCE;
    }
}
