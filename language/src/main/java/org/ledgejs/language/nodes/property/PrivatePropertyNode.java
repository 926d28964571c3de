package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.PrivateGetNode;
import org.ledgejs.language.ops.PrivateSetNode;
import org.ledgejs.language.runtime.PrivateName;

/** {@code object.#name} (ECMA-262 §13.3.2). */
public final class PrivatePropertyNode extends JSNode {
    @Child private JSNode object;
    @Child private JSNode name;
    @Child private PrivateGetNode get = PrivateGetNode.create();

    public PrivatePropertyNode(JSNode object, JSNode name) {
        this.object = object;
        this.name = name;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object target = object.execute(frame);
        return get.execute(target, (PrivateName) name.execute(frame));
    }

    /** {@code object.#name = value}. */
    public static final class Write extends JSNode {
        @Child private JSNode object;
        @Child private JSNode name;
        @Child private JSNode value;
        @Child private PrivateSetNode set = PrivateSetNode.create();

        public Write(JSNode object, JSNode name, JSNode value) {
            this.object = object;
            this.name = name;
            this.value = value;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            Object target = object.execute(frame);
            PrivateName key = (PrivateName) name.execute(frame);
            Object result = value.execute(frame);
            set.execute(target, key, result);
            return result;
        }
    }
}
