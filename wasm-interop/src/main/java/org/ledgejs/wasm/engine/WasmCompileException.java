package org.ledgejs.wasm.engine;

/** The bytes are not a valid module; JavaScript's {@code WebAssembly.CompileError}. */
public final class WasmCompileException extends WasmError {

    public WasmCompileException(String message) {
        this(message, null);
    }

    public WasmCompileException(String message, Throwable cause) {
        super(message, cause);
    }
}
