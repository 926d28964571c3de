package org.ledgejs.language.code;

/**
 * The tables of a {@link CodeUnit}. An image decodes their entries when they are asked for, so any method may throw what the image throws
 * for a damaged entry; each call with one index gives equal results.
 */
public interface UnitTables {

    int stringCount();

    String string(int index);

    int functionCount();

    FunctionHeader function(int index);

    int scopeCount();

    ScopeInfo scope(int index);

    /** Null if the unit is no module. */
    ModuleInfo module();
}
