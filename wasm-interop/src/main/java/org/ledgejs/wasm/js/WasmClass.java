package org.ledgejs.wasm.js;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.BuiltinData;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;

/** How a class of the namespace is described: Web IDL's interface object and prototype. */
record WasmClass(WasmKind kind, Builtin constructor, PropertyTable statics, PropertyTable prototype) {

    /** What {@code new WebAssembly.X(…)} does. */
    @FunctionalInterface
    interface Construction {
        Object construct(Realm realm, JSObject prototype, Args args);
    }

    static WasmClass of(WasmKind kind, int length, Construction construction, PropertyTable statics, PropertyTable prototype) {
        Builtin constructor = Builtin.constructor(kind.className(), length, (realm, newTarget, args) -> {
            if (newTarget == null) {
                throw Errors.typeError("WebAssembly." + kind.className() + " must be invoked with 'new'");
            }
            WasmRealm wasm = WasmRealm.of(realm);
            return construction.construct(realm, wasm.prototypeFrom(newTarget, wasm.prototype(kind)), args);
        });
        return new WasmClass(kind, constructor, statics, prototype.toStringTag("WebAssembly." + kind.className()));
    }

    /** Makes the constructor and puts the properties on the prototype. */
    void define(Realm realm, JSObject object) {
        JSFunction function = BuiltinData.function(realm, constructor);
        function.define(PropertyKey.of("prototype"), object, PropertyFlags.FIXED);
        statics.define(realm, function);
        object.define(PropertyKey.of("constructor"), function, PropertyFlags.METHOD);
        prototype.define(realm, object);
    }
}
