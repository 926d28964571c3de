package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.JSHTMLDDA;

/** {@code == null} and {@code == undefined} (ECMA-262 §13.11): the same, and true for what document.all is (§B.3.6.2). */
public final class LooseEqualNullNode extends JSNode {
    @Child private JSNode operand;

    public LooseEqualNullNode(JSNode operand) {
        this.operand = operand;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        Object value = operand.execute(frame);
        return Nullish.test(value) || value instanceof JSHTMLDDA;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return executeBoolean(frame);
    }
}
