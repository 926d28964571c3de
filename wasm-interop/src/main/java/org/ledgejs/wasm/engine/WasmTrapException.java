package org.ledgejs.wasm.engine;

/** Running code trapped, with V8's words as its message; JavaScript's {@code WebAssembly.RuntimeError}. */
public final class WasmTrapException extends WasmError {

    public WasmTrapException(String message) {
        this(message, null);
    }

    public WasmTrapException(String message, Throwable cause) {
        super(message, cause);
    }
}
