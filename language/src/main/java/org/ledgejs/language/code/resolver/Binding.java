package org.ledgejs.language.code.resolver;

/** A variable and what is known of it. */
final class Binding {

    enum Kind {
        VAR, PARAMETER, LET, CONST, CLASS,
        /** A function declared in a block. */
        FUNCTION,
        CATCH,
        /** The own name of a function expression. */
        FUNCTION_NAME,
        /** Another module's binding. */
        IMPORT,
        PRIVATE_NAME,
        /** {@code this}, {@code new.target}, the home object, {@code with} objects, computed keys of fields. */
        INTERNAL;

        /** Uninitialised at first, and in the way of a {@code var} of that name. */
        boolean isLexical() {
            return this == LET || this == CONST || this == CLASS || this == FUNCTION;
        }

        boolean isConstant() {
            return this == CONST || this == IMPORT || this == PRIVATE_NAME || this == INTERNAL;
        }

        /** May be read before it has a value, and must not be. */
        boolean hasDeadZone() {
            return this == LET || this == CONST || this == CLASS || this == PARAMETER || this == CATCH;
        }
    }

    final String name;
    final Scope scope;
    Kind kind;

    /** In the scope's object, because a closure, an eval or a mapped arguments object sees it. */
    boolean captured;
    /** Declared in the body of a function whose parameters share the scope and do not see it. */
    boolean inBody;
    /** Something refers to it. */
    boolean used;
    /** In the frame or in the scope's object; -1 until then. */
    int slot = -1;

    /** The code now being written runs only after the variable was initialised. */
    boolean initialized;
    /** Some code checks for its initialisation. */
    boolean checked;
    /** The part of the function in which it was first assigned: what is read there needs no undefined before. */
    Region written;
    /** A var that may be read before it is assigned. */
    boolean readsUndefined;

    Binding(String name, Scope scope, Kind kind) {
        this.name = name;
        this.scope = scope;
        this.kind = kind;
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
