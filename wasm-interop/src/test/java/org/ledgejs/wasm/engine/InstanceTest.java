package org.ledgejs.wasm.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class InstanceTest {

    @Test
    void numbersOfAllTypesComeBackAsTheyWent() {
        WasmInstance instance = Wat.instance("""
                (func (export "i32") (param i32) (result i32) local.get 0)
                (func (export "i64") (param i64) (result i64) local.get 0)
                (func (export "f32") (param f32) (result f32) local.get 0)
                (func (export "f64") (param f64) (result f64) local.get 0)
                """);
        assertEquals(Integer.MIN_VALUE, Wat.call(instance, "i32", Integer.MIN_VALUE));
        assertEquals(Long.MIN_VALUE + 1, Wat.call(instance, "i64", Long.MIN_VALUE + 1));
        assertEquals(1.1f, Wat.call(instance, "f32", 1.1f));
        assertEquals(-0.0, Wat.call(instance, "f64", -0.0));
        assertEquals(Double.NaN, Wat.call(instance, "f64", Double.NaN));
    }

    @Test
    void missingArgumentsAreZeroAndSurplusOnesIgnored() {
        WasmInstance instance = Wat.instance("""
                (func (export "sub") (param i32 i32) (result i32) local.get 0 local.get 1 i32.sub)
                """);
        assertEquals(5, Wat.call(instance, "sub", 5));
        assertEquals(0, Wat.call(instance, "sub"));
        assertEquals(2, Wat.call(instance, "sub", 5, 3, 100, "x"));
    }

    @Test
    void manyResultsComeInOrder() {
        WasmInstance instance = Wat.instance("""
                (func (export "swap") (param i32 i64) (result i64 i32 f64)
                  local.get 1 local.get 0 f64.const 0.5)
                """);
        assertEquals(List.of(7L, 3, 0.5), Wat.call(instance, "swap", 3, 7L));
    }

    @Test
    void hostFunctionsReceiveAndReturnTypedValues() {
        List<Object> seen = new ArrayList<>();
        HostFunction host = arguments -> {
            seen.addAll(List.of(arguments));
            return new Object[] {(Long) arguments[0] + 1, "out"};
        };
        WasmInstance instance = Wat.instance("""
                (import "h" "f" (func $f (param i64 f32 externref) (result i64 externref)))
                (func (export "run") (param i64 f32 externref) (result i64 externref)
                  local.get 0 local.get 1 local.get 2 call $f)
                """, host);
        assertEquals(List.of(42L, "out"), Wat.call(instance, "run", 41L, 1.5f, "in"));
        assertEquals(List.of(41L, 1.5f, "in"), seen);
    }

    @Test
    void externrefKeepsIdentityAndNull() {
        WasmInstance instance = Wat.instance("""
                (global $kept (mut externref) (ref.null extern))
                (func (export "keep") (param externref) local.get 0 global.set $kept)
                (func (export "kept") (result externref) global.get $kept)
                (func (export "isNull") (param externref) (result i32) local.get 0 ref.is_null)
                """);
        Object thing = new Object();
        Wat.call(instance, "keep", thing);
        assertSame(thing, Wat.call(instance, "kept"));
        assertEquals(0, Wat.call(instance, "isNull", thing));
        assertEquals(1, Wat.call(instance, "isNull", new Object[] {null}));
    }

    @Test
    void theStartFunctionRunsAndAnExportNamedStartDoesNot() {
        List<Object> calls = new ArrayList<>();
        HostFunction log = arguments -> {
            calls.add(arguments[0]);
            return null;
        };
        Wat.instance("""
                (import "h" "log" (func $log (param i32)))
                (func $init i32.const 1 call $log)
                (func (export "_start") i32.const 2 call $log)
                (start $init)
                """, log);
        assertEquals(List.of(1), calls);
    }

    @Test
    void aTrapInTheStartFunctionFailsTheInstance() {
        WasmModule module = Wat.module("(func $init unreachable) (start $init)");
        var e = assertThrows(WasmTrapException.class, () -> new WasmStore().instantiate(module, List.of()));
        assertEquals("unreachable", e.getMessage());
    }

    @Test
    void instancesOfOneModuleShareNothing() {
        WasmModule module = Wat.module("""
                (memory (export "memory") 1)
                (table (export "table") 1 10 funcref)
                (global $n (export "n") (mut i32) (i32.const 0))
                (data $d "abc") (elem $e func $bump)
                (func $bump (export "bump") (result i32)
                  (global.set $n (i32.add (global.get $n) (i32.const 1)))
                  (i32.store (i32.const 0) (global.get $n))
                  (drop (table.grow (ref.func $bump) (i32.const 1)))
                  (data.drop $d) (elem.drop $e)
                  (global.get $n))
                (func (export "init") (memory.init $d (i32.const 8) (i32.const 0) (i32.const 3)))
                """);
        WasmStore store = new WasmStore();
        WasmInstance one = store.instantiate(module, List.of());
        assertEquals(1, Wat.call(one, "bump"));
        assertEquals(2, Wat.call(one, "bump"));
        assertThrows(WasmTrapException.class, () -> Wat.call(one, "init"));
        WasmInstance two = store.instantiate(module, List.of());
        assertEquals(1, ((WasmTable) two.exports().get("table")).size());
        assertEquals(3, ((WasmTable) one.exports().get("table")).size());
        assertEquals(0, ((WasmGlobal) two.exports().get("n")).get());
        assertEquals(0, ((WasmMemory) two.exports().get("memory")).bytes()[0]);
        Wat.call(two, "init");
        assertEquals('c', ((WasmMemory) two.exports().get("memory")).bytes()[10]);
    }

    @Test
    void functionsHaveOneIdentityWhereverTheyAreFound() {
        WasmStore store = new WasmStore();
        WasmInstance one = Wat.instance(store, """
                (func $f (export "a") (export "b")) (table (export "t") 1 funcref) (elem (i32.const 0) $f)
                (global (export "g") funcref (ref.func $f))
                (func (export "get") (result funcref) ref.func $f)
                """);
        WasmFunction a = Wat.function(one, "a");
        assertSame(a, one.exports().get("b"));
        assertSame(a, ((WasmTable) one.exports().get("t")).get(0));
        assertSame(a, ((WasmGlobal) one.exports().get("g")).get());
        assertSame(a, Wat.call(one, "get"));
        WasmInstance two = Wat.instance(store, """
                (import "m" "f" (func $f)) (export "f" (func $f)) (elem declare func $f)
                (func (export "get") (result funcref) ref.func $f)
                """, a);
        assertSame(a, two.exports().get("f"));
        assertSame(a, Wat.call(two, "get"));
        assertEquals(0, a.index());
    }

    @Test
    void twoImportsOfOneNameStayTwo() {
        HostFunction first = arguments -> new Object[] {1};
        HostFunction second = arguments -> new Object[] {2};
        WasmInstance instance = Wat.instance("""
                (import "m" "f" (func $a (result i32))) (import "m" "f" (func $b (result i32)))
                (func (export "run") (result i32 i32) call $a call $b)
                """, first, second);
        assertEquals(List.of(1, 2), Wat.call(instance, "run"));
    }

    @Test
    void importsOfTheWrongKindOrTypeDoNotLink() {
        WasmStore store = new WasmStore();
        WasmFunction ints = Wat.function(Wat.instance(store, "(func (export \"f\") (param i32))"), "f");
        assertLinkError(store, "(import \"m\" \"f\" (func (param i64)))", ints,
                "Import #0 \"m\" \"f\": imported function does not match the expected type");
        assertLinkError(store, "(import \"m\" \"f\" (memory 1))", ints,
                "Import #0 \"m\" \"f\": memory import must be a WebAssembly.Memory object");
        assertLinkError(store, "(import \"m\" \"f\" (memory 2))", new WasmMemory(store, 1, 4, false),
                "memory import has 1 pages which is smaller than the declared initial of 2");
        assertLinkError(store, "(import \"m\" \"f\" (memory 1 2))", new WasmMemory(store, 1, 4, false),
                "memory import has a larger maximum size 4 than the module's declared maximum 2");
        assertLinkError(store, "(import \"m\" \"f\" (memory 1 40000))",
                new WasmMemory(store, 1, ExternType.UNBOUNDED, false),
                "memory import has no maximum limit, expected at most 40000");
        assertLinkError(store, "(import \"m\" \"f\" (table 2 funcref))",
                new WasmTable(store, ValueType.FUNCREF, 1, ExternType.UNBOUNDED, null), "smaller than the declared");
        assertLinkError(store, "(import \"m\" \"f\" (table 1 externref))",
                new WasmTable(store, ValueType.FUNCREF, 1, ExternType.UNBOUNDED, null), "expected type");
        assertLinkError(store, "(import \"m\" \"f\" (global (mut i32)))",
                new WasmGlobal(store, ValueType.I32, false, 1), "expected mutability");
        assertLinkError(store, "(import \"m\" \"f\" (global i32))",
                new WasmGlobal(store, ValueType.I64, false, 1L), "expected type");
        assertThrows(WasmLinkException.class,
                () -> store.instantiate(Wat.module("(import \"m\" \"f\" (func))"), List.of()));
    }

    private static void assertLinkError(WasmStore store, String fields, Extern given, String message) {
        var e = assertThrows(WasmLinkException.class, () -> Wat.instance(store, fields, given));
        assertTrue(e.getMessage().contains(message), e::getMessage);
    }

    @Test
    void globalsAreSharedWithTheHost() {
        WasmStore store = new WasmStore();
        WasmGlobal counter = new WasmGlobal(store, ValueType.I64, true, 40L);
        WasmInstance instance = Wat.instance(store, """
                (import "h" "n" (global $n (mut i64)))
                (func (export "inc") (global.set $n (i64.add (global.get $n) (i64.const 1))))
                (global (export "c") f64 (f64.const 2.5))
                (global (export "r") (mut externref) (ref.null extern))
                """, counter);
        Wat.call(instance, "inc");
        assertEquals(41L, counter.get());
        counter.set(Long.MAX_VALUE);
        Wat.call(instance, "inc");
        assertEquals(Long.MIN_VALUE, counter.get());
        WasmGlobal constant = (WasmGlobal) instance.exports().get("c");
        assertEquals(2.5, constant.get());
        assertThrows(WasmTypeException.class, () -> constant.set(1.0));
        WasmGlobal reference = (WasmGlobal) instance.exports().get("r");
        assertNull(reference.get());
        reference.set("x");
        assertEquals("x", reference.get());
    }
}
