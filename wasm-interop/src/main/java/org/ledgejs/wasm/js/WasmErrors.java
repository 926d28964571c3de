package org.ledgejs.wasm.js;

import java.util.function.Supplier;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.wasm.engine.WasmCompileException;
import org.ledgejs.wasm.engine.WasmError;
import org.ledgejs.wasm.engine.WasmLinkException;
import org.ledgejs.wasm.engine.WasmRangeException;
import org.ledgejs.wasm.engine.WasmThrow;
import org.ledgejs.wasm.engine.WasmTrapException;

/** What goes wrong in the engine, as the program sees it. */
final class WasmErrors {
    private WasmErrors() { }

    /** Does something in the engine. @param where begins the message: "WebAssembly.Module()" */
    static <T> T guarded(Realm realm, String where, Supplier<T> action) {
        try {
            return action.get();
        } catch (WasmThrow thrown) {
            throw new JSException(exception(realm, thrown), null);
        } catch (WasmError error) {
            throw translate(realm, where, error);
        }
    }

    private static JSException translate(Realm realm, String where, WasmError error) {
        String message = where.isEmpty() ? error.getMessage() : where + ": " + error.getMessage();
        return switch (error) {
            case WasmCompileException e -> WasmErrorKind.COMPILE.create(realm, message);
            case WasmLinkException e -> WasmErrorKind.LINK.create(realm, message);
            case WasmTrapException e -> WasmErrorKind.RUNTIME.create(realm, error.getMessage());
            case WasmRangeException e -> Errors.rangeError(error.getMessage());
            default -> Errors.typeError(message);
        };
    }

    /** The WebAssembly.Exception of something WebAssembly code threw; the same object each time. */
    static JSObject exception(Realm realm, WasmThrow thrown) {
        if (!(thrown.peer() instanceof JSObject)) {
            thrown.setPeer(WasmRealm.of(realm).entity(WasmKind.EXCEPTION, thrown));
        }
        return (JSObject) thrown.peer();
    }
}
