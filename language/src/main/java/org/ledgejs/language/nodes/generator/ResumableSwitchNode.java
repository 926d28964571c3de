package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.ops.StrictEqualsNode;

/** A switch of which a test or clause suspends. Its progress is the test it was in, then, counted on, the clause. */
public final class ResumableSwitchNode extends StatementNode {
    @Child private JSNode discriminant;
    /** Null for the default clause. */
    @Children private final JSNode[] tests;
    @Children private final StatementNode[] clauses;
    @Child private StrictEqualsNode equals = StrictEqualsNode.create();
    private final int breakCompletion;
    private final int stateSlot;
    private final int valueSlot;

    public ResumableSwitchNode(int label, JSNode discriminant, JSNode[] tests, StatementNode[] clauses, int stateSlot, int valueSlot) {
        this.breakCompletion = Completion.breakOf(label);
        this.discriminant = discriminant;
        this.tests = tests;
        this.clauses = clauses;
        this.stateSlot = stateSlot;
        this.valueSlot = valueSlot;
    }

    @Override
    public int execute(VirtualFrame frame) {
        int state = Progress.get(frame, stateSlot);
        Progress.set(frame, stateSlot, 0);
        if (state == 0) {
            frame.setObject(valueSlot, discriminant.execute(frame));
        }
        int start = state > tests.length ? state - tests.length - 1 : find(frame, Math.max(0, state - 1));
        for (int i = start; i < clauses.length; i++) {
            int completion = run(frame, i);
            if (completion != Completion.NORMAL) {
                return completion == breakCompletion ? Completion.NORMAL : completion;
            }
        }
        return Completion.NORMAL;
    }

    private int find(VirtualFrame frame, int from) {
        Object value = frame.getObject(valueSlot);
        for (int i = from; i < tests.length; i++) {
            if (tests[i] != null && equals.execute(value, test(frame, i))) {
                return i;
            }
        }
        for (int i = 0; i < tests.length; i++) {
            if (tests[i] == null) {
                return i;
            }
        }
        return clauses.length;
    }

    private Object test(VirtualFrame frame, int i) {
        try {
            return tests[i].execute(frame);
        } catch (YieldException suspension) {
            Progress.set(frame, stateSlot, 1 + i);
            throw suspension;
        }
    }

    private int run(VirtualFrame frame, int i) {
        try {
            return clauses[i].execute(frame);
        } catch (YieldException suspension) {
            Progress.set(frame, stateSlot, 1 + tests.length + i);
            throw suspension;
        }
    }
}
