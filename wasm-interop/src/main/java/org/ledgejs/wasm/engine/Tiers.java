package org.ledgejs.wasm.engine;

import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.MachineFactoryCompiler;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The way of one module from the interpreter to Java byte code, common to all of its instances.
 *
 * <p>Time spent interpreting decides, not calls: byte code costs half a second for the smallest module in a cold
 * process, so it has to be earned.
 */
final class Tiers {

    private static final long HOT_NANOS = 20_000_000;
    private static final long HOT_ENTRIES = 2_000;

    private final run.endive.wasm.WasmModule code;
    private final AtomicBoolean requested = new AtomicBoolean();
    private final AtomicLong interpretedNanos = new AtomicLong();
    private final AtomicLong entries = new AtomicLong();
    private volatile Function<Instance, Machine> compiled;

    Tiers(run.endive.wasm.WasmModule code) {
        this.code = code;
    }

    boolean isCompiled() {
        return compiled != null;
    }

    /** A machine over byte code, or null while there is none. */
    Machine compiledMachine(Instance instance) {
        Function<Instance, Machine> factory = compiled;
        return factory == null ? null : factory.apply(instance);
    }

    /** Accounts for interpreted time and asks for byte code once there was enough of it. */
    void interpreted(long nanos) {
        if (interpretedNanos.addAndGet(nanos) > HOT_NANOS || entries.incrementAndGet() > HOT_ENTRIES) {
            request();
        }
    }

    private void request() {
        if (requested.compareAndSet(false, true)) {
            BackgroundCompiler.submit(this::compile);
        }
    }

    void compileNow() {
        if (requested.compareAndSet(false, true)) {
            compile();
        }
    }

    /** A module the compiler cannot handle stays interpreted. */
    private void compile() {
        try {
            compiled = MachineFactoryCompiler.builder(code)
                    .withInterpreterFallback(InterpreterFallback.SILENT).compile();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError e) {
            compiled = null;
        }
    }
}
