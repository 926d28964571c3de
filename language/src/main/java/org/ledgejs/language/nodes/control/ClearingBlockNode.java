package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.nodes.LoopTarget;
import org.ledgejs.language.nodes.StatementNode;

/**
 * A block in a loop, and the clearing of its variables however it completes: an object that one turn of a loop leaves in a variable would
 * have to exist in memory at the next, whereas the compiler can often do without.
 */
public final class ClearingBlockNode extends StatementNode {
    @Child private StatementNode block;
    @Children private final StatementNode[] clearings;

    public ClearingBlockNode(StatementNode block, StatementNode[] clearings) {
        this.block = block;
        this.clearings = clearings;
    }

    @Override
    public int abrupt() {
        return block.abrupt();
    }

    @Override
    public int executeTurn(VirtualFrame frame, LoopTarget loop) {
        int completion = block.executeTurn(frame, loop);
        clear(frame);
        return completion;
    }

    @Override
    public int execute(VirtualFrame frame) {
        int completion = block.execute(frame);
        clear(frame);
        return completion;
    }

    @ExplodeLoop
    private void clear(VirtualFrame frame) {
        for (StatementNode clearing : clearings) {
            clearing.execute(frame);
        }
    }
}
