package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.SetElementNode;

/** {@code object[key] = value}; its value is the value. Neither an index nor a number is boxed. */
@NodeChild(value = "object", type = JSNode.class)
@NodeChild(value = "key", type = JSNode.class)
@NodeChild(value = "value", type = JSNode.class)
public abstract class WriteElementNode extends JSNode {
    final boolean strict;

    WriteElementNode(boolean strict) {
        this.strict = strict;
    }

    @Specialization
    static int writeInt(Object object, int index, int value, @Cached.Shared("set") @Cached("create(strict)") SetElementNode set) {
        set.execute(object, index, value);
        return value;
    }

    @Specialization(replaces = "writeInt")
    static double writeDouble(Object object, int index, double value, @Cached.Shared("set") @Cached("create(strict)") SetElementNode set) {
        set.execute(object, index, value);
        return value;
    }

    @Specialization(replaces = "writeDouble")
    static Object writeAtIndex(Object object, int index, Object value, @Cached.Shared("set") @Cached("create(strict)") SetElementNode set) {
        set.execute(object, index, value);
        return value;
    }

    @Specialization(replaces = "writeAtIndex")
    static Object write(Object object, Object key, Object value, @Cached.Shared("set") @Cached("create(strict)") SetElementNode set) {
        set.execute(object, key, value);
        return value;
    }
}
