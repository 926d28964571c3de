package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.runtime.Thrown;

/** {@code throw} (ECMA-262 §14.14). */
public final class ThrowNode extends StatementNode {
    @Child private JSNode value;

    public ThrowNode(JSNode value) {
        this.value = value;
    }

    @Override
    public int abrupt() {
        return Completion.NORMAL;
    }

    @Override
    public int execute(VirtualFrame frame) {
        throw Thrown.exception(value.execute(frame), this);
    }
}
