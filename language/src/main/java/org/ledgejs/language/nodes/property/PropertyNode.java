package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.UnexpectedResultException;
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

    private Object object(VirtualFrame frame) {
        // The most frequent object of all: no step for it.
        return object.getClass() == ThisNode.class ? frame.getArguments()[Arguments.THIS] : object.execute(frame);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return get.execute(object(frame));
    }

    @Override
    public int executeInt(VirtualFrame frame) throws UnexpectedResultException {
        return get.executeInt(object(frame));
    }

    @Override
    public double executeDouble(VirtualFrame frame) throws UnexpectedResultException {
        return get.executeDouble(object(frame));
    }
}
