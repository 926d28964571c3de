package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.StatementNode;

/** {@code break} and {@code continue}. */
public final class JumpNode extends StatementNode {
    private final int completion;

    public JumpNode(int completion) {
        this.completion = completion;
    }

    @Override
    public int abrupt() {
        return completion;
    }

    @Override
    public int execute(VirtualFrame frame) {
        return completion;
    }
}
