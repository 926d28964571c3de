package org.ledgejs.wasm.engine;

/** The kinds of imports and exports, named as in JavaScript's import and export descriptors. */
public enum ExternKind {
    FUNCTION, TABLE, MEMORY, GLOBAL, TAG;

    private final String text = name().toLowerCase(java.util.Locale.ROOT);

    @Override
    public String toString() {
        return text;
    }
}
