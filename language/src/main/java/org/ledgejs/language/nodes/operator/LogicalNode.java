package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.UnexpectedResultException;
import com.oracle.truffle.api.profiles.CountingConditionProfile;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.ToBooleanNode;

/** {@code &&} and {@code ||} (ECMA-262 §13.13). */
public final class LogicalNode extends JSNode {
    @Child private JSNode left;
    @Child private JSNode right;
    @Child private ToBooleanNode toBoolean;
    /** The truth of the left operand that leads to the right one. */
    private final boolean goOn;
    /** The left operand was no boolean: asking it for one again would leave compiled code each time. */
    @CompilationFinal private boolean leftIsAny;
    private final CountingConditionProfile profile = CountingConditionProfile.create();

    public LogicalNode(boolean and, JSNode left, JSNode right) {
        this.goOn = and;
        this.left = left;
        this.right = right;
        this.toBoolean = ToBooleanNode.create();
    }

    /** The same, for a place that asks only whether the outcome is true. It takes the operands with it. */
    public JSNode asTest() {
        return standIn(new LogicalTestNode(goOn, left, right));
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object value = left.execute(frame);
        return profile.profile(toBoolean.execute(value) == goOn) ? right.execute(frame) : value;
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) throws UnexpectedResultException {
        if (leftIsAny) {
            return rest(frame, left.execute(frame));
        }
        boolean value;
        try {
            value = left.executeBoolean(frame);
        } catch (UnexpectedResultException e) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            leftIsAny = true;
            return rest(frame, e.getResult());
        }
        return profile.profile(value == goOn) ? right.executeBoolean(frame) : value;
    }

    private boolean rest(VirtualFrame frame, Object value) throws UnexpectedResultException {
        return profile.profile(toBoolean.execute(value) == goOn) ? right.executeBoolean(frame) : unboxBoolean(value);
    }
}
