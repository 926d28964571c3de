package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.ThisNode;
import org.ledgejs.language.ops.GetPropertyNode;

/** {@code object.name} (ECMA-262 §13.3.2). */
public final class PropertyNode extends JSNode {
    @Child private JSNode object;
    @Child private GetPropertyNode get;

    /** A node that reads a property of an object's. */
    public static JSNode of(JSNode object, TruffleString name) {
        return object.getClass() == ThisNode.class ? new ThisPropertyNode((ThisNode) object, name) : new PropertyNode(object, name);
    }

    PropertyNode(JSNode object, TruffleString name) {
        this.object = object;
        this.get = GetPropertyNode.create(name);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return get.execute(object.execute(frame));
    }
}
