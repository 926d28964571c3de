package org.ledgejs.wasm.engine;

import run.endive.runtime.WasmException;

/** A {@link WasmThrow} of a host function on its way through WebAssembly code that may catch it. */
@SuppressWarnings("deprecation")
final class CarriedThrow extends WasmException {

    private final transient WasmThrow original;

    CarriedThrow(WasmStore store, WasmThrow original) {
        super(original.tag().home(store), 0, original.tag().encode(store, original.payload()));
        this.original = original;
    }

    @Override
    public Object[] refArgs() {
        return original.tag().signature().objectParameters(original.payload().toArray());
    }

    WasmThrow original() {
        return original;
    }
}
