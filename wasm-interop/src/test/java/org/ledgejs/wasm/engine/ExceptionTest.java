package org.ledgejs.wasm.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Exceptions and tags; the modules are written in bytes, as the assembler the tests use knows none of this. */
class ExceptionTest {

    private static final int[] CATCH_B_AROUND_A = {
        0x02, 0x7f,                                     // block (result i32)
        0x1f, 0x7f, 1, 0x00, 1, 0,                      //   try_table (result i32) (catch $b 0)
        0x41, 5, 0x08, 0,                               //     i32.const 5, throw $a
        0x0b, 0x0b, 0x0b};
    private static final int[] CATCH_A_AROUND_A = {
        0x02, 0x7f, 0x1f, 0x7f, 1, 0x00, 0, 0, 0x41, 5, 0x08, 0, 0x0b, 0x0b, 0x0b};
    private static final int[] CATCH_A_AROUND_CALL = {
        0x02, 0x7f, 0x1f, 0x7f, 1, 0x00, 0, 0, 0x10, 0, 0x41, 9, 0x0b, 0x0b, 0x0b};
    private static final int[] CATCH_ALL_AROUND_CALL = {
        0x02, 0x40,                                     // block
        0x1f, 0x40, 1, 0x02, 0, 0x10, 0, 0x0b,          //   try_table (catch_all 0) call $f end
        0x41, 0, 0x0f,                                  //   i32.const 0, return
        0x0b, 0x41, 1, 0x0b};                           // end i32.const 1
    private static final int[] JUST_CALL = {0x10, 0, 0x41, 2, 0x0b};

    /** A module that imports function f and tags a and b, each carrying an i32, and exports run: [] -> [i32]. */
    private static byte[] importing(int... body) {
        return module(
                section(1, 3, 0x60, 1, 0x7f, 0, 0x60, 0, 1, 0x7f, 0x60, 0, 0),
                section(2, 3, 1, 'm', 1, 'f', 0, 2, 1, 'm', 1, 'a', 4, 0, 0, 1, 'm', 1, 'b', 4, 0, 0),
                section(3, 1, 1),
                section(7, 1, 3, 'r', 'u', 'n', 0, 1),
                code(body));
    }

    /** A module with a tag of its own that exports tag: [i32] and raise: [] -> []. */
    private static byte[] raising() {
        return module(
                section(1, 2, 0x60, 1, 0x7f, 0, 0x60, 0, 0),
                section(3, 1, 1),
                section(13, 1, 0, 0),
                section(7, 2, 3, 't', 'a', 'g', 4, 0, 5, 'r', 'a', 'i', 's', 'e', 0, 0),
                code(0x41, 7, 0x08, 0, 0x0b));
    }

