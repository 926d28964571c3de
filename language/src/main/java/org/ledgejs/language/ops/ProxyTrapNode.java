package org.ledgejs.language.ops;

import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSProxy;
import org.ledgejs.language.runtime.PropertyKey;

/** One trap of proxies' handlers, about one key: finding it, calling it, and whether its answer is to be checked (ECMA-262 §10.5). */
final class ProxyTrapNode extends Node {
    private final String name;
    private final Object key;
    private final Object keyValue;
    @Child private GetMethodNode find;
    @Child private CallNode call = CallNode.create();
    @Child private FreePropertyNode isFree;

    /** @param key a name or symbol, no array index */
    ProxyTrapNode(String name, Object key) {
        this.name = name;
        this.key = key;
        this.keyValue = PropertyKey.toValue(key);
        this.find = GetMethodNode.create(PropertyKey.of(name));
        this.isFree = new FreePropertyNode(key);
    }

    Object key() {
        return key;
    }

    /** What the trap is called with first. */
    Object keyValue() {
        return keyValue;
    }

    /** @throws JSException TypeError once the proxy is revoked */
    JSObject target(JSProxy proxy) {
        return proxy.checkedTarget(name);
    }

    /** The trap, or Undefined. Asking for it may revoke the proxy: take target and handler before. */
    Object find(JSObject handler) {
        return find.execute(handler);
    }

    Object call(Object trap, JSObject handler, Object... arguments) {
        return call.execute(trap, handler, arguments);
    }

    /** Whether any answer is right for this target. */
    boolean mayAnswerAnything(JSObject target) {
        return isFree.execute(target);
    }
}
