package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.nodes.ControlFlowException;

/** A generator was resumed with a return: completes like a return statement where the yield stands. The value is in the return slot. */
@SuppressWarnings("serial")
public final class GeneratorReturn extends ControlFlowException {
    public static final GeneratorReturn INSTANCE = new GeneratorReturn();

    private GeneratorReturn() { }
}
