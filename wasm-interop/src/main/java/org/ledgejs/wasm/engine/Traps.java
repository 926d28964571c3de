package org.ledgejs.wasm.engine;

import run.endive.runtime.WasmException;
import run.endive.runtime.WasmInterruptedException;
import run.endive.wasm.MalformedException;
import run.endive.wasm.UnlinkableException;
import run.endive.wasm.WasmEngineException;

import java.util.Arrays;
import java.util.List;

/** What goes wrong, on its way out of WebAssembly code and into it. */
final class Traps {

    static final String TYPE_MISMATCH = "indirect call type mismatch";
    private static final String STACK = "call stack exhausted";
    private static final String OUT_OF_MEMORY_BOUNDS = "memory access out of bounds";

    /** The engine's words, or how they begin, and V8's. */
    private static final List<String[]> WORDS = List.of(
            new String[] {"Trapped on unreachable", "unreachable"},
            new String[] {"integer divide by zero", "divide by zero"},
            new String[] {"invalid conversion to integer", "float unrepresentable in integer range"},
            new String[] {"out of bounds memory access", OUT_OF_MEMORY_BOUNDS},
            new String[] {"out of bounds table access", "table index is out of bounds"},
            new String[] {"undefined element", "table index is out of bounds"},
            new String[] {"uninitialized element", "null function or function signature mismatch"},
            new String[] {TYPE_MISMATCH, "null function or function signature mismatch"},
            new String[] {"Trapped on call_ref", "dereferencing a null pointer"},
            new String[] {"Trapped on ref_as_non_null", "dereferencing a null pointer"},
            new String[] {"null ", "dereferencing a null pointer"},
            new String[] {"out of bounds array access", "array element access out of bounds"},
            new String[] {"cast failure", "illegal cast"},
            new String[] {"unaligned atomic", "operation does not support unaligned accesses"},
            new String[] {"unknown function", "a function reference of another instance cannot be called by call_ref"});

    private Traps() {
    }

    /** A failure inside a call from the host, as the host is to see it; never returns for what the host threw. */
    static RuntimeException translate(WasmStore store, Throwable failure) {
        if (store.isThrownByHost(failure)) {
            store.forgetHostFailure();
            throw Traps.<RuntimeException>unchanged(failure);
        }
        return switch (failure) {
            case HostException e -> throw Traps.<RuntimeException>unchanged(e.failure());
            case WasmException e -> uncaught(store, e);
            case WasmError e -> e;
            case WasmThrow e -> e;
            case WasmInterruptedException e -> new WasmInterruption("interrupted", e);
            case UnlinkableException e -> new WasmLinkException(e.getMessage(), e);
            case MalformedException e -> new WasmLinkException(e.getMessage(), e);
            case WasmEngineException e -> trap(e);
            case StackOverflowError e -> new WasmRangeException("Maximum call stack size exceeded", e);
            case OutOfMemoryError e -> throw e;
            case IndexOutOfBoundsException e -> new WasmTrapException(OUT_OF_MEMORY_BOUNDS, e);
            case RuntimeException e -> new WasmTrapException("internal failure: " + e, e);
            case AssertionError e -> new WasmTrapException("internal failure: " + e, e);
            default -> throw Traps.<RuntimeException>unchanged(failure);
        };
    }

    private static WasmError trap(WasmEngineException failure) {
        String message = failure.getMessage() == null ? "trap" : failure.getMessage();
        if (message.startsWith(STACK)) {
            return new WasmRangeException("Maximum call stack size exceeded", failure);
        }
        for (String[] words : WORDS) {
            if (message.startsWith(words[0])) {
                return new WasmTrapException(words[1], failure);
            }
        }
        return new WasmTrapException(message, failure);
    }

    private static RuntimeException uncaught(WasmStore store, WasmException exception) {
        if (exception instanceof CarriedThrow carried) {
            return carried.original();
        }
        TieredMachine machine = (TieredMachine) exception.instance().getMachine();
        WasmInstance thrower = machine.owner();
        WasmTag tag = thrower.tag(exception.tagIdx());
        Object[] payload = tag.signature().decodeParameters(thrower, exception.args(), exception.refArgs());
        if (tag == store.hostTag() && store.guestExceptions() != null) {
            return store.guestExceptions().failure(payload[0]);
        }
        return new WasmThrow(tag, Arrays.asList(payload));
    }

    /** What a host function threw, in the form in which it passes through WebAssembly code. */
    static <T extends Throwable> RuntimeException intoCode(WasmInstance caller, Throwable failure) throws T {
        WasmStore store = caller.store();
        if (caller.module().catches) {
            if (failure instanceof WasmThrow thrown) {
                throw new CarriedThrow(store, thrown);
            }
            var guest = store.guestExceptions();
            if (guest != null && guest.isCatchable(failure)) {
                throw new HostException(store, guest.payload(failure), failure);
            }
        }
        store.thrownByHost(failure);
        throw Traps.<RuntimeException>unchanged(failure);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException unchanged(Throwable failure) throws T {
        throw (T) failure;
    }
}
