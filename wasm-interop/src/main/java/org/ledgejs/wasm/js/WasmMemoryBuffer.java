package org.ledgejs.wasm.js;

import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArrayBuffer;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.wasm.engine.WasmMemory;

/** The ArrayBuffer over a memory: the same object until the memory grows, which detaches it. */
final class WasmMemoryBuffer {
    /** Nobody else can detach the buffer of a memory. */
    private static final Object DETACH_KEY = new Object();

    private final Realm realm;
    private final WasmMemory memory;
    private JSArrayBuffer buffer;

    WasmMemoryBuffer(Realm realm, WasmMemory memory) {
        this.realm = realm;
        this.memory = memory;
        memory.setGrowthListener((before, after) -> detach());
    }

    /** The Memory object of a memory; one for each. */
    static JSObject object(Realm realm, WasmMemory memory) {
        return object(realm, memory, WasmRealm.of(realm).prototype(WasmKind.MEMORY));
    }

    static JSObject object(Realm realm, WasmMemory memory, JSObject prototype) {
        if (!(memory.peer() instanceof Peer)) {
            memory.setPeer(new Peer(new WasmEntity<>(prototype, WasmKind.MEMORY, memory), new WasmMemoryBuffer(realm, memory)));
        }
        return ((Peer) memory.peer()).object();
    }

    private record Peer(JSObject object, WasmMemoryBuffer buffer) { }

    static JSArrayBuffer of(Realm realm, WasmMemory memory) {
        object(realm, memory);
        return ((Peer) memory.peer()).buffer().get();
    }

    private JSArrayBuffer get() {
        if (buffer == null) {
            buffer = JSArrayBuffer.create(realm.intrinsic(Intrinsic.ARRAY_BUFFER_PROTOTYPE), memory.bytes());
            buffer.setDetachKey(DETACH_KEY);
        }
        return buffer;
    }

    private void detach() {
        if (buffer != null) {
            buffer.detach(DETACH_KEY);
            buffer = null;
        }
    }
}
