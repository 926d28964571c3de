package org.ledgejs.language.nodes.classes;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.PrivateAddNode;
import org.ledgejs.language.runtime.PrivateName;
import org.ledgejs.language.runtime.Undefined;

/** Gives an object a private field, or the brand of a private method (ECMA-262 §7.3.28 PrivateFieldAdd, §7.3.29 PrivateMethodOrAccessorAdd). */
public final class DefinePrivateNode extends JSNode {
    @Child private JSNode object;
    @Child private JSNode name;
    @Child private JSNode value;
    @Child private PrivateAddNode add = PrivateAddNode.create();

    /** @param value null for a method or accessor */
    public DefinePrivateNode(JSNode object, JSNode name, JSNode value) {
        this.object = object;
        this.name = name;
        this.value = value;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object target = object.execute(frame);
        PrivateName key = (PrivateName) name.execute(frame);
        add.execute(target, key, value == null ? Undefined.INSTANCE : value.execute(frame));
        return Undefined.INSTANCE;
    }
}
