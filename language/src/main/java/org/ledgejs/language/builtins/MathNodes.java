package org.ledgejs.language.builtins;

import java.util.function.DoubleUnaryOperator;

import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Conversions;

/** Math's functions that loops call, as nodes: ints stay ints, doubles stay unboxed. */
final class MathNodes {
    private MathNodes() { }

    /** A double function of one number. The function is a constant for the compiler. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Unary extends JSNode {
        final DoubleUnaryOperator function;

        Unary(DoubleUnaryOperator function) {
            this.function = function;
        }

        static Builtin.NodeFactory of(DoubleUnaryOperator function) {
            return arguments -> MathNodesFactory.UnaryNodeGen.create(function, arguments);
        }

        @Specialization
        final double ofDouble(@SuppressWarnings("unused") Object thisValue, double x) {
            return function.applyAsDouble(x);
        }

        @Specialization(replaces = "ofDouble")
        final double ofAny(@SuppressWarnings("unused") Object thisValue, Object x) {
            return function.applyAsDouble(Conversions.toNumber(x));
        }
    }

    /** floor, ceil, round, trunc: an int is its own result, and most results are ints. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Rounding extends JSNode {
        final DoubleUnaryOperator function;

        Rounding(DoubleUnaryOperator function) {
            this.function = function;
        }

        static Builtin.NodeFactory of(DoubleUnaryOperator function) {
            return arguments -> MathNodesFactory.RoundingNodeGen.create(function, arguments);
        }

        @Specialization
        final int ofInt(@SuppressWarnings("unused") Object thisValue, int x) {
            return x;
        }

        @Specialization(guards = "isInt(function.applyAsDouble(x))", replaces = "ofInt")
        final int toInt(@SuppressWarnings("unused") Object thisValue, double x) {
            return (int) function.applyAsDouble(x);
        }

        @Specialization(replaces = "toInt")
        final double ofDouble(@SuppressWarnings("unused") Object thisValue, double x) {
            return function.applyAsDouble(x);
        }

        @Specialization(replaces = "ofDouble")
        final Object ofAny(@SuppressWarnings("unused") Object thisValue, Object x) {
            return Conversions.number(function.applyAsDouble(Conversions.toNumber(x)));
        }

        static boolean isInt(double x) {
            return (int) x == x && (x != 0 || 1 / x > 0);
        }
    }

    /** §21.3.2.1. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Abs extends JSNode {
        @Specialization(guards = "x != MIN")
        final int ofInt(@SuppressWarnings("unused") Object thisValue, int x) {
            return Math.abs(x);
        }

        @Specialization
        final double ofDouble(@SuppressWarnings("unused") Object thisValue, double x) {
            return Math.abs(x);
        }

        @Specialization(replaces = {"ofInt", "ofDouble"})
        final Object ofAny(@SuppressWarnings("unused") Object thisValue, Object x) {
            return Conversions.number(Math.abs(Conversions.toNumber(x)));
        }

        static final int MIN = Integer.MIN_VALUE;
    }

    /** §21.3.2.25, §21.3.2.26: min and max are one node with a sign. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Extreme extends JSNode {
        private final boolean max;

        Extreme(boolean max) {
            this.max = max;
        }

        static Builtin.NodeFactory of(boolean max) {
            return arguments -> MathNodesFactory.ExtremeNodeGen.create(max, arguments);
        }

        @Specialization(guards = "rest.length == 0")
        final int ofInts(@SuppressWarnings("unused") Object thisValue, int a, int b, @SuppressWarnings("unused") Object[] rest) {
            return max ? Math.max(a, b) : Math.min(a, b);
        }

        @Specialization(guards = "rest.length == 0", replaces = "ofInts")
        final double ofDoubles(@SuppressWarnings("unused") Object thisValue, double a, double b, @SuppressWarnings("unused") Object[] rest) {
            return max ? Math.max(a, b) : Math.min(a, b);
        }

        @Specialization(replaces = "ofDoubles")
        final Object ofAny(VirtualFrame frame, @SuppressWarnings("unused") Object thisValue, Object a, Object b, Object[] rest) {
            int count = Arguments.count(frame.getArguments());
            if (count == 0) {
                return max ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            double result = Conversions.toNumber(a);
            if (count > 1) {
                result = extreme(result, Conversions.toNumber(b));
            }
            for (Object next : rest) {
                result = extreme(result, Conversions.toNumber(next));
            }
            return Conversions.number(result);
        }

        private double extreme(double a, double b) {
            return max ? Math.max(a, b) : Math.min(a, b);
        }
    }

    /** §21.3.2.20. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Imul extends JSNode {
        @Specialization
        final int ofInts(@SuppressWarnings("unused") Object thisValue, int a, int b) {
            return a * b;
        }

        @Specialization(replaces = "ofInts")
        final int ofAny(@SuppressWarnings("unused") Object thisValue, Object a, Object b) {
            int first = Conversions.toInt32(a);
            return first * Conversions.toInt32(b);
        }
    }

    /** §21.3.2.11. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Clz32 extends JSNode {
        @Specialization
        final int ofInt(@SuppressWarnings("unused") Object thisValue, int x) {
            return Integer.numberOfLeadingZeros(x);
        }

        @Specialization(replaces = "ofInt")
        final int ofAny(@SuppressWarnings("unused") Object thisValue, Object x) {
            return Integer.numberOfLeadingZeros(Conversions.toInt32(x));
        }
    }
}
