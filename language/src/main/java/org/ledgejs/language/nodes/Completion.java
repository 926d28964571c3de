package org.ledgejs.language.nodes;

/**
 * How a statement completed: what {@link StatementNode#execute} returns. Break and continue name their target, a label that is
 * unique within the function.
 */
public final class Completion {
    public static final int NORMAL = 0;
    /** The value is in the frame's return slot. */
    public static final int RETURN = 1;

    /** Of the body of a loop: the loop goes on with its next turn. */
    public static final int AGAIN = -1;
    /** Where the completion of a kind of statement is asked for: more than one is possible. */
    public static final int SEVERAL = -2;

    private Completion() { }

    /** What is possible where either is, as {@link StatementNode#abrupt} says it. */
    public static int either(int a, int b) {
        return a == b || b == NORMAL ? a : a == NORMAL ? b : SEVERAL;
    }

    /** @param label from 1 up */
    public static int breakOf(int label) {
        return label << 1;
    }

    public static int continueOf(int label) {
        return label << 1 | 1;
    }
}
