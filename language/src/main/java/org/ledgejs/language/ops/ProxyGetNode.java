package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSProxy;
import org.ledgejs.language.runtime.Undefined;

/** [[Get]] of a proxy (ECMA-262 §10.5.8) with a constant key. */
final class ProxyGetNode extends Node {
    @Child private ProxyTrapNode trap;
    /** Made when a handler has no trap. */
    @Child private GetPropertyNode getOfTarget;

    private ProxyGetNode(Object key) {
        this.trap = new ProxyTrapNode("get", key);
    }

    /** @param key a name or symbol, no array index */
    @NeverDefault
    static ProxyGetNode create(Object key) {
        return new ProxyGetNode(key);
    }

    Object execute(JSProxy proxy, Object receiver) {
        JSObject target = trap.target(proxy);
        JSObject handler = proxy.handler();
        Object method = trap.find(handler);
        if (method == Undefined.INSTANCE) {
            return ofTarget(target, receiver);
        }
        Object result = trap.call(method, handler, target, trap.keyValue(), receiver);
        if (!trap.mayAnswerAnything(target)) {
            JSProxy.checkRead(target, trap.key(), result);
        }
        return result;
    }

    /** Proxies of proxies are not unrolled. */
    private Object ofTarget(JSObject target, Object receiver) {
        if (target instanceof JSProxy) {
            return slowly(target, receiver);
        }
        if (getOfTarget == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            getOfTarget = insert(GetPropertyNode.create(trap.key()));
        }
        return getOfTarget.executeWithReceiver(target, receiver);
    }

    @TruffleBoundary
    private Object slowly(JSObject target, Object receiver) {
        Node outer = SlowPath.enter(this);
        try {
            return target.get(trap.key(), receiver);
        } finally {
            SlowPath.leave(outer);
        }
    }
}
