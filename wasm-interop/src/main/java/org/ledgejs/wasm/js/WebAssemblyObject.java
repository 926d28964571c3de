package org.ledgejs.wasm.js;

import java.util.function.Supplier;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.wasm.engine.WasmEngine;
import org.ledgejs.wasm.engine.WasmModule;

/** The WebAssembly namespace (WebAssembly JavaScript Interface, "The WebAssembly Namespace"). */
final class WebAssemblyObject {
    private static final PropertyTable TABLE = new PropertyTable()
            .method("compile", 1, WebAssemblyObject::compile)
            .method("validate", 1, (realm, thisValue, args) -> WasmEngine.validate(ModuleClass.bytes(args.get(0), "WebAssembly.validate()")))
            .method("instantiate", 1, WebAssemblyObject::instantiate)
            .toStringTag("WebAssembly");

    private WebAssemblyObject() { }

    static JSObject create(Realm realm) {
        JSObject object = JSObject.create(realm);
        TABLE.define(realm, object);
        WasmRealm wasm = WasmRealm.of(realm);
        for (WasmKind kind : WasmKind.values()) {
            object.define(PropertyKey.of(kind.className()), wasm.prototype(kind).get(PropertyKey.of("constructor")), PropertyFlags.METHOD);
        }
        for (WasmErrorKind error : WasmErrorKind.values()) {
            object.define(PropertyKey.of(error.errorName()), wasm.errorPrototype(error).get(PropertyKey.of("constructor")), PropertyFlags.METHOD);
        }
        object.define(PropertyKey.of("JSTag"), WasmObjects.toJS(realm, wasm.store().hostTag()), PropertyFlags.NOT_ENUMERABLE | PropertyFlags.NOT_WRITABLE);
        return object;
    }

    /** A promise of what the action gives; as in engines that compile elsewhere, never settled before the caller goes on. */
    private static JSPromise promise(Realm realm, Supplier<Object> action) {
        JSPromise promise = Promises.create(realm);
        try {
            Promises.resolve(promise, action.get());
        } catch (JSException e) {
            Promises.reject(promise, e.value());
        }
        return promise;
    }

    private static WasmModule compiled(Realm realm, byte[] bytes, String where) {
        return WasmErrors.guarded(realm, where, () -> WasmEngine.compile(bytes));
    }

    private static Object compile(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        return promise(realm, () -> {
            byte[] bytes = ModuleClass.bytes(args.get(0), "WebAssembly.compile()");
            return WasmRealm.of(realm).entity(WasmKind.MODULE, compiled(realm, bytes, "WebAssembly.compile()"));
        });
    }

    /** Of bytes: module and instance; of a module: the instance. */
    private static Object instantiate(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        return promise(realm, () -> {
            Object imports = args.get(1);
            if (imports != Undefined.INSTANCE && !(imports instanceof JSObject)) {
                throw Errors.typeError("WebAssembly.instantiate(): Argument 1 must be an object");
            }
            JSObject prototype = WasmRealm.of(realm).prototype(WasmKind.INSTANCE);
            WasmModule given = WasmKind.MODULE.of(args.get(0), WasmModule.class);
            if (given != null) {
                return InstanceClass.create(realm, given, imports, prototype);
            }
            WasmModule module = compiled(realm, ModuleClass.bytes(args.get(0), "WebAssembly.instantiate()"), "WebAssembly.instantiate()");
            JSObject result = JSObject.create(realm);
            ObjectOperations.createDataProperty(result, PropertyKey.of("module"), WasmRealm.of(realm).entity(WasmKind.MODULE, module));
            ObjectOperations.createDataProperty(result, PropertyKey.of("instance"), InstanceClass.create(realm, module, imports, prototype));
            return result;
        });
    }
}
