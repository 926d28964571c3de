package org.ledgejs.wasm.engine;

/** What this package reports to its host; each kind becomes one class of JavaScript error. */
public abstract sealed class WasmError extends RuntimeException
        permits WasmCompileException, WasmLinkException, WasmTrapException, WasmRangeException, WasmTypeException,
                WasmInterruption {

    WasmError(String message, Throwable cause) {
        super(message, cause);
    }
}
