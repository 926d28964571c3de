package org.ledgejs.wasm.js;

import org.ledgejs.language.runtime.Errors;

/** The classes of the WebAssembly namespace. */
enum WasmKind {
    MODULE("Module"), INSTANCE("Instance"), MEMORY("Memory"), TABLE("Table"), GLOBAL("Global"), TAG("Tag"), EXCEPTION("Exception");

    private final String className;

    WasmKind(String className) {
        this.className = className;
    }

    String className() {
        return className;
    }

    /** The entity of a value that must be of this kind. */
    <T> T require(Object value, Class<T> type, String where) {
        if (value instanceof WasmEntity<?> entity && entity.kind() == this) {
            return type.cast(entity.entity());
        }
        throw Errors.typeError(where + ": Receiver is not a WebAssembly." + className);
    }

    /** The entity of an argument, or null if it is none of this kind. */
    <T> T of(Object value, Class<T> type) {
        return value instanceof WasmEntity<?> entity && entity.kind() == this ? type.cast(entity.entity()) : null;
    }
}
