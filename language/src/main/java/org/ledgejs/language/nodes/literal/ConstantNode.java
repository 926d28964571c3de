package org.ledgejs.language.nodes.literal;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;

/** A literal whose value is no object: shared by all realms. */
public class ConstantNode extends JSNode {
    private final Object value;

    private ConstantNode(Object value) {
        this.value = value;
    }

    public static ConstantNode create(Object value) {
        return switch (value) {
            case Integer i -> new OfInt(i);
            case Double d -> new OfDouble(d);
            case Boolean b -> new OfBoolean(b);
            default -> new ConstantNode(value);
        };
    }

    public final Object value() {
        return value;
    }

    @Override
    public final Object execute(VirtualFrame frame) {
        return value;
    }

    private static final class OfInt extends ConstantNode {
        private final int number;

        OfInt(int value) {
            super(value);
            this.number = value;
        }

        @Override
        public int executeInt(VirtualFrame frame) {
            return number;
        }
    }

    private static final class OfDouble extends ConstantNode {
        private final double number;

        OfDouble(double value) {
            super(value);
            this.number = value;
        }

        @Override
        public double executeDouble(VirtualFrame frame) {
            return number;
        }
    }

    private static final class OfBoolean extends ConstantNode {
        private final boolean truth;

        OfBoolean(boolean value) {
            super(value);
            this.truth = value;
        }

        @Override
        public boolean executeBoolean(VirtualFrame frame) {
            return truth;
        }
    }
}
