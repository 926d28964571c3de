package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;

/** Statements of which some suspend: goes on with the one that did. */
public final class ResumableBlockNode extends StatementNode {
    /** Runs once before the first statement; null for none. */
    @Child private JSNode entry;
    @Children private final StatementNode[] statements;
    private final int stateSlot;

    public ResumableBlockNode(JSNode entry, StatementNode[] statements, int stateSlot) {
        this.entry = entry;
        this.statements = statements;
        this.stateSlot = stateSlot;
    }

    @Override
    @ExplodeLoop
    public int execute(VirtualFrame frame) {
        int state = Progress.get(frame, stateSlot);
        Progress.set(frame, stateSlot, 0);
        if (state == 0 && entry != null) {
            entry.executeVoid(frame);
        }
        for (int i = 0; i < statements.length; i++) {
            if (i + 1 >= state) {
                int completion = execute(frame, i);
                if (completion != Completion.NORMAL) {
                    return completion;
                }
            }
        }
        return Completion.NORMAL;
    }

    private int execute(VirtualFrame frame, int i) {
        try {
            return statements[i].execute(frame);
        } catch (YieldException suspension) {
            Progress.set(frame, stateSlot, i + 1);
            throw suspension;
        }
    }
}
