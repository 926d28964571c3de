package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.StatementNode;

/** A statement that a break with its label leaves (ECMA-262 §14.13). */
public final class LabeledNode extends StatementNode {
    @Child private StatementNode statement;
    private final int breakCompletion;

    public LabeledNode(int label, StatementNode statement) {
        this.breakCompletion = Completion.breakOf(label);
        this.statement = statement;
    }

    @Override
    public int abrupt() {
        int abrupt = statement.abrupt();
        return abrupt == breakCompletion ? Completion.NORMAL : abrupt;
    }

    @Override
    public int execute(VirtualFrame frame) {
        int completion = statement.execute(frame);
        return completion == breakCompletion ? Completion.NORMAL : completion;
    }
}
