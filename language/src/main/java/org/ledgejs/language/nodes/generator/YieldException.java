package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.instrumentation.GenerateWrapper;
import com.oracle.truffle.api.nodes.ControlFlowException;

import org.ledgejs.language.runtime.Undefined;

/** Unwinds to the root that resumes; every node between has stored where it was. The value is in the frame's transfer slot. */
@SuppressWarnings("serial")
public final class YieldException extends ControlFlowException implements GenerateWrapper.YieldException {
    public static final YieldException YIELD = new YieldException();
    /** A yield whose value is an iterator result already: yield* passes it on as it is. */
    public static final YieldException YIELD_RESULT = new YieldException();
    public static final YieldException AWAIT = new YieldException();

    private YieldException() { }

    /** Of no use to instruments: it is on its way out of the frame. */
    @Override
    public Object getYieldValue() {
        return Undefined.INSTANCE;
    }
}
