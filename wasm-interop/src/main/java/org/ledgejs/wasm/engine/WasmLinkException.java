package org.ledgejs.wasm.engine;

/** An import has the wrong kind or type; JavaScript's {@code WebAssembly.LinkError}. */
public final class WasmLinkException extends WasmError {

    public WasmLinkException(String message) {
        this(message, null);
    }

    public WasmLinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
