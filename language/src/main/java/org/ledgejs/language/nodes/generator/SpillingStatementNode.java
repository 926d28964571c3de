package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.StatementNode;

/** A statement with spilled operands: forgets them when it completes in any way but a suspension. */
public final class SpillingStatementNode extends StatementNode {
    @Child private StatementNode statement;
    @CompilationFinal(dimensions = 1) private final int[] slots;

    public SpillingStatementNode(StatementNode statement, int[] slots) {
        this.statement = statement;
        this.slots = slots;
    }

    @Override
    public int execute(VirtualFrame frame) {
        boolean suspended = false;
        try {
            return statement.execute(frame);
        } catch (YieldException suspension) {
            suspended = true;
            throw suspension;
        } finally {
            if (!suspended) {
                SpillingExpressionNode.clear(frame, slots);
            }
        }
    }
}
