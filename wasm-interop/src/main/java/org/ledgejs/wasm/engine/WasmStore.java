package org.ledgejs.wasm.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All instances and entities that can reach one another: one agent's WebAssembly world, used from its thread only. */
public final class WasmStore {

    /** How a host's own exceptions look to WebAssembly code that catches. */
    public interface GuestExceptions {

        /** Whether {@code catch_all} and the host's tag see this failure; all others pass through every handler. */
        boolean isCatchable(Throwable failure);

        /** The externref a handler for {@link WasmStore#hostTag} receives. */
        Object payload(Throwable failure);

        /** What is thrown when WebAssembly code throws the host's tag and nothing in it catches. */
        RuntimeException failure(Object payload);
    }

    /** References from this value on are not indices of the instance that holds them but of {@link #foreign}. */
    private static final int FOREIGN = 1 << 24;

    private final WasmEngine.Options options;
    private final List<WasmFunction> foreign = new ArrayList<>();
    private final Map<WasmFunction, Integer> foreignIndices = new HashMap<>();
    private WasmTag hostTag;
    private GuestExceptions guestExceptions;
    private Throwable hostFailure;
    /** The instance whose code runs, to which function references in the engine's hands are relative. */
    private WasmInstance current;

    public WasmStore() {
        this(WasmEngine.Options.DEFAULT);
    }

    public WasmStore(WasmEngine.Options options) {
        this.options = options;
    }

    /**
     * Links and initialises an instance and runs its start function, but no export of whatever name.
     *
     * @param imports one entity for each of {@link WasmModule#imports}, in order
     * @throws WasmLinkException if an import is missing or of the wrong type
     * @throws WasmTrapException if a segment does not fit or the start function traps
     * @throws WasmRangeException if a memory or table cannot be had
     */
    public WasmInstance instantiate(WasmModule module, List<? extends Extern> imports) {
        WasmInstance instance = new WasmInstance(this, module);
        WasmInstance caller = enter(instance);
        try {
            instance.initialize(new Linker(instance, imports));
            return instance;
        } catch (Throwable failure) {
            throw Traps.translate(this, failure);
        } finally {
            leave(caller);
        }
    }

    /** Makes the host's exceptions visible to WebAssembly code. */
    public void setGuestExceptions(GuestExceptions exceptions) {
        guestExceptions = exceptions;
    }

    GuestExceptions guestExceptions() {
        return guestExceptions;
    }

    /** The tag under which WebAssembly code sees the host's exceptions: JavaScript's {@code WebAssembly.JSTag}. */
    public WasmTag hostTag() {
        if (hostTag == null) {
            hostTag = new WasmTag(List.of(ValueType.EXTERNREF));
        }
        return hostTag;
    }

    WasmEngine.Options options() {
        return options;
    }

    WasmInstance current() {
        return current;
    }

    /** @return the caller, for {@link #leave} */
    WasmInstance enter(WasmInstance callee) {
        WasmInstance caller = current;
        current = callee;
        return caller;
    }

    void leave(WasmInstance caller) {
        current = caller;
    }

    /** Remembers what a host function threw, to tell it from failures of the engine when it comes back out. */
    void thrownByHost(Throwable failure) {
        hostFailure = failure;
    }

    boolean isThrownByHost(Throwable failure) {
        return failure == hostFailure;
    }

    void forgetHostFailure() {
        hostFailure = null;
    }

    boolean isForeign(long reference) {
        return reference >= FOREIGN;
    }

    WasmFunction foreignFunction(long reference) {
        return foreign.get((int) reference - FOREIGN);
    }

    int foreignReference(WasmFunction function) {
        return foreignIndices.computeIfAbsent(function, added -> {
            foreign.add(added);
            return FOREIGN + foreign.size() - 1;
        });
    }
}
