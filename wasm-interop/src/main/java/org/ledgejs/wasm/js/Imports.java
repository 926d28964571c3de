package org.ledgejs.wasm.js;

import java.util.ArrayList;
import java.util.List;

import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.wasm.engine.Extern;
import org.ledgejs.wasm.engine.ExternType;
import org.ledgejs.wasm.engine.HostFunction;
import org.ledgejs.wasm.engine.ValueType;
import org.ledgejs.wasm.engine.WasmFunction;
import org.ledgejs.wasm.engine.WasmGlobal;
import org.ledgejs.wasm.engine.WasmMemory;
import org.ledgejs.wasm.engine.WasmModule;
import org.ledgejs.wasm.engine.WasmTable;
import org.ledgejs.wasm.engine.WasmTag;

/** "Read the imports": from the values of an import object to what the engine links. */
final class Imports {
    private final Realm realm;

    Imports(Realm realm) {
        this.realm = realm;
    }

    /** Where the value of an import comes from. */
    @FunctionalInterface
    interface Source {
        Object get(WasmModule.Import entry);
    }

    /** From an import object, which may only be left out if there is nothing to import. */
    static Source ofObject(WasmModule module, Object importObject) {
        if (!module.imports().isEmpty() && !(importObject instanceof JSObject)) {
            throw Errors.typeError("WebAssembly.Instance(): Imports argument must be present and must be an object");
        }
        return entry -> {
            Object from = ((JSObject) importObject).get(key(entry.module()));
            if (!ObjectOperations.isObject(from)) {
                throw Errors.typeError("WebAssembly.Instance(): Import #" + module.imports().indexOf(entry) + " \"" + entry.module() + "\": module is not an object or function");
            }
            return ObjectOperations.get(from, key(entry.name()));
        };
    }

    private static Object key(String name) {
        return PropertyKey.of(Strings.of(name));
    }

    List<Extern> read(WasmModule module, Source source) {
        List<Extern> externs = new ArrayList<>();
        for (WasmModule.Import entry : module.imports()) {
            externs.add(extern(entry, source.get(entry)));
        }
        return externs;
    }

    private Extern extern(WasmModule.Import entry, Object value) {
        return switch (entry.type()) {
            case ExternType.Function type -> function(entry, type, value);
            case ExternType.Global type -> global(entry, type, value);
            case ExternType.Memory type -> required(entry, WasmKind.MEMORY.of(value, WasmMemory.class), "memory import must be a WebAssembly.Memory object");
            case ExternType.Table type -> required(entry, WasmKind.TABLE.of(value, WasmTable.class), "table import requires a WebAssembly.Table");
            case ExternType.Tag type -> required(entry, WasmKind.TAG.of(value, WasmTag.class), "tag import requires a WebAssembly.Tag");
        };
    }

    private <T> T required(WasmModule.Import entry, T entity, String otherwise) {
        if (entity == null) {
            throw link(entry, otherwise);
        }
        return entity;
    }

    private JSException link(WasmModule.Import entry, String message) {
        return WasmErrorKind.LINK.create(realm, "WebAssembly.Instance(): Import \"" + entry.module() + "\" \"" + entry.name() + "\": " + message);
    }

    private Extern function(WasmModule.Import entry, ExternType.Function type, Object value) {
        if (!ObjectOperations.isCallable(value)) {
            throw link(entry, "function import requires a callable");
        }
        WasmFunction exported = ExportedFunction.of(value);
        if (exported != null) {
            return exported;
        }
        return (HostFunction) arguments -> {
            Object[] converted = new Object[arguments.length];
            for (int i = 0; i < converted.length; i++) {
                converted[i] = WasmValues.toJS(realm, arguments[i]);
            }
            return WasmValues.resultsToWasm(ObjectOperations.call(value, Undefined.INSTANCE, converted), type.results());
        };
    }

    private Extern global(WasmModule.Import entry, ExternType.Global type, Object value) {
        WasmGlobal global = WasmKind.GLOBAL.of(value, WasmGlobal.class);
        if (global != null) {
            return global;
        }
        ValueType.Kind kind = type.value().kind();
        boolean fits = switch (kind) {
            case I32, F32, F64 -> value instanceof Number;
            case I64 -> value instanceof BigInt;
            case V128 -> false;
            default -> true;
        };
        if (type.mutable() || !fits) {
            throw link(entry, type.mutable() ? "imported mutable global must be a WebAssembly.Global object"
                    : kind == ValueType.Kind.I64 ? "global import must be a BigInt" : "global import must be a number, valid Wasm reference, or WebAssembly.Global object");
        }
        try {
            return new WasmGlobal(WasmRealm.of(realm).store(), type.value(), false, WasmValues.toWasm(value, type.value()));
        } catch (JSException e) {
            throw link(entry, "imported global has the wrong type");
        }
    }
}
