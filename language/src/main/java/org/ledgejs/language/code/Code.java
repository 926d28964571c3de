package org.ledgejs.language.code;

import java.util.List;

/**
 * An op with its operands before it is written: what a resolver hands to {@link UnitBuilder}. Operands stand in the order of
 * {@link Op}: a {@code Code} or null (absent) for expressions and statements, a {@code List<Code>} for lists of them, {@link String}
 * for strings, {@code List<String>}, {@link Integer} for numbers, slots (null: none), labels, indices and flags, {@link Double}.
 */
public final class Code {
    private final Op op;
    private final Object[] operands;
    private final boolean suspends;
    private final int depth;
    private int start = -1;
    private int length;

    private Code(Op op, Object[] operands) {
        this.op = op;
        this.operands = operands;
        this.suspends = suspends(op, operands);
        this.depth = depth(operands);
    }

    public static Code of(Op op, Object... operands) {
        if (operands.length != op.operandCount()) {
            throw new IllegalArgumentException(op + " takes " + op.operandCount() + " operands, not " + operands.length);
        }
        return new Code(op, operands);
    }

    /** This op at a range of the source. */
    public Code at(int sourceStart, int sourceEnd) {
        start = sourceStart;
        length = sourceEnd - sourceStart;
        return this;
    }

    /** This op where the other one was. */
    public Code at(Code other) {
        start = other.start;
        length = other.length;
        return this;
    }

    public Op op() {
        return op;
    }

    public Object operand(int i) {
        return operands[i];
    }

    /** The operand, which is an expression or statement. */
    public Code child(int i) {
        return (Code) operands[i];
    }

    /** The operand, which is a list of ops. */
    @SuppressWarnings("unchecked")
    public List<Code> children(int i) {
        return (List<Code>) operands[i];
    }

    /** A copy of the operands. */
    public Object[] operands() {
        return operands.clone();
    }

    public int start() {
        return start;
    }

    public int length() {
        return length;
    }

    /** Whether the function may be suspended inside this op. */
    public boolean suspends() {
        return suspends;
    }

    /** How many ops are nested in the deepest place, this one included. */
    public int depth() {
        return depth;
    }

    private static int depth(Object[] operands) {
        int deepest = 0;
        for (Object operand : operands) {
            if (operand instanceof Code code) {
                deepest = Math.max(deepest, code.depth);
            } else if (operand instanceof List<?> list) {
                for (Object o : list) {
                    deepest = o instanceof Code code ? Math.max(deepest, code.depth) : deepest;
                }
            }
        }
        return deepest + 1;
    }

    private static boolean suspends(Op op, Object[] operands) {
        switch (op) {
            case AWAIT, YIELD, YIELD_STAR -> {
                return true;
            }
            case FOR_OF, DISPOSE_SCOPE -> {
                if ((Integer) operands[op == Op.FOR_OF ? 3 : 1] != 0) {
                    return true;
                }
            }
            default -> { }
        }
        for (Object operand : operands) {
            if (operand instanceof Code code && code.suspends) {
                return true;
            }
            if (operand instanceof List<?> list) {
                for (Object o : list) {
                    if (o instanceof Code code && code.suspends) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
