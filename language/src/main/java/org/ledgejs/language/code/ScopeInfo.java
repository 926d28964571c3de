package org.ledgejs.language.code;

import java.util.List;

/**
 * A static scope: what its variables are called and where they are. Scope objects have as many slots as
 * {@link #size} says; eval and debuggers find variables by name.
 *
 * @param parent index of the enclosing scope in the unit, or -1
 * @param size slots of the scope object; 0 if the scope has none at run time
 * @param start offset in the source where a block that is the scope starts
 * @param end offset behind it; 0 where the scope is its whole function's
 * @param variables all variables, those in frame slots included
 */
public record ScopeInfo(Kind kind, int parent, int function, int size, int start, int end, List<Variable> variables) {

    public enum Kind { FUNCTION, BLOCK, CLASS, WITH, EVAL_VARS, MODULE, SCRIPT }

    /** The same scope in a source of which its own is a part. */
    ScopeInfo moved(int by) {
        return by == 0 || end == 0 ? this : new ScopeInfo(kind, parent, function, size, start + by, end + by, variables);
    }

    /** Whether what starts at an offset of the source, in the same function, is inside. */
    public boolean contains(int offset) {
        return end == 0 || start < offset && offset < end;
    }

    /**
     * @param slot index in the scope object, or in the frame
     * @param captured in the scope object
     * @param flags bits of the constants below
     */
    public record Variable(String name, int slot, boolean captured, int flags) {
        public static final int CONST = 1;
        /** Needs a check for its initialisation where the resolver cannot prove it; a {@code var} in an eval must not have its name. */
        public static final int LEXICAL = 2;
        /** {@code this}, {@code new.target}, home object: not for users. */
        public static final int INTERNAL = 4;
        public static final int PRIVATE_NAME = 8;
        /** Assignment is ignored in sloppy mode: the name of a function expression. */
        public static final int FUNCTION_NAME = 16;
        /** The slot holds a binding of another module's scope (read with {@link Op#IMPORT_GET}). */
        public static final int IMPORT = 32;
    }
}
