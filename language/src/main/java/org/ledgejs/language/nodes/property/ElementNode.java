package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.UnexpectedResultException;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.GetElementNode;

/** {@code object[key]} (ECMA-262 §13.3.2). An int that is an index is not boxed, nor is the number in an array of them. */
public final class ElementNode extends JSNode {
    @Child private JSNode object;
    @Child private JSNode key;
    @Child private GetElementNode get = GetElementNode.create();

    public ElementNode(JSNode object, JSNode key) {
        this.object = object;
        this.key = key;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object base = object.execute(frame);
        int index;
        try {
            index = key.executeInt(frame);
        } catch (UnexpectedResultException e) {
            return get.execute(base, e.getResult());
        }
        return get.execute(base, index);
    }

    @Override
    public int executeInt(VirtualFrame frame) throws UnexpectedResultException {
        Object base = object.execute(frame);
        int index;
        try {
            index = key.executeInt(frame);
        } catch (UnexpectedResultException e) {
            return unboxInt(get.execute(base, e.getResult()));
        }
        return get.executeInt(base, index);
    }

    @Override
    public double executeDouble(VirtualFrame frame) throws UnexpectedResultException {
        Object base = object.execute(frame);
        int index;
        try {
            index = key.executeInt(frame);
        } catch (UnexpectedResultException e) {
            return unboxDouble(get.execute(base, e.getResult()));
        }
        return get.executeDouble(base, index);
    }
}
