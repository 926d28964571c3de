package org.ledgejs.language.nodes;

import com.oracle.truffle.api.nodes.ControlFlowException;

/** Leaves the innermost loop of compiled code with a completion of a statement around it. */
public final class LoopExit extends ControlFlowException {
    private static final long serialVersionUID = 1;

    private final int completion;

    LoopExit(int completion) {
        this.completion = completion;
    }

    public int completion() {
        return completion;
    }
}
