package org.ledgejs.wasm.engine;

import java.util.List;

/**
 * A WebAssembly exception outside of WebAssembly code: thrown out of a call that did not catch it, or by a host
 * function to raise one. JavaScript's {@code WebAssembly.Exception}.
 */
public final class WasmThrow extends RuntimeException {

    private final transient WasmTag tag;
    private final transient List<Object> payload;
    /** A host's own object for this exception, for instance the JavaScript error object that carries it. */
    private transient Object peer;

    /** @param payload one value for each parameter of the tag, in the representation of this package */
    public WasmThrow(WasmTag tag, List<Object> payload) {
        super("wasm exception", null, false, false);
        this.tag = tag;
        this.payload = payload;
    }

    public WasmTag tag() {
        return tag;
    }

    public List<Object> payload() {
        return payload;
    }

    public Object peer() {
        return peer;
    }

    public void setPeer(Object peer) {
        this.peer = peer;
    }
}
