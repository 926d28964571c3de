package org.ledgejs.wasm.js;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.wasm.engine.ExternType;
import org.ledgejs.wasm.engine.WasmMemory;

/** WebAssembly.Memory. */
final class MemoryClass {
    private static final long MAX_PAGES = 65_536;

    static final WasmClass CLASS = WasmClass.of(WasmKind.MEMORY, 1, MemoryClass::construct, new PropertyTable(), new PropertyTable()
            .method("grow", 1, MemoryClass::grow)
            .getter("buffer", (realm, thisValue, args) -> WasmMemoryBuffer.of(realm, WasmKind.MEMORY.require(thisValue, WasmMemory.class, "WebAssembly.Memory.buffer"))));

    private MemoryClass() { }

    private static Object construct(Realm realm, JSObject prototype, Args args) {
        Limits limits = Limits.read(args, "WebAssembly.Memory()", MAX_PAGES);
        boolean shared = Conversions.toBoolean(limits.descriptor().get(PropertyKey.of("shared")));
        if (shared && limits.maximum() == ExternType.UNBOUNDED) {
            throw Errors.typeError("WebAssembly.Memory(): If shared is true, maximum property should be specified.");
        }
        WasmMemory memory = WasmErrors.guarded(realm, "WebAssembly.Memory()",
                () -> new WasmMemory(WasmRealm.of(realm).store(), limits.initial(), limits.maximum(), shared));
        return WasmMemoryBuffer.object(realm, memory, prototype);
    }

    private static Object grow(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        WasmMemory memory = WasmKind.MEMORY.require(thisValue, WasmMemory.class, "WebAssembly.Memory.grow()");
        int before = memory.grow(Limits.index(args.get(0), "WebAssembly.Memory.grow(): Argument 0"));
        if (before < 0) {
            throw Errors.rangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded");
        }
        return before;
    }
}
