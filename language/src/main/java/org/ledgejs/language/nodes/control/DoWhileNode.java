package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.profiles.CountingConditionProfile;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.operator.TruthNode;

/** A turn of {@code do … while} (ECMA-262 §14.7.2). */
public final class DoWhileNode extends LoopBodyNode {
    @Child private JSNode test;
    private final CountingConditionProfile profile = createTestProfile();

    public DoWhileNode(int label, StatementNode body, JSNode test) {
        super(label, body);
        this.test = TruthNode.of(test);
    }

    @Override
    int turn(VirtualFrame frame) {
        int completion = executeBody(frame);
        if (completion != Completion.AGAIN) {
            return ended(completion);
        }
        return profile.profile(TruthNode.test(test, frame)) ? Completion.AGAIN : Completion.NORMAL;
    }
}
