package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.ThisNode;
import org.ledgejs.language.ops.GetPropertyNode;
import org.ledgejs.language.runtime.Arguments;

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
        // The most frequent object of all: no step for it.
        return get.execute(object.getClass() == ThisNode.class ? frame.getArguments()[Arguments.THIS] : object.execute(frame));
    }
}
