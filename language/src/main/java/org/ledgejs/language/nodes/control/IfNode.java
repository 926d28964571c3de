package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.profiles.CountingConditionProfile;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.LoopTarget;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.operator.TruthNode;
import org.ledgejs.language.runtime.Undefined;

/** {@code if} (ECMA-262 §14.6). */
public final class IfNode extends StatementNode {
    @Child private JSNode test;
    @Child private StatementNode consequent;
    @Child private StatementNode alternate;
    private final int abrupt;
    private final CountingConditionProfile profile = CountingConditionProfile.create();

    /** @param alternate null for none */
    public IfNode(JSNode test, StatementNode consequent, StatementNode alternate) {
        this.test = TruthNode.of(test);
        this.consequent = consequent;
        this.alternate = alternate;
        this.abrupt = alternate == null ? consequent.abrupt() : Completion.either(consequent.abrupt(), alternate.abrupt());
    }

    @Override
    public Object executeTail(VirtualFrame frame, int returnSlot) {
        if (profile.profile(TruthNode.test(test, frame))) {
            return consequent.executeTail(frame, returnSlot);
        }
        return alternate == null ? Undefined.INSTANCE : alternate.executeTail(frame, returnSlot);
    }

    @Override
    public int abrupt() {
        return abrupt;
    }

    @Override
    public int executeTurn(VirtualFrame frame, LoopTarget loop) {
        if (profile.profile(TruthNode.test(test, frame))) {
            return consequent.executeTurn(frame, loop);
        }
        return alternate == null ? Completion.AGAIN : alternate.executeTurn(frame, loop);
    }

    @Override
    public int execute(VirtualFrame frame) {
        if (profile.profile(TruthNode.test(test, frame))) {
            return consequent.execute(frame);
        }
        return alternate == null ? Completion.NORMAL : alternate.execute(frame);
    }
}
