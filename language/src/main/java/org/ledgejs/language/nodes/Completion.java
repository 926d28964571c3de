package org.ledgejs.language.nodes;

/**
 * How a statement completed: what {@link StatementNode#execute} returns. Break and continue name their target, a label that is
 * unique within the function.
 */
public final class Completion {
    public static final int NORMAL = 0;
    /** The value is in the frame's return slot. */
    public static final int RETURN = 1;

    private Completion() { }

    /** @param label from 1 up */
    public static int breakOf(int label) {
        return label << 1;
    }

    public static int continueOf(int label) {
        return label << 1 | 1;
    }
}
