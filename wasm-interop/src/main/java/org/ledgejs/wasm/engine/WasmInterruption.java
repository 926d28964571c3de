package org.ledgejs.wasm.engine;

/** The running thread was interrupted inside WebAssembly code. Its interrupt flag stays set; the call cannot be resumed. */
public final class WasmInterruption extends WasmError {

    public WasmInterruption(String message) {
        this(message, null);
    }

    public WasmInterruption(String message, Throwable cause) {
        super(message, cause);
    }
}
