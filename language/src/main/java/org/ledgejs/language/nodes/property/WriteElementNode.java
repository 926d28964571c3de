package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.SetElementNode;

/** {@code object[key] = value}; its value is the value. */
public final class WriteElementNode extends JSNode {
    @Child private JSNode object;
    @Child private JSNode key;
    @Child private JSNode value;
    @Child private SetElementNode set;

    public WriteElementNode(JSNode object, JSNode key, JSNode value, boolean strict) {
        this.object = object;
        this.key = key;
        this.value = value;
        this.set = SetElementNode.create(strict);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object target = object.execute(frame);
        Object index = key.execute(frame);
        Object result = value.execute(frame);
        set.execute(target, index, result);
        return result;
    }
}
