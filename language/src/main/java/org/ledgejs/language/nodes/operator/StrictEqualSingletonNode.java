package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;

/** {@code === null} and {@code === undefined} (ECMA-262 §13.11): nothing else is either, also of what comes from other languages. */
public final class StrictEqualSingletonNode extends JSNode {
    @Child private JSNode operand;
    private final Object singleton;

    public StrictEqualSingletonNode(JSNode operand, Object singleton) {
        this.operand = operand;
        this.singleton = singleton;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return operand.execute(frame) == singleton;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return executeBoolean(frame);
    }
}
