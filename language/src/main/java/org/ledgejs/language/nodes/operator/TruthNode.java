package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.UnexpectedResultException;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.ToBooleanNode;
import org.ledgejs.language.runtime.Conversions;

/** A test: ToBoolean of an expression (ECMA-262 §7.1.2). */
public abstract class TruthNode extends UnaryNode {
    @Specialization
    static boolean doBoolean(boolean value) {
        return value;
    }

    @Specialization
    static boolean doInt(int value) {
        return value != 0;
    }

    @Specialization(replaces = {"doBoolean", "doInt"})
    static boolean doAny(Object value, @Cached ToBooleanNode toBoolean) {
        return toBoolean.execute(value);
    }

    /** A test node for an expression; comparisons are tests already. */
    public static JSNode of(JSNode expression) {
        if (expression instanceof LogicalNode logical) {
            return logical.asTest();
        }
        return isTest(expression) ? expression : TruthNodeGen.create(expression);
    }

    private static boolean isTest(JSNode node) {
        return node instanceof LessThanNode || node instanceof LessOrEqualNode || node instanceof GreaterThanNode || node instanceof GreaterOrEqualNode
                || node instanceof StrictEqualNode || node instanceof LooseEqualNode || node instanceof NotNode || node instanceof InOperatorNode
                || node instanceof InstanceOfOperatorNode || node instanceof TruthNode || node instanceof StrictEqualSingletonNode
                || node instanceof LooseEqualNullNode || node instanceof TypeOfEqualNode || node instanceof LogicalTestNode;
    }

    /** The value of a node made by {@link #of}. */
    public static boolean test(JSNode test, VirtualFrame frame) {
        try {
            return test.executeBoolean(frame);
        } catch (UnexpectedResultException e) {
            // Only an instrument that puts another value in its place.
            return Conversions.toBoolean(e.getResult());
        }
    }
}
