package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.StatementNode;

/** Does nothing. */
public final class EmptyNode extends StatementNode {
    @Override
    public int abrupt() {
        return Completion.NORMAL;
    }

    @Override
    public int execute(VirtualFrame frame) {
        return Completion.NORMAL;
    }
}
