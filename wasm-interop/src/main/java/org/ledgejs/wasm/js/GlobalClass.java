package org.ledgejs.wasm.js;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.wasm.engine.ValueType;
import org.ledgejs.wasm.engine.WasmGlobal;

/** WebAssembly.Global. */
final class GlobalClass {
    static final WasmClass CLASS = WasmClass.of(WasmKind.GLOBAL, 1, GlobalClass::construct, new PropertyTable(), new PropertyTable()
            .method("valueOf", 0, (realm, thisValue, args) -> get(realm, thisValue, "valueOf()"))
            .accessor("value", (realm, thisValue, args) -> get(realm, thisValue, "value"), GlobalClass::set));

    private GlobalClass() { }

    private static WasmGlobal global(Object value, String method) {
        return WasmKind.GLOBAL.require(value, WasmGlobal.class, "WebAssembly.Global." + method);
    }

    private static Object construct(Realm realm, JSObject prototype, Args args) {
        if (!(args.get(0) instanceof JSObject descriptor)) {
            throw Errors.typeError("WebAssembly.Global(): Argument 0 must be a global descriptor");
        }
        boolean mutable = Conversions.toBoolean(descriptor.get(PropertyKey.of("mutable")));
        ValueType type = ValueType.named(Conversions.toJavaString(descriptor.get(PropertyKey.of("value"))));
        if (type == null || type.kind() == ValueType.Kind.V128) {
            throw Errors.typeError("WebAssembly.Global(): Descriptor property 'value' must be a WebAssembly type");
        }
        Object initial = args.get(1) == Undefined.INSTANCE && !(args.has(1) && type.kind() == ValueType.Kind.EXTERNREF) ? WasmValues.defaultValue(type)
                : WasmValues.toWasm(args.get(1), type);
        WasmGlobal global = new WasmGlobal(WasmRealm.of(realm).store(), type, mutable, initial);
        JSObject object = new WasmEntity<>(prototype, WasmKind.GLOBAL, global);
        global.setPeer(object);
        return object;
    }

    private static Object get(Realm realm, Object thisValue, String method) {
        return WasmValues.toJS(realm, global(thisValue, method).get());
    }

    private static Object set(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        WasmGlobal global = global(thisValue, "value");
        if (!global.type().mutable()) {
            throw Errors.typeError("set WebAssembly.Global.value: Can't set the value of an immutable global.");
        }
        if (!args.has(0)) {
            throw Errors.typeError("set WebAssembly.Global.value: Argument 0 is required");
        }
        global.set(WasmValues.toWasm(args.get(0), global.type().value()));
        return Undefined.INSTANCE;
    }
}
