package org.ledgejs.wasm.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.util.List;

class ModuleTest {

    private static final String EVERYTHING = """
            (import "m" "f" (func (param i32 f64) (result i64)))
            (import "m" "t" (table 1 7 funcref))
            (import "m" "mem" (memory 1 3))
            (import "m" "g" (global (mut f32)))
            (func (export "run") (param i32) (result i32 externref) local.get 0 ref.null extern)
            (export "table" (table 0)) (export "memory" (memory 0)) (export "global" (global 0))
            """;

    @Test
    void importsAndExportsAreDescribedInOrder() {
        WasmModule module = Wat.module(EVERYTHING);
        assertEquals(List.of(
                new WasmModule.Import("m", "f",
                        new ExternType.Function(List.of(ValueType.I32, ValueType.F64), List.of(ValueType.I64))),
                new WasmModule.Import("m", "t", new ExternType.Table(ValueType.FUNCREF, 1, 7)),
                new WasmModule.Import("m", "mem", new ExternType.Memory(1, 3, false)),
                new WasmModule.Import("m", "g", new ExternType.Global(ValueType.F32, true))), module.imports());
        assertEquals(List.of("run", "table", "memory", "global"),
                module.exports().stream().map(WasmModule.Export::name).toList());
        assertEquals(new ExternType.Function(List.of(ValueType.I32), List.of(ValueType.I32, ValueType.EXTERNREF)),
                module.exports().getFirst().type());
        assertEquals("memory", module.exports().get(2).type().kind().toString());
    }

    @Test
    void customSectionsOfOneNameAreAllFound() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        bytes.writeBytes(new byte[] {0, 4, 1, 'x', 10, 11, 0, 2, 1, 'y', 0, 3, 1, 'x', 12});
        WasmModule module = WasmEngine.compile(bytes.toByteArray());
        List<byte[]> sections = module.customSections("x");
        assertEquals(2, sections.size());
        assertArrayEquals(new byte[] {10, 11}, sections.get(0));
        assertArrayEquals(new byte[] {12}, sections.get(1));
        sections.get(0)[0] = 99;
        assertArrayEquals(new byte[] {10, 11}, module.customSections("x").get(0));
        assertEquals(0, module.customSections("y").getFirst().length);
        assertTrue(module.customSections("z").isEmpty());
    }

    @Test
    void validateTellsModulesFromOtherBytes() {
        assertTrue(WasmEngine.validate(Wat.bytes(EVERYTHING)));
        assertTrue(WasmEngine.validate(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0}));
        assertFalse(WasmEngine.validate(new byte[0]));
        assertFalse(WasmEngine.validate(new byte[] {0, 'a', 's', 'm', 2, 0, 0, 0}));
        assertFalse(WasmEngine.validate("function () {}".getBytes()));
    }

    @Test
    void duplicateExportsAndBadStartFunctionsAreCompileErrors() {
        byte[] header = {0, 'a', 's', 'm', 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0};
        byte[] twice = concat(header, new byte[] {7, 9, 2, 1, 'e', 0, 0, 1, 'e', 0, 0, 10, 4, 1, 2, 0, 0x0b});
        assertThrows(WasmCompileException.class, () -> WasmEngine.compile(twice));
        byte[] start = concat(header, new byte[] {8, 1, 5, 10, 4, 1, 2, 0, 0x0b});
        assertThrows(WasmCompileException.class, () -> WasmEngine.compile(start));
        byte[] export = concat(header, new byte[] {7, 5, 1, 1, 'e', 0, 9, 10, 4, 1, 2, 0, 0x0b});
        assertThrows(WasmCompileException.class, () -> WasmEngine.compile(export));
    }

    private static byte[] concat(byte[] a, byte[] b) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(a);
        out.writeBytes(b);
        return out.toByteArray();
    }
}
