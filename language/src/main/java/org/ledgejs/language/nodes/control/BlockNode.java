package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.LoopTarget;
import org.ledgejs.language.nodes.StatementNode;

/** Statements in order, up to one that does not complete normally. */
public final class BlockNode extends StatementNode {
    @Children private final StatementNode[] statements;
    private final int abrupt;

    public BlockNode(StatementNode[] statements) {
        this.statements = statements;
        this.abrupt = abrupt(statements);
    }

    static int abrupt(StatementNode[] statements) {
        int abrupt = Completion.NORMAL;
        for (StatementNode statement : statements) {
            abrupt = Completion.either(abrupt, statement.abrupt());
        }
        return abrupt;
    }

    @Override
    public int abrupt() {
        return abrupt;
    }

    public StatementNode[] statements() {
        return statements;
    }

    @Override
    @ExplodeLoop
    public Object executeTail(VirtualFrame frame, int returnSlot) {
        int last = statements.length - 1;
        for (int i = 0; i < last; i++) {
            int completion = statements[i].execute(frame);
            if (completion != Completion.NORMAL) {
                return result(frame, statements[i].known(completion), returnSlot);
            }
        }
        return statements[last].executeTail(frame, returnSlot);
    }

    @Override
    @ExplodeLoop
    public int execute(VirtualFrame frame) {
        for (StatementNode statement : statements) {
            int completion = statement.execute(frame);
            if (completion != Completion.NORMAL) {
                return statement.known(completion);
            }
        }
        return Completion.NORMAL;
    }

    @Override
    @ExplodeLoop
    public int executeTurn(VirtualFrame frame, LoopTarget loop) {
        int last = statements.length - 1;
        for (int i = 0; i < last; i++) {
            int completion = statements[i].execute(frame);
            if (completion != Completion.NORMAL) {
                return loop.after(statements[i].known(completion));
            }
        }
        return statements[last].executeTurn(frame, loop);
    }
}
