package org.ledgejs.language.interop;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A context with access to the host. */
abstract class InteropTest {
    private Context context;

    @BeforeEach
    final void open() {
        context = Context.newBuilder("ledge").allowAllAccess(true).build();
    }

    @AfterEach
    final void close() {
        context.close();
    }

    final Value eval(String program) {
        return context.eval("ledge", program);
    }

    /** Calls a function given as text. */
    final Value call(String function, Object... arguments) {
        return eval("(" + function + ")").execute(arguments);
    }
}
