package org.ledgejs.wasm.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import run.endive.wasm.types.OpCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Whatever the bytes, the outcome is a module or one of our exceptions. */
class MalformedModuleTest {

    private static final long SEED = 20260101;
    private static final int FLIPPED_MODULES = 4_000;

    /** A bit of everything that is decoded, validated, linked and run at instantiation. */
    private static final String SAMPLE = """
            (type $t (func (param i32 i32) (result i32)))
            (import "h" "f" (func $f (type $t))) (import "h" "g" (global $g i32))
            (memory (export "memory") 1 2) (table (export "table") 3 5 funcref)
            (global $m (export "m") (mut i64) (i64.const -5))
            (elem (i32.const 1) $add $f) (data (i32.const 16) "some bytes") (data $p "passive")
            (func $add (export "add") (type $t) (i32.add (local.get 0) (local.get 1)))
            (func $start (local f64)
              (if (i32.gt_s (call $add (i32.const 2) (i32.const 3)) (i32.const 4))
                (then (i32.store (i32.const 4) (call_indirect (type $t) (i32.const 1) (i32.const 2) (i32.const 1))))
                (else (memory.init $p (i32.const 0) (i32.const 0) (i32.const 7)) (data.drop $p)))
              (global.set $m (i64.extend_i32_s (call $f (i32.const 1) (global.get $g))))
              (block $b (br_table $b $b $b (i32.const 1)))
              (local.set 0 (f64.sqrt (f64.const 2))))
            (start $start)
            """;

    private final WasmStore store = new WasmStore(new WasmEngine.Options(WasmEngine.Tiering.INTERPRET, 16, 1000));

    @Test
    void theSampleIsSound() {
        assertTrue(run(Wat.bytes(SAMPLE)));
    }

    @Test
    void truncatedModulesAreRefused() {
        byte[] module = Wat.bytes(SAMPLE);
        int accepted = 0;
        for (int length = 0; length < module.length; length++) {
            if (run(Arrays.copyOf(module, length))) {
                accepted++;
            }
        }
        // a prefix may end between two sections
        assertTrue(accepted < 10, "truncated modules that pass");
        assertFalse(WasmEngine.validate(Arrays.copyOf(module, module.length - 1)));
    }

    @Test
    void damagedModulesNeverCauseAnythingButOurExceptions() {
        byte[] module = Wat.bytes(SAMPLE);
        Random random = new Random(SEED);
        for (int i = 0; i < FLIPPED_MODULES; i++) {
            byte[] damaged = module.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                damaged[8 + random.nextInt(damaged.length - 8)] ^= (byte) (1 << random.nextInt(8));
            }
            run(damaged);
        }
    }

    @Test
    void randomSectionsNeverCauseAnythingButOurExceptions() {
        Random random = new Random(SEED);
        for (int i = 0; i < FLIPPED_MODULES; i++) {
            byte[] noise = new byte[8 + random.nextInt(60)];
            random.nextBytes(noise);
            System.arraycopy(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0}, 0, noise, 0, 8);
            if (noise.length > 10) {
                noise[8] = (byte) random.nextInt(14);
                noise[9] = (byte) (noise.length - 10);
            }
            run(noise);
        }
    }

    /** Compiles and, if that works, instantiates; false if one of our exceptions came of it. */
    private boolean run(byte[] bytes) {
        try {
            WasmModule module = WasmEngine.compile(bytes);
            if (loops(module)) {
                return true;
            }
            List<Extern> imports = new ArrayList<>();
            for (WasmModule.Import entry : module.imports()) {
                imports.add(entity(entry.type()));
            }
            store.instantiate(module, imports);
            return true;
        } catch (WasmError | WasmThrow e) {
            return false;
        }
    }

    /** Damage can turn a block into a loop, which then may well run forever. */
    private static boolean loops(WasmModule module) {
        return Arrays.stream(module.code.codeSection().functionBodies())
                .flatMap(body -> body.instructions().stream())
                .anyMatch(instruction -> instruction.opcode() == OpCode.LOOP);
    }

    private Extern entity(ExternType type) {
        return switch (type) {
            case ExternType.Function function -> (HostFunction) arguments -> new Object[] {1, 1, 1, 1};
            case ExternType.Table table -> new WasmTable(store, ValueType.FUNCREF, 3, 5, null);
            case ExternType.Memory memory -> new WasmMemory(store, 1, 2, false);
            case ExternType.Global global -> new WasmGlobal(store, ValueType.I32, global.mutable(), 1);
            case ExternType.Tag tag -> new WasmTag(List.of());
        };
    }
}
