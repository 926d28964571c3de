package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.profiles.CountingConditionProfile;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.operator.TruthNode;

/** A turn of {@code while} and {@code for} (ECMA-262 §14.7.3, §14.7.4): test, body, update. */
public final class WhileNode extends LoopBodyNode {
    @Child private JSNode test;
    @Child private JSNode update;
    private final CountingConditionProfile profile = createTestProfile();

    /** @param test null: always true. @param update null for none */
    public WhileNode(int label, JSNode test, JSNode update, StatementNode body) {
        super(label, body);
        this.test = test == null ? null : TruthNode.of(test);
        this.update = update;
    }

    @Override
    int turn(VirtualFrame frame) {
        if (test != null && !profile.profile(TruthNode.test(test, frame))) {
            return Completion.NORMAL;
        }
        int completion = executeBody(frame);
        if (completion != Completion.AGAIN) {
            return ended(completion);
        }
        if (update != null) {
            update.executeVoid(frame);
        }
        return Completion.AGAIN;
    }
}
