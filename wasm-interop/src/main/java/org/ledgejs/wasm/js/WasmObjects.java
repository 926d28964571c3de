package org.ledgejs.wasm.js;

import java.util.LinkedHashMap;
import java.util.Map;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.wasm.engine.Extern;
import org.ledgejs.wasm.engine.HostFunction;
import org.ledgejs.wasm.engine.WasmFunction;
import org.ledgejs.wasm.engine.WasmGlobal;
import org.ledgejs.wasm.engine.WasmInstance;
import org.ledgejs.wasm.engine.WasmMemory;
import org.ledgejs.wasm.engine.WasmModule;
import org.ledgejs.wasm.engine.WasmObject;
import org.ledgejs.wasm.engine.WasmTable;
import org.ledgejs.wasm.engine.WasmTag;

/** From entities of the engine to their objects. */
final class WasmObjects {
    private WasmObjects() { }

    static Object toJS(Realm realm, Extern extern) {
        return switch (extern) {
            case WasmFunction function -> ExportedFunction.create(realm, function);
            case WasmMemory memory -> WasmMemoryBuffer.object(realm, memory);
            case WasmTable table -> peer(realm, WasmKind.TABLE, table);
            case WasmGlobal global -> peer(realm, WasmKind.GLOBAL, global);
            case WasmTag tag -> peer(realm, WasmKind.TAG, tag);
            case HostFunction host -> throw new IllegalArgumentException("a host function is no export");
        };
    }

    private static JSObject peer(Realm realm, WasmKind kind, WasmObject entity) {
        if (!(entity.peer() instanceof JSObject)) {
            entity.setPeer(WasmRealm.of(realm).entity(kind, entity));
        }
        return (JSObject) entity.peer();
    }

    static WasmInstance instantiate(Realm realm, WasmModule module, Imports.Source source, String where) {
        var imports = new Imports(realm).read(module, source);
        return WasmErrors.guarded(realm, where, () -> WasmRealm.of(realm).store().instantiate(module, imports));
    }

    /** Exports by name, as values of the language. */
    static Map<String, Object> exports(Realm realm, WasmInstance instance) {
        Map<String, Object> exports = new LinkedHashMap<>();
        instance.exports().forEach((name, extern) -> exports.put(name, toJS(realm, extern)));
        return exports;
    }

    /** The frozen exports object of an instance. */
    static JSObject exportsObject(Realm realm, WasmInstance instance) {
        JSObject exports = JSObject.create((JSObject) null);
        exports(realm, instance).forEach((name, value) -> exports.define(PropertyKey.of(Strings.of(name)), value, PropertyFlags.DEFAULT));
        ObjectOperations.setIntegrityLevel(exports, true);
        return exports;
    }
}
