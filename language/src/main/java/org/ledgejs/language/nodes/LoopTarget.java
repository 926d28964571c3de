package org.ledgejs.language.nodes;

import com.oracle.truffle.api.CompilerDirectives;

/**
 * A loop as what its body completes with sees it: break and continue of its label, and all else, which ends it as well. In compiled code a turn
 * of the loop has two ends only, so that the loop is left without asking again how; every other completion is a {@link LoopExit}, which is a jump there.
 */
public final class LoopTarget {
    private final int breakCompletion;
    private final int continueCompletion;

    /** @param label of the loop */
    public LoopTarget(int label) {
        this.breakCompletion = Completion.breakOf(label);
        this.continueCompletion = Completion.continueOf(label);
    }

    /** @return {@link Completion#AGAIN}, or what the loop completes with, which is {@link Completion#NORMAL} in compiled code */
    public int after(int completion) {
        if (completion == Completion.NORMAL || completion == continueCompletion) {
            return Completion.AGAIN;
        }
        if (completion == breakCompletion) {
            return Completion.NORMAL;
        }
        if (CompilerDirectives.inCompiledCode()) {
            throw new LoopExit(completion);
        }
        return completion;
    }

    /** What a statement that is such a loop completes with, of what its body does. */
    public int abrupt(int ofBody) {
        return ofBody == breakCompletion || ofBody == continueCompletion ? Completion.NORMAL : ofBody;
    }
}
