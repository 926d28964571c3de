package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.profiles.CountingConditionProfile;

import org.ledgejs.language.nodes.JSNode;

/** {@code &&} and {@code ||} where only the truth of the outcome counts: instruments, too, see a boolean. */
public final class LogicalTestNode extends JSNode {
    @Child private JSNode left;
    @Child private JSNode right;
    /** The truth of the left operand that leads to the right one. */
    private final boolean goOn;
    private final CountingConditionProfile profile = CountingConditionProfile.create();

    LogicalTestNode(boolean goOn, JSNode left, JSNode right) {
        this.goOn = goOn;
        this.left = TruthNode.of(left);
        this.right = TruthNode.of(right);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return executeBoolean(frame);
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) {
        return profile.profile(TruthNode.test(left, frame) == goOn) ? TruthNode.test(right, frame) : !goOn;
    }
}
