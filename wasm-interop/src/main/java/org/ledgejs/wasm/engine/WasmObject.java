package org.ledgejs.wasm.engine;

/** An entity of a store that a host may represent by one object of its own, its peer. */
public abstract sealed class WasmObject implements Extern
        permits WasmFunction, WasmMemory, WasmTable, WasmGlobal, WasmTag {

    private Object peer;

    WasmObject() {
    }

    /** The host's object for this entity, or null while it has none. */
    public final Object peer() {
        return peer;
    }

    public final void setPeer(Object peer) {
        this.peer = peer;
    }

    /** The entity's type as of now: the minimum of a memory or table is its present size. */
    public abstract ExternType type();
}
