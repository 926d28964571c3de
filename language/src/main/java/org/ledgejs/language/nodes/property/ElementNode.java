package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.GetElementNode;

/** {@code object[key]} (ECMA-262 §13.3.2). */
@NodeChild(value = "object", type = JSNode.class)
@NodeChild(value = "key", type = JSNode.class)
public abstract class ElementNode extends JSNode {
    @Specialization
    static Object doIndex(Object object, int index, @Cached.Shared("get") @Cached GetElementNode get) {
        return get.execute(object, index);
    }

    @Specialization(replaces = "doIndex")
    static Object doAny(Object object, Object key, @Cached.Shared("get") @Cached GetElementNode get) {
        return get.execute(object, key);
    }
}
