package org.ledgejs.wasm.engine;

import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;

/**
 * Runs an instance's functions: interpreted at first, from byte code once {@link Tiers} has it, without a caller
 * noticing.
 *
 * <p>Each entry from outside gets an interpreter with a stack of its own. The engine's interpreter would otherwise
 * unwind exceptions through the frames of host functions in between, and keep on its stack what a trap left there.
 */
final class TieredMachine implements Machine {

    private final WasmInstance owner;
    private final WasmStore store;
    private final Instance engine;
    private final Tiers tiers;
    private Machine compiled;
    private EntryInterpreter idle;
    private int depth;

    TieredMachine(WasmInstance owner, Instance engine, Tiers tiers) {
        this.owner = owner;
        this.store = owner.store();
        this.engine = engine;
        this.tiers = tiers;
    }

    WasmInstance owner() {
        return owner;
    }

    @Override
    public long[] call(int function, long[] arguments) {
        WasmInstance caller = store.enter(owner);
        Machine machine = acquire();
        boolean completed = false;
        try {
            long[] results = machine.call(function, arguments);
            completed = true;
            return results;
        } finally {
            release(machine, completed);
            store.leave(caller);
        }
    }

    @Override
    public long[] call(int function, long[] arguments, Object[] objects) {
        return objects == null ? call(function, arguments) : callWithRefs(function, arguments, objects).longs();
    }

    @Override
    public CallResult callWithRefs(int function, long[] arguments, Object[] objects) {
        WasmInstance caller = store.enter(owner);
        Machine machine = acquire();
        boolean completed = false;
        try {
            CallResult result = machine.callWithRefs(function, arguments, objects);
            completed = true;
            return result;
        } finally {
            release(machine, completed);
            store.leave(caller);
        }
    }

    /** The byte code's machine, or null while there is none. */
    Machine compiled() {
        if (compiled == null && tiers.isCompiled()) {
            compiled = tiers.compiledMachine(engine);
        }
        return compiled;
    }

    private Machine acquire() {
        Machine machine = compiled();
        if (machine == null) {
            EntryInterpreter interpreter = idle == null ? new EntryInterpreter(engine, this) : idle;
            idle = null;
            interpreter.enter();
            machine = interpreter;
        }
        depth++;
        return machine;
    }

    private void release(Machine machine, boolean completed) {
        depth--;
        if (machine instanceof EntryInterpreter interpreter) {
            tiers(interpreter.leave());
            idle = completed ? interpreter : null;
        } else if (!completed && depth == 0) {
            // functions too large for byte code run on an interpreter inside, whose stack is in no known state now
            compiled = null;
            engine.clearTailCall();
        }
    }

    void tiers(long interpretedNanos) {
        if (store.options().tiering() == WasmEngine.Tiering.TIERED) {
            tiers.interpreted(interpretedNanos);
        }
    }
}
