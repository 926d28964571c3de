package org.ledgejs.language.ops;

import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Undefined;

/** GetMethod (ECMA-262 §7.3.10) with a constant key: callable, or Undefined. */
public final class GetMethodNode extends Node {
    @Child private GetPropertyNode get;

    private GetMethodNode(Object key) {
        this.get = GetPropertyNode.create(key);
    }

    /** @param key a name or symbol, no array index */
    public static GetMethodNode create(Object key) {
        return new GetMethodNode(key);
    }

    public Object execute(Object value) {
        Object method = get.execute(value);
        if (method instanceof JSFunction || method == Undefined.INSTANCE) {
            return method;
        }
        if (method == Null.INSTANCE) {
            return Undefined.INSTANCE;
        }
        if (!ObjectOperations.isCallable(method)) {
            throw Errors.notAFunction(method, this);
        }
        return method;
    }
}