    private static byte[] module(byte[]... sections) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        for (byte[] section : sections) {
            out.writeBytes(section);
        }
        return out.toByteArray();
    }

    private static byte[] section(int id, int... contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(id);
        out.write(contents.length);
        for (int b : contents) {
            out.write(b);
        }
        return out.toByteArray();
    }

    private static byte[] code(int... body) {
        int[] contents = new int[body.length + 3];
        contents[0] = 1;
        contents[1] = body.length + 1;
        System.arraycopy(body, 0, contents, 3, body.length);
        return section(10, contents);
    }

    private static WasmStore store(WasmEngine.Tiering tiering) {
        return new WasmStore(new WasmEngine.Options(tiering, 16, 1000));
    }

    private final WasmTag a = new WasmTag(List.of(ValueType.I32));
    private final WasmTag b = new WasmTag(List.of(ValueType.I32));
    private static final HostFunction NOTHING = arguments -> null;

    private WasmInstance instance(WasmStore store, Extern function, WasmTag first, int... body) {
        return store.instantiate(WasmEngine.compile(importing(body)), List.of(function, first, b));
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void tagsOfOneTypeAreTwoTags(WasmEngine.Tiering tiering) {
        WasmStore store = store(tiering);
        WasmInstance wrong = instance(store, NOTHING, a, CATCH_B_AROUND_A);
        WasmThrow thrown = assertThrows(WasmThrow.class, () -> Wat.call(wrong, "run"));
        assertSame(a, thrown.tag());
        assertEquals(List.of(5), thrown.payload());
        assertEquals(5, Wat.call(instance(store, NOTHING, a, CATCH_A_AROUND_A), "run"));
        // one tag under two names is one tag
        assertEquals(5, Wat.call(instance(store, NOTHING, b, CATCH_B_AROUND_A), "run"));
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void exceptionsOfAnotherInstanceAreCaughtByItsTag(WasmEngine.Tiering tiering) {
        WasmStore store = store(tiering);
        WasmModule module = WasmEngine.compile(raising());
        WasmInstance raiser = store.instantiate(module, List.of());
        WasmInstance other = store.instantiate(module, List.of());
        WasmTag tag = (WasmTag) raiser.exports().get("tag");
        Extern raise = raiser.exports().get("raise");
        assertEquals(7, Wat.call(instance(store, raise, tag, CATCH_A_AROUND_CALL), "run"));
        WasmTag foreign = (WasmTag) other.exports().get("tag");
        WasmInstance blind = instance(store, raise, foreign, CATCH_A_AROUND_CALL);
        WasmThrow thrown = assertThrows(WasmThrow.class, () -> Wat.call(blind, "run"));
        assertSame(tag, thrown.tag());
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void whatAHostFunctionRaisesIsCaughtByTag(WasmEngine.Tiering tiering) {
        WasmStore store = store(tiering);
        WasmThrow raised = new WasmThrow(a, List.of(33));
        HostFunction raise = arguments -> {
            throw raised;
        };
        assertEquals(33, Wat.call(instance(store, raise, a, CATCH_A_AROUND_CALL), "run"));
        WasmInstance blind = instance(store, raise, new WasmTag(List.of(ValueType.I32)), CATCH_A_AROUND_CALL);
        assertSame(raised, assertThrows(WasmThrow.class, () -> Wat.call(blind, "run")));
        assertSame(raised,
                assertThrows(WasmThrow.class, () -> Wat.call(instance(store, raise, a, JUST_CALL), "run")));
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void catchAllSeesTheHostsCatchableExceptionsOnly(WasmEngine.Tiering tiering) {
        WasmStore store = store(tiering);
        store.setGuestExceptions(new WasmStore.GuestExceptions() {
            @Override
            public boolean isCatchable(Throwable failure) {
                return failure instanceof IllegalStateException;
            }

            @Override
            public Object payload(Throwable failure) {
                return failure.getMessage();
            }

            @Override
            public RuntimeException failure(Object payload) {
                return new IllegalStateException(String.valueOf(payload));
            }
        });
        AtomicReference<RuntimeException> next = new AtomicReference<>(new IllegalStateException("guest"));
        HostFunction fail = arguments -> {
            throw next.get();
        };
        WasmInstance instance = instance(store, fail, a, CATCH_ALL_AROUND_CALL);
        assertEquals(1, Wat.call(instance, "run"));
        WasmInstance selective = instance(store, fail, a, CATCH_A_AROUND_CALL);
        assertSame(next.get(), assertThrows(RuntimeException.class, () -> Wat.call(selective, "run")));
        next.set(new UnsupportedOperationException("not the guest's"));
        assertSame(next.get(), assertThrows(RuntimeException.class, () -> Wat.call(instance, "run")));
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void anExceptionDoesNotSkipTheHostFramesInBetween(WasmEngine.Tiering tiering) {
        WasmStore store = store(tiering);
        AtomicReference<WasmInstance> self = new AtomicReference<>();
        AtomicReference<Throwable> seen = new AtomicReference<>();
        HostFunction nested = arguments -> {
            if (seen.get() == null) {
                seen.set(new AssertionError("nothing was thrown"));
                seen.set(assertThrows(WasmThrow.class, () -> Wat.call(self.get(), "run")));
                return null;
            }
            throw new WasmThrow(b, List.of(1));
        };
        self.set(instance(store, nested, a, CATCH_A_AROUND_CALL));
        assertEquals(9, Wat.call(self.get(), "run"));
        assertSame(b, ((WasmThrow) seen.get()).tag());
    }

    @Test
    void anImportedTagHasToCarryTheTypesDeclared() {
        WasmModule module = WasmEngine.compile(importing(JUST_CALL));
        WasmTag wrong = new WasmTag(List.of(ValueType.I64));
        assertThrows(WasmLinkException.class, () -> new WasmStore().instantiate(module, List.of(NOTHING, wrong, b)));
    }
}
