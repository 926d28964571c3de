package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSProxy;
import org.ledgejs.language.runtime.Undefined;

/** [[Set]] of a proxy (ECMA-262 §10.5.9) with a constant key. */
final class ProxySetNode extends Node {
    @Child private ProxyTrapNode trap;
    @Child private ToBooleanNode toBoolean = ToBooleanNode.create();

    private ProxySetNode(Object key) {
        this.trap = new ProxyTrapNode("set", key);
    }

    /** @param key a name or symbol, no array index */
    @NeverDefault
    static ProxySetNode create(Object key) {
        return new ProxySetNode(key);
    }

    /** @return whether it was written */
    boolean execute(JSProxy proxy, Object value, Object receiver) {
        JSObject target = trap.target(proxy);
        JSObject handler = proxy.handler();
        Object method = trap.find(handler);
        if (method == Undefined.INSTANCE) {
            return ofTarget(target, value, receiver);
        }
        if (!toBoolean.execute(trap.call(method, handler, target, trap.keyValue(), value, receiver))) {
            return false;
        }
        if (!trap.mayAnswerAnything(target)) {
            JSProxy.checkWritten(target, trap.key(), value);
        }
        return true;
    }

    @TruffleBoundary
    private boolean ofTarget(JSObject target, Object value, Object receiver) {
        Node outer = SlowPath.enter(this);
        try {
            return target.set(trap.key(), value, receiver);
        } finally {
            SlowPath.leave(outer);
        }
    }
}
