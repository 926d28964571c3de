package org.ledgejs.language.nodes.function;

import org.ledgejs.language.code.ScopeInfo;

/** A static scope of a unit: what a {@code Scope} object points to, and what a direct eval is resolved in. */
public record StaticScope(LoadedUnit unit, int index) {
    public ScopeInfo info() {
        return unit.code().scope(index);
    }
}
