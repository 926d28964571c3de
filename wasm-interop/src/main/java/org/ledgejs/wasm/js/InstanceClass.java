package org.ledgejs.wasm.js;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.wasm.engine.WasmInstance;
import org.ledgejs.wasm.engine.WasmModule;

/** WebAssembly.Instance. */
final class InstanceClass {
    static final WasmClass CLASS = WasmClass.of(WasmKind.INSTANCE, 1, InstanceClass::construct, new PropertyTable(), new PropertyTable()
            .getter("exports", (realm, thisValue, args) ->
                    WasmKind.INSTANCE.require(thisValue, InstanceObject.class, "WebAssembly.Instance.exports").exports()));

    private InstanceClass() { }

    private static Object construct(Realm realm, JSObject prototype, Args args) {
        WasmModule module = WasmKind.MODULE.of(args.get(0), WasmModule.class);
        if (module == null) {
            throw Errors.typeError("WebAssembly.Instance(): Argument 0 must be a WebAssembly.Module");
        }
        return create(realm, module, args.get(1), prototype);
    }

    static JSObject create(Realm realm, WasmModule module, Object importObject, JSObject prototype) {
        WasmInstance instance = WasmObjects.instantiate(realm, module, Imports.ofObject(module, importObject), "WebAssembly.Instance()");
        return new WasmEntity<>(prototype, WasmKind.INSTANCE, new InstanceObject(WasmObjects.exportsObject(realm, instance)));
    }
}
