package org.ledgejs.wasm.engine;

/** What a module may import, and all of it but {@link HostFunction} what it may export. */
public sealed interface Extern permits HostFunction, WasmObject {
}
