package org.ledgejs.wasm.js;

import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.BuiltinData;
import org.ledgejs.language.runtime.ClosureFunction;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.wasm.engine.WasmFunction;

/** An Exported Function: a function of WebAssembly as a function object, one for each. */
final class ExportedFunction {
    private static final Builtin CALL = Builtin.function("", 0, (realm, thisValue, args) -> {
        WasmFunction function = args.state();
        Object[] values = WasmValues.toWasm(args.from(0), function.type().parameters());
        return WasmValues.results(realm, WasmErrors.guarded(realm, "", () -> function.call(values)));
    });

    private ExportedFunction() { }

    static JSFunction create(Realm realm, WasmFunction function) {
        if (function.peer() instanceof JSFunction known) {
            return known;
        }
        JSFunction created = BuiltinData.closure(realm, CALL, function);
        created.define(PropertyKey.of("length"), function.type().parameters().size(), PropertyFlags.CONFIGURABLE_ONLY);
        created.define(PropertyKey.of("name"), Strings.of(Integer.toString(function.index())), PropertyFlags.CONFIGURABLE_ONLY);
        function.setPeer(created);
        return created;
    }

    /** The WebAssembly function of an exported function, or null for any other value. */
    static WasmFunction of(Object value) {
        return value instanceof ClosureFunction closure && closure.state() instanceof WasmFunction function && function.peer() == value ? function : null;
    }
}
