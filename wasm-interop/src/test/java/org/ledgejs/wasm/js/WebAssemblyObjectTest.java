package org.ledgejs.wasm.js;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/** The WebAssembly namespace as programs use it. */
class WebAssemblyObjectTest {
    /** (module (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add)) */
    private static final String ADD = """
            new Uint8Array([0,97,115,109,1,0,0,0, 1,7,1,96,2,127,127,1,127, 3,2,1,0, 7,7,1,3,97,100,100,0,0, 10,9,1,7,0,32,0,32,1,106,11])""";

    private static String run(String program) {
        try (Context context = Context.create("ledge")) {
            Value value = context.eval("ledge", program);
            return value.toString();
        }
    }

    @Test
    void exportedFunctionsAreFunctionsWithIndexNames() {
        assertEquals("5,0,2,true", run("""
                const add = new WebAssembly.Instance(new WebAssembly.Module(%s)).exports.add;
                [add(2, 3), add.name, add.length, add instanceof Function].join()""".formatted(ADD)));
    }

    @Test
    void instantiateGivesModuleAndInstanceOfBytes() {
        try (Context context = Context.create("ledge")) {
            context.eval("ledge", """
                    var result;
                    WebAssembly.instantiate(%s).then(({ module, instance }) => { result = instance.exports.add(3, 4) + ' ' + (module instanceof WebAssembly.Module) })
                    """.formatted(ADD));
            assertEquals("7 true", context.eval("ledge", "result").asString());
        }
    }

    @Test
    void malformedBytesAreCompileErrors() {
        assertEquals("CompileError true true", run("""
                try { new WebAssembly.Module(new Uint8Array([0, 97, 115])) } catch (e) { `${e.name} ${e instanceof WebAssembly.CompileError} ${e instanceof Error}` }"""));
    }

    @Test
    void growingDetachesTheBuffer() {
        assertEquals("0,131072,false", run("""
                const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 }); const before = memory.buffer; memory.grow(1);
                [before.byteLength, memory.buffer.byteLength, before === memory.buffer].join()"""));
    }

    @Test
    void growingBeyondTheMaximumIsARangeError() {
        assertEquals("RangeError", run("try { new WebAssembly.Memory({ initial: 1, maximum: 1 }).grow(1) } catch (e) { e.name }"));
    }

    @Test
    void globalsOfI64AreBigInts() {
        assertEquals("7n", run("const g = new WebAssembly.Global({ value: 'i64', mutable: true }, 5n); g.value += 2n; g.value + 'n'"));
    }

    @Test
    void exportsAreFrozenWithoutPrototype() {
        assertEquals("true,null", run("""
                const { exports } = new WebAssembly.Instance(new WebAssembly.Module(%s));
                [Object.isFrozen(exports), String(Object.getPrototypeOf(exports))].join()""".formatted(ADD)));
    }
}
