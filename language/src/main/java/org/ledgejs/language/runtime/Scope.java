package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;

/** The captured variables of a block, function or module at run time. A slot that is null is uninitialised. */
public final class Scope {
    public final Scope parent;
    /** Describes the slots for eval and debuggers: a ScopeInfo with its unit. */
    public final Object info;
    @CompilationFinal(dimensions = 0) public final Object[] slots;

    public Scope(Scope parent, Object info, int size) {
        this.parent = parent;
        this.info = info;
        this.slots = new Object[size];
    }

    private Scope(Scope original) {
        this.parent = original.parent;
        this.info = original.info;
        this.slots = original.slots.clone();
    }

    public Scope copy() {
        return new Scope(this);
    }
}
