package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;

import org.ledgejs.language.nodes.StatementNode;

/** A loop: repeats its turns, and may be compiled while it runs. */
public final class LoopStatementNode extends StatementNode {
    @Child private LoopNode loop;

    public LoopStatementNode(LoopBodyNode turns) {
        this.loop = Truffle.getRuntime().createLoopNode(turns);
    }

    @Override
    public int abrupt() {
        return LoopBodyNode.abrupt(loop);
    }

    @Override
    public int execute(VirtualFrame frame) {
        return LoopBodyNode.run(loop, frame);
    }
}
