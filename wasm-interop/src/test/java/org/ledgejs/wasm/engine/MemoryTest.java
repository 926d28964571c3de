package org.ledgejs.wasm.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

class MemoryTest {

    private static final String ACCESS = """
            (memory (export "memory") 1 3)
            (func (export "load8") (param i32) (result i32) local.get 0 i32.load8_s)
            (func (export "load16") (param i32) (result i32) local.get 0 i32.load16_u)
            (func (export "load32") (param i32) (result i32) local.get 0 i32.load)
            (func (export "load64") (param i32) (result i64) local.get 0 i64.load)
            (func (export "loadf") (param i32) (result f32) local.get 0 f32.load)
            (func (export "loadd") (param i32) (result f64) local.get 0 f64.load)
            (func (export "far") (param i32) (result i32) local.get 0 i32.load offset=0xffffffff)
            (func (export "store64") (param i32 i64) local.get 0 local.get 1 i64.store)
            (func (export "stored") (param i32 f64) local.get 0 local.get 1 f64.store)
            (func (export "fill") (param i32 i32 i32) local.get 0 local.get 1 local.get 2 memory.fill)
            (func (export "copy") (param i32 i32 i32) local.get 0 local.get 1 local.get 2 memory.copy)
            (func (export "grow") (param i32) (result i32) local.get 0 memory.grow)
            (func (export "size") (result i32) memory.size)
            """;

