package org.ledgejs.wasm.engine;

/** Something is too large: the stack, a memory, a table; JavaScript's {@code RangeError}. */
public final class WasmRangeException extends WasmError {

    public WasmRangeException(String message) {
        this(message, null);
    }

    public WasmRangeException(String message, Throwable cause) {
        super(message, cause);
    }
}
