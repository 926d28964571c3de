package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.ops.StrictEqualsNode;

/** {@code switch} (ECMA-262 §14.12). */
public final class SwitchNode extends StatementNode {
    @Child private JSNode discriminant;
    /** Null for the default clause. */
    @Children private final JSNode[] tests;
    @Children private final StatementNode[] clauses;
    @Child private StrictEqualsNode equals = StrictEqualsNode.create();
    private final int breakCompletion;
    private final int defaultClause;
    private final int abrupt;

    public SwitchNode(int label, JSNode discriminant, JSNode[] tests, StatementNode[] clauses) {
        this.breakCompletion = Completion.breakOf(label);
        this.discriminant = discriminant;
        this.tests = tests;
        this.clauses = clauses;
        int withoutTest = clauses.length;
        for (int i = 0; i < tests.length; i++) {
            if (tests[i] == null) {
                withoutTest = i;
            }
        }
        this.defaultClause = withoutTest;
        int ofClauses = BlockNode.abrupt(clauses);
        this.abrupt = ofClauses == breakCompletion ? Completion.NORMAL : ofClauses;
    }

    @Override
    public int abrupt() {
        return abrupt;
    }

    @Override
    public int execute(VirtualFrame frame) {
        int completion = run(frame, find(frame, discriminant.execute(frame)));
        return completion == breakCompletion ? Completion.NORMAL : completion;
    }

    /** The clause to start with. */
    @ExplodeLoop
    private int find(VirtualFrame frame, Object value) {
        for (int i = 0; i < tests.length; i++) {
            if (tests[i] != null && equals.execute(value, tests[i].execute(frame))) {
                return i;
            }
        }
        return defaultClause;
    }

    @ExplodeLoop
    private int run(VirtualFrame frame, int start) {
        for (int i = 0; i < clauses.length; i++) {
            if (i >= start) {
                int completion = clauses[i].execute(frame);
                if (completion != Completion.NORMAL) {
                    return clauses[i].known(completion);
                }
            }
        }
        return Completion.NORMAL;
    }
}
