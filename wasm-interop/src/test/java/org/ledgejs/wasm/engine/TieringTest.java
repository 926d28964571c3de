package org.ledgejs.wasm.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class TieringTest {

    private static final String WORK = """
            (memory (export "memory") 1)
            (global $calls (mut i32) (i32.const 0))
            (func $fib (export "fib") (param i32) (result i32)
              (if (result i32) (i32.lt_s (local.get 0) (i32.const 2))
                (then (local.get 0))
                (else (i32.add (call $fib (i32.sub (local.get 0) (i32.const 1)))
                               (call $fib (i32.sub (local.get 0) (i32.const 2)))))))
            (func (export "count") (result i32)
              (global.set $calls (i32.add (global.get $calls) (i32.const 1))) (global.get $calls))
            """;

    @Test
    void aHotModuleIsCompiledInTheBackgroundAndItsInstancesGoOnWithTheirState() {
        WasmModule module = Wat.module(WORK);
        WasmStore store = new WasmStore();
        WasmInstance first = store.instantiate(module, List.of());
        WasmInstance second = store.instantiate(module, List.of());
        assertFalse(module.isCompiled());
        int count = 0;
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!module.isCompiled() && Instant.now().isBefore(deadline)) {
            assertEquals(610, Wat.call(first, "fib", 15));
            assertEquals(++count, Wat.call(first, "count"));
        }
        assertTrue(module.isCompiled());
        assertEquals(++count, Wat.call(first, "count"));
        assertEquals(1, Wat.call(second, "count"));
        assertEquals(6765, Wat.call(second, "fib", 20));
    }

    @Test
    void aRunningCallGoesOverToByteCode() {
        WasmModule module = Wat.module(WORK);
        WasmInstance instance = new WasmStore().instantiate(module, List.of());
        // too much for the interpreter to finish soon
        assertEquals(1346269, Wat.call(instance, "fib", 31));
        assertTrue(module.isCompiled());
    }

    @Test
    void theInterpreterStaysIfToldSo() {
        WasmModule module = Wat.module(WORK);
        WasmStore store = new WasmStore(new WasmEngine.Options(WasmEngine.Tiering.INTERPRET, 10, 10));
        WasmInstance instance = store.instantiate(module, List.of());
        for (int i = 0; i < 30; i++) {
            assertEquals(610, Wat.call(instance, "fib", 15));
        }
        assertFalse(module.isCompiled());
    }

    @Test
    void numericCallsGoWithoutObjects() {
        WasmInstance instance = Wat.instance(WORK);
        WasmFunction fib = Wat.function(instance, "fib");
        assertTrue(fib.isNumeric());
        assertEquals(55, fib.callNumeric(10)[0]);
    }
}
