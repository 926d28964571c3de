package org.ledgejs.wasm.js;

import org.ledgejs.language.runtime.JSObject;

/** A JavaScript object that stands for an entity of the engine: a module, an instance, a memory. */
final class WasmEntity<T> extends JSObject {
    private final WasmKind kind;
    private final T entity;

    WasmEntity(JSObject prototype, WasmKind kind, T entity) {
        super(ROOT, prototype);
        this.kind = kind;
        this.entity = entity;
    }

    WasmKind kind() {
        return kind;
    }

    T entity() {
        return entity;
    }

    @Override
    public String className() {
        return "WebAssembly." + kind.className();
    }
}
