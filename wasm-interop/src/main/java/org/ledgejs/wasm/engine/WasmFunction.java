package org.ledgejs.wasm.engine;

import run.endive.runtime.CallResult;

/** A function of an instance: one object for each function, wherever it is found. */
public final class WasmFunction extends WasmObject {

    private final WasmInstance owner;
    private final int index;
    private final ExternType.Function type;
    private final Signature signature;

    WasmFunction(WasmInstance owner, int index) {
        this.owner = owner;
        this.index = index;
        this.type = ValueType.of(owner.shape().functionType(index));
        this.signature = new Signature(type);
    }

    @Override
    public ExternType.Function type() {
        return type;
    }

    /** The function's index in the module that defines it, which is its name in JavaScript. */
    public int index() {
        return index;
    }

    WasmInstance owner() {
        return owner;
    }

    Signature signature() {
        return signature;
    }

    /**
     * Calls the function. Missing arguments are zero or null, more than the type asks for are ignored.
     *
     * @return one value for each result
     * @throws WasmTrapException if the code traps
     * @throws WasmRangeException if the stack is exhausted
     * @throws WasmThrow if the code throws an exception and does not catch it
     * @throws WasmTypeException if the type has a parameter or result no host can represent
     */
    public Object[] call(Object... arguments) {
        signature.checkRepresentable();
        try {
            long[] slots = signature.encodeParameters(owner, arguments);
            if (signature.hasObjects()) {
                Object[] objects = signature.objectParameters(arguments);
                return signature.decodeResults(owner, owner.machine().callWithRefs(index, slots, objects));
            }
            long[] results = owner.machine().call(index, slots);
            return signature.decodeResults(owner, CallResult.of(results, null));
        } catch (Throwable failure) {
            throw Traps.translate(owner.store(), failure);
        }
    }

    /**
     * Calls a function that has only numbers, without boxing: i32 and i64 as they are, f32 and f64 as their bits.
     *
     * @param slots one for each parameter
     * @return one for each result; null if there is none
     */
    public long[] callNumeric(long... slots) {
        try {
            return owner.machine().call(index, slots);
        } catch (Throwable failure) {
            throw Traps.translate(owner.store(), failure);
        }
    }

    /** Whether {@link #callNumeric} may be used. */
    public boolean isNumeric() {
        return signature.isNumeric();
    }
}
