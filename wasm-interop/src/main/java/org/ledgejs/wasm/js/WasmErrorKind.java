package org.ledgejs.wasm.js;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.BuiltinData;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSError;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** The errors of the WebAssembly namespace: NativeErrors in all but where they live (WebAssembly JavaScript Interface, "Error Objects"). */
enum WasmErrorKind {
    COMPILE("CompileError"), LINK("LinkError"), RUNTIME("RuntimeError");

    private static final Object MESSAGE = PropertyKey.of("message");
    private static final Object CAUSE = PropertyKey.of("cause");

    private final String errorName;
    private final Builtin constructor;

    WasmErrorKind(String errorName) {
        this.errorName = errorName;
        this.constructor = Builtin.constructor(errorName, 1, this::construct);
    }

    private Object construct(Realm realm, JSObject newTarget, Args args) {
        WasmRealm wasm = WasmRealm.of(realm);
        JSObject fallback = wasm.errorPrototype(this);
        JSError error = JSError.create(newTarget == null ? fallback : wasm.prototypeFrom(newTarget, fallback));
        if (args.get(0) != Undefined.INSTANCE) {
            error.define(MESSAGE, Conversions.toString(args.get(0)), PropertyFlags.METHOD);
        }
        if (args.get(1) instanceof JSObject options && options.hasProperty(CAUSE)) {
            error.define(CAUSE, options.get(CAUSE), PropertyFlags.METHOD);
        }
        error.captureStack(null, args.callee());
        return error;
    }

    String errorName() {
        return errorName;
    }

    JSObject createPrototype(Realm realm) {
        JSObject prototype = JSObject.create(realm.intrinsic(Intrinsic.ERROR_PROTOTYPE));
        JSFunction function = BuiltinData.function(realm, constructor, realm.intrinsic(Intrinsic.ERROR));
        function.define(PropertyKey.of("prototype"), prototype, PropertyFlags.FIXED);
        prototype.define(PropertyKey.of("constructor"), function, PropertyFlags.METHOD);
        prototype.define(MESSAGE, Strings.EMPTY, PropertyFlags.METHOD);
        prototype.define(PropertyKey.of("name"), Strings.of(errorName), PropertyFlags.METHOD);
        return prototype;
    }

    JSException create(Realm realm, String message) {
        JSError error = JSError.create(WasmRealm.of(realm).errorPrototype(this));
        error.define(MESSAGE, Strings.of(message), PropertyFlags.METHOD);
        error.captureStack(null, null);
        return new JSException(error, null);
    }
}
