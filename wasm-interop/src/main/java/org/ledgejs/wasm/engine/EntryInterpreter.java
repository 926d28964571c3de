package org.ledgejs.wasm.engine;

import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;
import run.endive.runtime.InterpreterMachine;
import run.endive.runtime.MStack;
import run.endive.runtime.Machine;
import run.endive.runtime.StackFrame;
import run.endive.runtime.WasmException;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

import java.util.Deque;

/**
 * The interpreter, for one entry into an instance. It leaves for byte code at the next call when that arrives, and
 * lets exceptions of functions it calls in other instances reach the handlers of its own.
 */
final class EntryInterpreter extends InterpreterMachine {

    private static final int CALLS_BETWEEN_CLOCK_READINGS = 256;

    private final Instance engine;
    private final TieredMachine outer;
    private boolean entered;
    private int calls;
    private long since;
    /** The instance of the indirect call under way, if it is not this one. */
    private Instance elsewhere;

    EntryInterpreter(Instance engine, TieredMachine outer) {
        super(engine);
        this.engine = engine;
        this.outer = outer;
    }

    void enter() {
        entered = false;
        calls = 0;
        since = System.nanoTime();
    }

    /** @return nanoseconds since the entry or the last account */
    long leave() {
        return System.nanoTime() - since;
    }

    @Override
    protected boolean useCurrentInstanceInterpreter(Instance instance, Instance target, int function) {
        elsewhere = target == instance ? null : target;
        return true;
    }

    @Override
    protected long[] call(MStack stack, Instance instance, Deque<StackFrame> frames, int function, long[] arguments,
            Object[] objects, FunctionType expected, boolean popResults) {
        if (!entered) {
            entered = true;
            return super.call(stack, instance, frames, function, arguments, objects, expected, popResults);
        }
        if (elsewhere != null) {
            Instance target = elsewhere;
            elsewhere = null;
            callOn(target, target.getMachine(), stack, frames, function, arguments, objects);
            return null;
        }
        account();
        Machine compiled = engine.function(function) == null ? null : outer.compiled();
        if (compiled != null) {
            callOn(engine, compiled, stack, frames, function, arguments, objects);
            return null;
        }
        return super.call(stack, instance, frames, function, arguments, objects, expected, popResults);
    }

    private void account() {
        if (++calls == CALLS_BETWEEN_CLOCK_READINGS) {
            calls = 0;
            long now = System.nanoTime();
            outer.tiers(now - since);
            since = now;
        }
    }

    private void callOn(Instance target, Machine machine, MStack stack, Deque<StackFrame> frames, int function,
            long[] arguments, Object[] objects) {
        FunctionType type = target.type(target.functionType(function));
        CallResult result;
        try {
            result = type.hasObjectRefParams() || type.hasObjectRefReturns()
                    ? machine.callWithRefs(function, arguments, objects)
                    : CallResult.of(machine.call(function, arguments), null);
        } catch (WasmException e) {
            // unwinds to a handler in this interpreter's frames, or throws on
            StackFrame frame = new StackFrame(engine, function, arguments);
            THROW_REF(engine, engine.registerException(e), stack, frame, frames);
            return;
        }
        push(stack, type, result);
    }

    private static void push(MStack stack, FunctionType type, CallResult result) {
        int slot = 0;
        for (ValType returned : type.returns()) {
            if (returned.isObjectRef()) {
                stack.pushRef(result.refResult(slot++));
            } else {
                stack.push(result.longResult(slot++));
                if (returned.equals(ValType.V128)) {
                    stack.push(result.longResult(slot++));
                }
            }
        }
    }
}
