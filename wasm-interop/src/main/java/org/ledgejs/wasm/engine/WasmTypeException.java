package org.ledgejs.wasm.engine;

/** A value has no representation on the other side of the border; JavaScript's {@code TypeError}. */
public final class WasmTypeException extends WasmError {

    public WasmTypeException(String message) {
        this(message, null);
    }

    public WasmTypeException(String message, Throwable cause) {
        super(message, cause);
    }
}
