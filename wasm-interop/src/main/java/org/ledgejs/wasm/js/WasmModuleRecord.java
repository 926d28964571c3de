package org.ledgejs.wasm.js;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ledgejs.language.runtime.ModuleLoading;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.SyntheticModule;
import org.ledgejs.wasm.engine.WasmEngine;
import org.ledgejs.wasm.engine.WasmGlobal;
import org.ledgejs.wasm.engine.WasmInstance;
import org.ledgejs.wasm.engine.WasmModule;

/**
 * A {@code .wasm} file as an ES module (WebAssembly/ES Module Integration): its imports are modules by their specifiers, its exports are named
 * exports, globals by their value.
 */
final class WasmModuleRecord {
    private WasmModuleRecord() { }

    static ModuleRecord load(Realm realm, String url, byte[] bytes) {
        WasmModule module = WasmErrors.guarded(realm, "WebAssembly.Module(): " + url, () -> WasmEngine.compile(bytes));
        List<String> names = new ArrayList<>();
        for (WasmModule.Export export : module.exports()) {
            names.add(export.name());
        }
        return new SyntheticModule(realm, url, names, record -> evaluate(realm, record, module));
    }

    private static void evaluate(Realm realm, SyntheticModule record, WasmModule module) {
        Map<String, ModuleRecord> imported = new LinkedHashMap<>();
        for (WasmModule.Import entry : module.imports()) {
            imported.computeIfAbsent(entry.module(), specifier -> {
                ModuleRecord dependency = ModuleLoading.load(realm, record, specifier, Map.of());
                ModuleLoading.run(dependency);
                return dependency;
            });
        }
        WasmInstance instance = WasmObjects.instantiate(realm, module,
                entry -> ObjectOperations.get(imported.get(entry.module()).namespace(), PropertyKey.of(Strings.of(entry.name()))),
                "WebAssembly.Instance(): " + record.name());
        instance.exports().forEach((name, extern) -> record.setExport(name,
                extern instanceof WasmGlobal global ? WasmValues.toJS(realm, global.get()) : WasmObjects.toJS(realm, extern)));
    }
}
