package org.ledgejs.wasm.engine;

import run.endive.runtime.WasmException;

/** An exception of the host on its way through WebAssembly code that may catch it. */
@SuppressWarnings("deprecation")
final class HostException extends WasmException {

    private final transient Object payload;
    private final Throwable failure;

    HostException(WasmStore store, Object payload, Throwable failure) {
        super(store.hostTag().home(store), 0, new long[1]);
        this.payload = payload;
        this.failure = failure;
    }

    @Override
    public Object[] refArgs() {
        return new Object[] {payload};
    }

    Throwable failure() {
        return failure;
    }
}
