package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSProxy;
import org.ledgejs.language.runtime.Undefined;

/** [[HasProperty]] of a proxy (ECMA-262 §10.5.7) with a constant key. */
final class ProxyHasNode extends Node {
    @Child private ProxyTrapNode trap;
    @Child private ToBooleanNode toBoolean = ToBooleanNode.create();

    private ProxyHasNode(Object key) {
        this.trap = new ProxyTrapNode("has", key);
    }

    /** @param key a name or symbol, no array index */
    @NeverDefault
    static ProxyHasNode create(Object key) {
        return new ProxyHasNode(key);
    }

    boolean execute(JSProxy proxy) {
        JSObject target = trap.target(proxy);
        JSObject handler = proxy.handler();
        Object method = trap.find(handler);
        if (method == Undefined.INSTANCE) {
            return ofTarget(target);
        }
        if (toBoolean.execute(trap.call(method, handler, target, trap.keyValue()))) {
            return true;
        }
        if (!trap.mayAnswerAnything(target)) {
            JSProxy.checkAbsent(target, trap.key());
        }
        return false;
    }

    @TruffleBoundary
    private boolean ofTarget(JSObject target) {
        Node outer = SlowPath.enter(this);
        try {
            return target.hasProperty(trap.key());
        } finally {
            SlowPath.leave(outer);
        }
    }
}
