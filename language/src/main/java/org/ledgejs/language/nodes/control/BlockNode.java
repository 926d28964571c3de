package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.StatementNode;

/** Statements in order, up to one that does not complete normally. */
public final class BlockNode extends StatementNode {
    @Children private final StatementNode[] statements;

    public BlockNode(StatementNode[] statements) {
        this.statements = statements;
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
                return result(frame, completion, returnSlot);
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
                return completion;
            }
        }
        return Completion.NORMAL;
    }
}
