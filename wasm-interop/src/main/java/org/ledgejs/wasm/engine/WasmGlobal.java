package org.ledgejs.wasm.engine;

import run.endive.wasm.types.MutabilityType;

/** A global variable. */
public final class WasmGlobal extends WasmObject {

    private final StoreGlobal engine;
    private final ExternType.Global type;

    /** A global of the host, with a value of its type. */
    public WasmGlobal(WasmStore store, ValueType type, boolean mutable, Object value) {
        this(new StoreGlobal(store, 0, 0, type.toEngine(), mutable ? MutabilityType.Var : MutabilityType.Const), true);
        engine.write(value);
    }

    private WasmGlobal(StoreGlobal engine, boolean adopt) {
        this.engine = engine;
        this.type = new ExternType.Global(ValueType.of(engine.getType()),
                engine.getMutabilityType() == MutabilityType.Var);
        if (adopt) {
            engine.setFacade(this);
        }
    }

    static WasmGlobal of(StoreGlobal engine) {
        return new WasmGlobal(engine, false);
    }

    @Override
    public ExternType.Global type() {
        return type;
    }

    /** @throws WasmTypeException if the value has no representation outside */
    public Object get() {
        return engine.read();
    }

    /** @throws WasmTypeException if the global is immutable or the value has no representation inside */
    public void set(Object value) {
        if (!type.mutable()) {
            throw new WasmTypeException("Can't set the value of an immutable global.");
        }
        engine.write(value);
    }

    StoreGlobal engine() {
        return engine;
    }
}
