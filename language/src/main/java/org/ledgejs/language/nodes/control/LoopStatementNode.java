package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.StatementNode;

/** A loop: repeats its turns, and may be compiled while it runs. */
public final class LoopStatementNode extends StatementNode {
    @Child private LoopBodyNode loop;

    public LoopStatementNode(LoopBodyNode turns) {
        this.loop = turns;
    }

    @Override
    public int abrupt() {
        return loop.abrupt();
    }

    @Override
    public int execute(VirtualFrame frame) {
        return loop.run(frame);
    }
}
