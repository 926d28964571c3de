package org.ledgejs.wasm.engine;

import run.endive.runtime.GlobalInstance;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.ValType;

/**
 * A global as the engine sees it. It keeps function references as functions and hands them out as whatever denotes
 * them to the instance that runs.
 */
@SuppressWarnings("deprecation")
final class StoreGlobal extends GlobalInstance {

    private final WasmStore store;
    private final ValueType type;
    private WasmFunction function;
    private WasmGlobal facade;

    StoreGlobal(WasmStore store, long low, long high, ValType type, MutabilityType mutability) {
        super(low, high, type, mutability);
        this.store = store;
        this.type = ValueType.of(type);
        if (holdsFunctions() && store.current() != null) {
            function = store.current().function((int) low);
        }
    }

    WasmGlobal facade() {
        if (facade == null) {
            facade = WasmGlobal.of(this);
        }
        return facade;
    }

    void setFacade(WasmGlobal facade) {
        this.facade = facade;
    }

    private boolean holdsFunctions() {
        return type.kind() == ValueType.Kind.FUNCREF;
    }

    Object read() {
        return switch (type.kind()) {
            case FUNCREF -> function;
            case EXTERNREF, ANYREF -> getRefValue();
            default -> Signature.decode(null, type, super.getValueLow());
        };
    }

    void write(Object value) {
        switch (type.kind()) {
            case FUNCREF -> function = (WasmFunction) value;
            case EXTERNREF, ANYREF -> setRefValue(value);
            default -> super.setValueLow(Signature.encode(null, type, value));
        }
    }

    @Override
    public long getValueLow() {
        return holdsFunctions() ? store.current().reference(function) : super.getValueLow();
    }

    @Override
    public long getValue() {
        return getValueLow();
    }

    @Override
    public void setValueLow(long value) {
        if (holdsFunctions()) {
            function = store.current().function((int) value);
        } else {
            super.setValueLow(value);
        }
    }

    @Override
    public void setValue(long value) {
        setValueLow(value);
    }
}
