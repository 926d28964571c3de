package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.UnexpectedResultException;
import com.oracle.truffle.api.profiles.CountingConditionProfile;

import org.ledgejs.language.nodes.JSNode;

/** {@code test ? a : b} (ECMA-262 §13.14). */
public final class ConditionalNode extends JSNode {
    @Child private JSNode test;
    @Child private JSNode consequent;
    @Child private JSNode alternate;
    private final CountingConditionProfile profile = CountingConditionProfile.create();

    public ConditionalNode(JSNode test, JSNode consequent, JSNode alternate) {
        this.test = TruthNode.of(test);
        this.consequent = consequent;
        this.alternate = alternate;
    }

    private boolean test(VirtualFrame frame) {
        return profile.profile(TruthNode.test(test, frame));
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return test(frame) ? consequent.execute(frame) : alternate.execute(frame);
    }

    @Override
    public int executeInt(VirtualFrame frame) throws UnexpectedResultException {
        return test(frame) ? consequent.executeInt(frame) : alternate.executeInt(frame);
    }

    @Override
    public double executeDouble(VirtualFrame frame) throws UnexpectedResultException {
        return test(frame) ? consequent.executeDouble(frame) : alternate.executeDouble(frame);
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) throws UnexpectedResultException {
        return test(frame) ? consequent.executeBoolean(frame) : alternate.executeBoolean(frame);
    }
}
