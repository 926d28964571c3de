package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.UnexpectedResultException;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.GetElementNode;
import org.ledgejs.language.ops.JSTypes;

/** {@code object[key]} (ECMA-262 §13.3.2). An int that is an index is not boxed, nor is the number in an array of them. */
public final class ElementNode extends JSNode {
    @Child private JSNode object;
    @Child private JSNode key;
    @Child private GetElementNode get = GetElementNode.create();
    /** The key was no int: asking for one again would leave compiled code each time. */
    @CompilationFinal private boolean keyIsAny;
    /** The element was no double where one was asked for, but an int. */
    @CompilationFinal private boolean elementIsAny;

    public ElementNode(JSNode object, JSNode key) {
        this.object = object;
        this.key = key;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object base = object.execute(frame);
        if (keyIsAny) {
            return get.execute(base, key.execute(frame));
        }
        int index;
        try {
            index = key.executeInt(frame);
        } catch (UnexpectedResultException e) {
            return get.execute(base, unexpected(e));
        }
        return get.execute(base, index);
    }

    @Override
    public int executeInt(VirtualFrame frame) throws UnexpectedResultException {
        Object base = object.execute(frame);
        if (keyIsAny) {
            Object any = key.execute(frame);
            return any instanceof Integer index ? get.executeInt(base, index) : JSTypes.expectInt(get.execute(base, any));
        }
        int index;
        try {
            index = key.executeInt(frame);
        } catch (UnexpectedResultException e) {
            return JSTypes.expectInt(get.execute(base, unexpected(e)));
        }
        return get.executeInt(base, index);
    }

    @Override
    public double executeDouble(VirtualFrame frame) throws UnexpectedResultException {
        Object base = object.execute(frame);
        if (keyIsAny) {
            Object any = key.execute(frame);
            return any instanceof Integer index ? elementDouble(base, index) : JSTypes.expectDouble(get.execute(base, any));
        }
        int index;
        try {
            index = key.executeInt(frame);
        } catch (UnexpectedResultException e) {
            return JSTypes.expectDouble(get.execute(base, unexpected(e)));
        }
        return elementDouble(base, index);
    }

    private double elementDouble(Object base, int index) throws UnexpectedResultException {
        if (elementIsAny) {
            return JSTypes.expectDouble(get.execute(base, index));
        }
        try {
            return get.executeDouble(base, index);
        } catch (UnexpectedResultException e) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            elementIsAny = true;
            return JSTypes.expectDouble(e.getResult());
        }
    }

    private Object unexpected(UnexpectedResultException e) {
        CompilerDirectives.transferToInterpreterAndInvalidate();
        keyIsAny = true;
        return e.getResult();
    }
}
