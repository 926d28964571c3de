package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.generator.Progress;
import org.ledgejs.language.nodes.generator.YieldException;
import org.ledgejs.language.nodes.operator.TruthNode;

/** A turn of while, do-while or for of which a part suspends: goes on in the part that did. */
public final class ResumableWhileNode extends LoopBodyNode {
    private static final int IN_TEST = 1;
    private static final int IN_BODY = 2;
    private static final int IN_UPDATE = 3;

    @Child private JSNode test;
    @Child private JSNode update;
    private final int stateSlot;
    private final boolean bodyFirst;

    /** @param test null: always true. @param bodyFirst do-while */
    public ResumableWhileNode(int label, JSNode test, JSNode update, StatementNode body, boolean bodyFirst, int stateSlot) {
        super(label, body);
        this.test = test == null ? null : TruthNode.of(test);
        this.update = update;
        this.bodyFirst = bodyFirst;
        this.stateSlot = stateSlot;
    }

    @Override
    int turn(VirtualFrame frame) {
        int state = Progress.get(frame, stateSlot);
        Progress.set(frame, stateSlot, 0);
        return bodyFirst ? turnOfDoWhile(frame, state) : turnOfWhile(frame, state);
    }

    private int turnOfWhile(VirtualFrame frame, int state) {
        if (state <= IN_TEST && !test(frame)) {
            return Completion.NORMAL;
        }
        if (state <= IN_BODY) {
            int completion = body(frame);
            if (completion != Completion.AGAIN) {
                return ended(completion);
            }
        }
        update(frame);
        return Completion.AGAIN;
    }

    private int turnOfDoWhile(VirtualFrame frame, int state) {
        if (state != IN_TEST) {
            int completion = body(frame);
            if (completion != Completion.AGAIN) {
                return ended(completion);
            }
        }
        return test(frame) ? Completion.AGAIN : Completion.NORMAL;
    }

    private boolean test(VirtualFrame frame) {
        try {
            return test == null || TruthNode.test(test, frame);
        } catch (YieldException suspension) {
            Progress.set(frame, stateSlot, IN_TEST);
            throw suspension;
        }
    }

    private int body(VirtualFrame frame) {
        try {
            return executeBody(frame);
        } catch (YieldException suspension) {
            Progress.set(frame, stateSlot, IN_BODY);
            throw suspension;
        }
    }

    private void update(VirtualFrame frame) {
        if (update == null) {
            return;
        }
        try {
            update.executeVoid(frame);
        } catch (YieldException suspension) {
            Progress.set(frame, stateSlot, IN_UPDATE);
            throw suspension;
        }
    }
}
