package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.GetPropertyNode;

/** {@code object.name} (ECMA-262 §13.3.2). */
public final class PropertyNode extends JSNode {
    @Child private JSNode object;
    @Child private GetPropertyNode get;

    public PropertyNode(JSNode object, TruffleString name) {
        this.object = object;
        this.get = GetPropertyNode.create(name);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return get.execute(object.execute(frame));
    }
}
