package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.StatementNode;

/** Makes a variable uninitialised again, at the entry of a block in a loop. */
public final class ClearLocalNode extends StatementNode {
    private final int slot;

    public ClearLocalNode(int slot) {
        this.slot = slot;
    }

    @Override
    public int abrupt() {
        return Completion.NORMAL;
    }

    @Override
    public int execute(VirtualFrame frame) {
        frame.setObject(slot, null);
        return Completion.NORMAL;
    }
}
