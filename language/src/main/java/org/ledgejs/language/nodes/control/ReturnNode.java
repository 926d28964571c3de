package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;

/** {@code return}: leaves the value in the return slot. */
public final class ReturnNode extends StatementNode {
    @Child private JSNode value;
    private final int returnSlot;

    public ReturnNode(JSNode value, int returnSlot) {
        this.value = value;
        this.returnSlot = returnSlot;
    }

    public JSNode value() {
        return value;
    }

    @Override
    public int execute(VirtualFrame frame) {
        frame.setObject(returnSlot, value.execute(frame));
        return Completion.RETURN;
    }
}
