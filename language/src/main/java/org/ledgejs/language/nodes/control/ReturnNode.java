package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;

/** {@code return}: leaves the value in the return slot; in tail position the value is the function's. */
public final class ReturnNode extends StatementNode {
    @Child private JSNode value;
    private final int returnSlot;

    /** @param returnSlot -1 in tail position, where only {@link #executeTail} is called */
    public ReturnNode(JSNode value, int returnSlot) {
        this.value = value;
        this.returnSlot = returnSlot;
    }

    public JSNode value() {
        return value;
    }

    @Override
    public Object executeTail(VirtualFrame frame, int ignored) {
        return value.execute(frame);
    }

    @Override
    public int abrupt() {
        return Completion.RETURN;
    }

    @Override
    public int execute(VirtualFrame frame) {
        frame.setObject(returnSlot, value.execute(frame));
        return Completion.RETURN;
    }
}
