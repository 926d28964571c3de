package org.ledgejs.wasm.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables, and function references that cross from one instance to another. */
class TableTest {

    private static WasmStore store(WasmEngine.Tiering tiering) {
        return new WasmStore(new WasmEngine.Options(tiering, 16, 1000));
    }

    /** A module that offers functions at indices where the others have different ones. */
    private static final String PROVIDER = """
            (type $none (func)) (type $ints (func (param i32) (result i32))) (type $long (func (result i64)))
            (func $pad (type $none))
            (func $twice (export "twice") (type $ints) (i32.mul (local.get 0) (i32.const 2)))
            (func $big (export "big") (type $long) (i64.const 77))
            (func (export "give") (result funcref) (ref.func $twice))
            (global (export "g") (mut funcref) (ref.func $twice))
            """;

    private static final String USER = """
            (type $ints (func (param i32) (result i32))) (type $other (func (param f64)))
            (import "m" "give" (func $give (result funcref)))
            (table $t (export "t") 4 10 funcref)
            (func $local (type $ints) (i32.const -1))
            (elem (i32.const 3) $local)
            (func (export "call") (param i32 i32) (result i32)
              (call_indirect (type $ints) (local.get 1) (local.get 0)))
            (func (export "callOther") (param i32) (call_indirect (type $other) (f64.const 0) (local.get 0)))
            (func (export "take") (table.set $t (i32.const 0) (call $give)))
            (func (export "move") (table.set $t (i32.const 1) (table.get $t (i32.const 0))))
            (func (export "copy") (table.copy (i32.const 2) (i32.const 0) (i32.const 1)))
            (func (export "grow") (result i32) (table.grow $t (table.get $t (i32.const 0)) (i32.const 2)))
            (func (export "fill") (table.fill $t (i32.const 0) (table.get $t (i32.const 3)) (i32.const 3)))
            (func (export "size") (result i32) (table.size $t))
            (func (export "through") (param funcref) (result funcref) (local.get 0))
            """;

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void aFunctionOfAnotherInstanceIsCalledAndNoOther(WasmEngine.Tiering tiering) {
        WasmStore store = store(tiering);
        WasmInstance provider = Wat.instance(store, PROVIDER);
        WasmFunction twice = Wat.function(provider, "twice");
        WasmInstance user = Wat.instance(store, USER, provider.exports().get("give"));
        WasmTable table = (WasmTable) user.exports().get("t");
        Wat.call(user, "take");
        assertSame(twice, table.get(0));
        assertEquals(42, Wat.call(user, "call", 0, 21));
        Wat.call(user, "move");
        Wat.call(user, "copy");
        assertEquals(10, Wat.call(user, "call", 1, 5));
        assertEquals(12, Wat.call(user, "call", 2, 6));
        assertEquals(-1, Wat.call(user, "call", 3, 6));
        assertEquals(4, Wat.call(user, "grow"));
        assertEquals(6, Wat.call(user, "size"));
        assertSame(twice, table.get(5));
        Wat.call(user, "fill");
        assertEquals(-1, Wat.call(user, "call", 0, 21));
        assertSame(twice, Wat.call(user, "through", twice));
        assertNull(Wat.call(user, "through", new Object[] {null}));
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void indirectCallsCompareTypesNotTheirNumbers(WasmEngine.Tiering tiering) {
        WasmStore store = store(tiering);
        WasmInstance provider = Wat.instance(store, PROVIDER);
        WasmInstance user = Wat.instance(store, USER, provider.exports().get("give"));
        WasmTable table = (WasmTable) user.exports().get("t");
        table.set(0, provider.exports().get("twice"));
        table.set(1, provider.exports().get("big"));
        // in the provider, type 1 is that of `twice`; here it is $other, and 0 is the right one
        assertMismatch(user, "callOther", 0);
        assertMismatch(user, "call", 1, 1);
        assertMismatch(user, "call", 2, 1);
        var e = assertThrows(WasmTrapException.class, () -> Wat.call(user, "call", 99, 1));
        assertEquals("table index is out of bounds", e.getMessage());
        assertEquals(8, Wat.call(user, "call", 0, 4));
    }

    private static void assertMismatch(WasmInstance instance, String name, Object... arguments) {
        var e = assertThrows(WasmTrapException.class, () -> Wat.call(instance, name, arguments));
        assertEquals("null function or function signature mismatch", e.getMessage());
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERPRET", "COMPILE"})
    void globalsAndTablesShareFunctionsAcrossInstances(WasmEngine.Tiering tiering) {
        WasmStore store = store(tiering);
        WasmInstance provider = Wat.instance(store, PROVIDER);
        WasmTable table = new WasmTable(store, ValueType.FUNCREF, 2, 5, null);
        WasmInstance user = Wat.instance(store, """
                (type $ints (func (param i32) (result i32)))
                (import "m" "g" (global $g (mut funcref))) (import "m" "t" (table $t 2 5 funcref))
                (func $minus (type $ints) (i32.sub (i32.const 0) (local.get 0)))
                (elem declare func $minus)
                (func (export "use") (param i32) (result i32)
                  (table.set $t (i32.const 0) (global.get $g))
                  (global.set $g (ref.func $minus))
                  (call_indirect (type $ints) (local.get 0) (i32.const 0)))
                """, provider.exports().get("g"), table);
        assertEquals(18, Wat.call(user, "use", 9));
        assertEquals(-9, Wat.call(user, "use", 9));
        assertSame(((WasmGlobal) provider.exports().get("g")).get(), table.get(0));
    }

    @Test
    void importedFunctionsInElementSegmentsAreTheFunctionsImported() {
        WasmStore store = new WasmStore();
        WasmInstance provider = Wat.instance(store, PROVIDER);
        WasmTable table = new WasmTable(store, ValueType.FUNCREF, 2, ExternType.UNBOUNDED, null);
        HostFunction host = arguments -> new Object[] {(int) arguments[0] + 100};
        WasmInstance user = Wat.instance(store, """
                (import "m" "t" (table 2 funcref))
                (import "m" "twice" (func $twice (param i32) (result i32)))
                (import "m" "host" (func $host (param i32) (result i32)))
                (elem (i32.const 0) $twice $host) (export "host" (func $host))
                """, table, provider.exports().get("twice"), host);
        assertSame(provider.exports().get("twice"), table.get(0));
        assertSame(user.exports().get("host"), table.get(1));
        assertEquals(101, ((WasmFunction) table.get(1)).call(1)[0]);
        WasmInstance third = Wat.instance(store, """
                (import "m" "t" (table 2 funcref)) (type $ints (func (param i32) (result i32)))
                (func (export "call") (param i32) (result i32)
                  (call_indirect (type $ints) (i32.const 1) (local.get 0)))
                """, table);
        assertEquals(2, Wat.call(third, "call", 0));
        assertEquals(101, Wat.call(third, "call", 1));
    }

    @Test
    void tablesGrowToTheirMaximumAndTheStores() {
        WasmStore store = new WasmStore(new WasmEngine.Options(WasmEngine.Tiering.INTERPRET, 1, 100));
        WasmTable small = new WasmTable(store, ValueType.EXTERNREF, 1, 3, "x");
        assertEquals("x", small.get(0));
        assertEquals(1, small.grow(2, "y"));
        assertEquals(-1, small.grow(1, null));
        assertEquals("y", small.get(2));
        assertThrows(WasmRangeException.class, () -> small.get(3));
        assertThrows(WasmRangeException.class, () -> small.set(-1, null));
        WasmTable unbounded = new WasmTable(store, ValueType.EXTERNREF, 0, ExternType.UNBOUNDED, null);
        assertEquals(-1, unbounded.grow(101, null));
        assertEquals(0, unbounded.grow(100, null));
        assertEquals(-1, unbounded.grow(Long.MAX_VALUE, null));
        assertThrows(WasmRangeException.class,
                () -> new WasmTable(store, ValueType.EXTERNREF, 101, ExternType.UNBOUNDED, null));
        assertThrows(WasmRangeException.class, () -> Wat.instance(store, "(table 101 funcref)"));
        assertEquals(new ExternType.Table(ValueType.EXTERNREF, 3, 3), small.type());
    }

    @Test
    void tableInstructionsTrapOutside() {
        WasmInstance instance = Wat.instance("""
                (table $t 2 externref) (elem $e externref (ref.null extern))
                (func (export "get") (param i32) (drop (table.get $t (local.get 0))))
                (func (export "set") (param i32) (table.set $t (local.get 0) (ref.null extern)))
                (func (export "init") (param i32) (table.init $t $e (local.get 0) (i32.const 0) (i32.const 1)))
                (func (export "copy") (param i32) (table.copy (local.get 0) (i32.const 0) (i32.const 1)))
                (func (export "fill") (param i32) (table.fill $t (local.get 0) (ref.null extern) (i32.const 1)))
                """);
        for (String name : new String[] {"get", "set", "init", "copy", "fill"}) {
            Wat.call(instance, name, 1);
            for (int index : new int[] {2, -1, Integer.MIN_VALUE}) {
                var e = assertThrows(WasmTrapException.class, () -> Wat.call(instance, name, index), name);
                assertEquals("table index is out of bounds", e.getMessage());
            }
        }
    }
}