    private static WasmInstance instance(WasmEngine.Tiering tiering) {
        WasmStore store = new WasmStore(new WasmEngine.Options(tiering, 100, 100));
        return Wat.instance(store, ACCESS);
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void bytesAreLittleEndianAndTheSameForHostAndCode(WasmEngine.Tiering tiering) {
        WasmInstance instance = instance(tiering);
        WasmMemory memory = (WasmMemory) instance.exports().get("memory");
        Wat.call(instance, "store64", 3, 0x1122334455667788L);
        ByteBuffer view = ByteBuffer.wrap(memory.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0x1122334455667788L, view.getLong(3));
        view.putDouble(100, Math.PI).putFloat(108, 2.5f).put(112, (byte) -1).putShort(113, (short) -2);
        assertEquals(Math.PI, Wat.call(instance, "loadd", 100));
        assertEquals(2.5f, Wat.call(instance, "loadf", 108));
        assertEquals(-1, Wat.call(instance, "load8", 112));
        assertEquals(65534, Wat.call(instance, "load16", 113));
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void everyAccessOutsideTraps(WasmEngine.Tiering tiering) {
        WasmInstance instance = instance(tiering);
        assertEquals(0, Wat.call(instance, "load32", 65532));
        for (String load : List.of("load32", "load64", "loadf", "loadd")) {
            assertOutOfBounds(instance, load, 65533);
        }
        assertOutOfBounds(instance, "load8", 65536);
        assertOutOfBounds(instance, "load8", -1);
        assertOutOfBounds(instance, "load16", 65535);
        assertOutOfBounds(instance, "far", 0);
        assertOutOfBounds(instance, "far", 16);
        assertOutOfBounds(instance, "store64", 65530, 1L);
        assertOutOfBounds(instance, "fill", 65530, 1, 10);
        assertOutOfBounds(instance, "fill", 100, 1, -50);
        assertOutOfBounds(instance, "fill", 65537, 1, 0);
        assertOutOfBounds(instance, "copy", 0, 65530, 10);
        assertOutOfBounds(instance, "copy", 65530, 0, 10);
        assertOutOfBounds(instance, "copy", 0, 0, -1);
        Wat.call(instance, "fill", 65536, 1, 0);
    }

    private static void assertOutOfBounds(WasmInstance instance, String name, Object... arguments) {
        var e = assertThrows(WasmTrapException.class, () -> Wat.call(instance, name, arguments), name);
        assertEquals("memory access out of bounds", e.getMessage());
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void fillAndOverlappingCopy(WasmEngine.Tiering tiering) {
        WasmInstance instance = instance(tiering);
        byte[] bytes = ((WasmMemory) instance.exports().get("memory")).bytes();
        Wat.call(instance, "fill", 10, 7, 4);
        Wat.call(instance, "copy", 12, 10, 4);
        assertEquals("7 7 7 7 7 7 0", "%d %d %d %d %d %d %d".formatted(bytes[10], bytes[11], bytes[12], bytes[13],
                bytes[14], bytes[15], bytes[16]));
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void growthTellsTheListenerAndStopsAtTheMaximum(WasmEngine.Tiering tiering) {
        WasmInstance instance = instance(tiering);
        WasmMemory memory = (WasmMemory) instance.exports().get("memory");
        List<byte[]> seen = new ArrayList<>();
        memory.setGrowthListener((before, after) -> seen.addAll(List.of(before, after)));
        byte[] first = memory.bytes();
        first[5] = 55;
        assertSame(first, memory.bytes());
        assertEquals(1, Wat.call(instance, "grow", 1));
        assertEquals(2, Wat.call(instance, "size"));
        assertNotSame(first, memory.bytes());
        assertEquals(55, memory.bytes()[5]);
        assertEquals(2 * WasmMemory.PAGE_BYTES, memory.byteLength());
        assertEquals(2, memory.grow(1));
        assertEquals(-1, memory.grow(1));
        assertEquals(-1, Wat.call(instance, "grow", -1));
        assertEquals(3, Wat.call(instance, "grow", 0));
        assertEquals(6, seen.size());
        assertSame(first, seen.get(0));
        assertSame(memory.bytes(), seen.get(3));
        assertEquals(new ExternType.Memory(3, 3, false), memory.type());
    }

    @Test
    void theStoresLimitHoldsForInitialSizeAndGrowth() {
        WasmStore store = new WasmStore(new WasmEngine.Options(WasmEngine.Tiering.INTERPRET, 4, 10));
        assertThrows(WasmRangeException.class, () -> Wat.instance(store, "(memory 5)"));
        assertThrows(WasmRangeException.class, () -> new WasmMemory(store, 5, ExternType.UNBOUNDED, false));
        WasmMemory memory = new WasmMemory(store, 2, ExternType.UNBOUNDED, false);
        assertEquals(-1, memory.grow(3));
        assertEquals(-1, memory.grow(1L << 40));
        assertEquals(2, memory.grow(2));
        assertEquals(new ExternType.Memory(4, ExternType.UNBOUNDED, false), memory.type());
    }

    @Test
    void aMemoryKeepsTheSegmentsOfEachInstanceApart() {
        WasmStore store = new WasmStore();
        WasmInstance one = Wat.instance(store, """
                (memory (export "memory") 1) (data $d "one")
                (func (export "init") (memory.init $d (i32.const 0) (i32.const 0) (i32.const 3)))
                """);
        Extern memory = one.exports().get("memory");
        WasmInstance two = Wat.instance(store, """
                (import "m" "memory" (memory 1)) (data $d "two!")
                (func (export "init") (memory.init $d (i32.const 8) (i32.const 0) (i32.const 4)))
                (func (export "drop") (data.drop $d))
                """, memory);
        assertSame(memory, store.instantiate(Wat.module("""
                (import "m" "memory" (memory 1)) (export "again" (memory 0))
                """), List.of(memory)).exports().get("again"));
        Wat.call(two, "drop");
        Wat.call(one, "init");
        assertThrows(WasmTrapException.class, () -> Wat.call(two, "init"));
        assertEquals("one", new String(((WasmMemory) memory).bytes(), 0, 3));
    }

    @Test
    void segmentsAreWrittenUpToTheFirstThatDoesNotFit() {
        WasmStore store = new WasmStore();
        WasmMemory memory = new WasmMemory(store, 1, 1, false);
        var e = assertThrows(WasmTrapException.class, () -> Wat.instance(store, """
                (import "m" "memory" (memory 1))
                (data (i32.const 0) "a") (data (i32.const 65535) "bc") (data (i32.const 1) "d")
                """, memory));
        assertEquals("data segment 1 is out of bounds (offset 65535 + size 2 > memory_size 65536 bytes)",
                e.getMessage());
        assertEquals('a', memory.bytes()[0]);
        assertEquals(0, memory.bytes()[1]);
    }

    @Test
    void activeSegmentsCountAsDroppedAfterwards() {
        WasmInstance instance = Wat.instance("""
                (memory 1) (data (i32.const 0) "abc")
                (func (export "init") (param i32) (memory.init 0 (i32.const 8) (i32.const 0) (local.get 0)))
                """);
        Wat.call(instance, "init", 0);
        assertThrows(WasmTrapException.class, () -> Wat.call(instance, "init", 1));
    }
}
