package org.ledgejs.language.nodes.function;

/** A Java exception that is none of the language's reached a guest function: a bug of the engine. Guest code cannot catch it. */
@SuppressWarnings("serial")
public final class EngineFailure extends RuntimeException {
    EngineFailure(String function, Throwable cause) {
        super("internal error in " + (function.isEmpty() ? "a function" : function) + ": " + cause, cause);
    }
}
