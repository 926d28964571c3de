package org.ledgejs.wasm.engine;

import com.dylibso.chicory.wabt.Wat2Wasm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Modules for tests, from their text form. */
final class Wat {

    private static final Map<String, byte[]> ASSEMBLED = new ConcurrentHashMap<>();

    private Wat() {
    }

    static byte[] bytes(String fields) {
        return ASSEMBLED.computeIfAbsent(fields, text -> Wat2Wasm.parse("(module " + text + ")")).clone();
    }

    static WasmModule module(String fields) {
        return WasmEngine.compile(bytes(fields));
    }

    static WasmInstance instance(WasmStore store, String fields, Extern... imports) {
        return store.instantiate(module(fields), List.of(imports));
    }

    static WasmInstance instance(String fields, Extern... imports) {
        return instance(new WasmStore(), fields, imports);
    }

    static WasmFunction function(WasmInstance instance, String name) {
        return (WasmFunction) instance.exports().get(name);
    }

    static Object call(WasmInstance instance, String name, Object... arguments) {
        Object[] results = function(instance, name).call(arguments);
        return results.length == 1 ? results[0] : Arrays.asList(results);
    }
}
