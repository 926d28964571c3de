package org.ledgejs.language.nodes.function;

/**
 * Where a direct eval stands.
 *
 * @param flags of {@link org.ledgejs.language.code.Op#CALL_EVAL}
 */
public record EvalEnvironment(StaticScope scope, int flags) {
    public boolean isStrict() {
        return (flags & 1) != 0;
    }
}
