package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;

/** An expression for its effects. */
public final class ExpressionStatementNode extends StatementNode {
    @Child private JSNode expression;

    public ExpressionStatementNode(JSNode expression) {
        this.expression = expression;
    }

    public JSNode expression() {
        return expression;
    }

    @Override
    public int abrupt() {
        return Completion.NORMAL;
    }

    @Override
    public int execute(VirtualFrame frame) {
        expression.executeVoid(frame);
        return Completion.NORMAL;
    }
}
