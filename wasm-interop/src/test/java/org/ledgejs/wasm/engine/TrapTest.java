package org.ledgejs.wasm.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

class TrapTest {

    private static WasmStore store(WasmEngine.Tiering tiering) {
        return new WasmStore(new WasmEngine.Options(tiering, 16, 1000));
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void trapsSayWhatV8Says(WasmEngine.Tiering tiering) {
        WasmInstance instance = Wat.instance(store(tiering), """
                (func (export "unreachable") unreachable)
                (func (export "div") (param i32 i32) (result i32) local.get 0 local.get 1 i32.div_s)
                (func (export "rem") (param i64 i64) (result i64) local.get 0 local.get 1 i64.rem_u)
                (func (export "trunc") (param f64) (result i32) local.get 0 i32.trunc_f64_s)
                """);
        assertTrap("unreachable", instance, "unreachable");
        assertTrap("divide by zero", instance, "div", 1, 0);
        assertTrap("divide by zero", instance, "rem", 1L, 0L);
        assertTrap("float unrepresentable in integer range", instance, "trunc", Double.NaN);
        assertThrows(WasmTrapException.class, () -> Wat.call(instance, "div", Integer.MIN_VALUE, -1));
        assertEquals(3, Wat.call(instance, "div", 6, 2));
    }

    private static void assertTrap(String message, WasmInstance instance, String name, Object... arguments) {
        var e = assertThrows(WasmTrapException.class, () -> Wat.call(instance, name, arguments));
        assertEquals(message, e.getMessage());
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void endlessRecursionIsARangeErrorAndLeavesTheInstanceUsable(WasmEngine.Tiering tiering) {
        WasmInstance instance = Wat.instance(store(tiering), """
                (func $f (export "f") (result i32) (i32.add (call $f) (i32.const 1)))
                (func (export "ok") (result i32) (i32.const 1))
                """);
        assertThrows(WasmRangeException.class, () -> Wat.call(instance, "f"));
        assertEquals(1, Wat.call(instance, "ok"));
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void whatAHostFunctionThrowsComesOutUnchanged(WasmEngine.Tiering tiering) {
        RuntimeException[] failures = {new IllegalStateException("host"), new NullPointerException(),
                new IndexOutOfBoundsException(3), new WasmTrapException("of another instance")};
        AtomicReference<RuntimeException> next = new AtomicReference<>();
        HostFunction fail = arguments -> {
            throw next.get();
        };
        WasmInstance instance = Wat.instance(store(tiering), """
                (import "h" "f" (func $f)) (func $g call $f) (func (export "run") call $g)
                (func (export "ok") (result i32) (i32.const 1))
                """, fail);
        for (RuntimeException failure : failures) {
            next.set(failure);
            assertSame(failure, assertThrows(RuntimeException.class, () -> Wat.call(instance, "run")));
        }
        assertEquals(1, Wat.call(instance, "ok"));
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void hostFunctionsMayCallBackAndCatch(WasmEngine.Tiering tiering) {
        List<WasmInstance> self = new ArrayList<>();
        HostFunction back = arguments -> {
            int depth = (int) arguments[0];
            if (depth == 0) {
                assertThrows(WasmTrapException.class, () -> Wat.call(self.getFirst(), "trap"));
                return new Object[] {1};
            }
            return new Object[] {(int) Wat.call(self.getFirst(), "run", depth - 1) * 2};
        };
        WasmInstance instance = Wat.instance(store(tiering), """
                (import "h" "back" (func $back (param i32) (result i32)))
                (func (export "run") (param i32) (result i32) (i32.add (call $back (local.get 0)) (i32.const 1)))
                (func (export "trap") (drop (i32.div_u (i32.const 7) (i32.const 0))))
                """, back);
        self.add(instance);
        assertEquals(((2 * 2 + 1) * 2 + 1) * 2 + 1, Wat.call(instance, "run", 3));
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void anInterruptEndsAnEndlessLoop(WasmEngine.Tiering tiering) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        AtomicReference<Throwable> outcome = new AtomicReference<>();
        Thread guest = new Thread(() -> {
            HostFunction ready = arguments -> {
                running.countDown();
                return null;
            };
            WasmInstance instance = Wat.instance(store(tiering), """
                    (import "h" "ready" (func $ready))
                    (func (export "spin") (call $ready) (loop $l (br $l)))
                    """, ready);
            try {
                Wat.call(instance, "spin");
            } catch (WasmInterruption e) {
                outcome.set(Thread.currentThread().isInterrupted() ? e : new AssertionError("flag was cleared"));
            }
        });
        guest.setDaemon(true);
        guest.start();
        running.await();
        guest.interrupt();
        guest.join(20_000);
        assertTrue(outcome.get() instanceof WasmInterruption, () -> String.valueOf(outcome.get()));
    }

    @Test
    void aFunctionNoHostCanCallSaysSo() {
        WasmModule module = WasmEngine.compile(Wat.bytes("""
                (func (export "v") (param v128))
                """));
        WasmInstance instance = new WasmStore().instantiate(module, List.of());
        assertThrows(WasmTypeException.class, () -> Wat.call(instance, "v"));
    }
}
