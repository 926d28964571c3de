package org.ledgejs.wasm.engine;

/** A function of the host, imported by a module. What it throws passes unchanged through WebAssembly frames. */
@FunctionalInterface
public non-sealed interface HostFunction extends Extern {

    /**
     * @param arguments one value for each parameter of the import's type
     * @return one value for each result; null will do where there is none
     */
    Object[] call(Object[] arguments);
}
