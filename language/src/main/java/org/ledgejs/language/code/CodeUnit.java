package org.ledgejs.language.code;

import java.util.List;

/**
 * A program after its names were resolved: immutable, compact, the only form of a program inside Ledge. A parser and
 * resolver make one from text, an image holds one; nodes are built from it, one function at a time.
 */
public final class CodeUnit {
    /** Changes whenever {@link Op}, {@link Operand} or the tables change their meaning. */
    public static final int SCHEMA_VERSION = 1;

    private final byte[] code;
    private final String[] strings;
    private final FunctionCode[] functions;
    private final ScopeInfo[] scopes;
    private final ModuleInfo module;
    private final CodeUnit outer;
    private final int outerScope;

    /** Functions and scopes are lists of what a function or scope needs, made by {@link UnitBuilder} or an image reader. */
    CodeUnit(byte[] code, String[] strings, List<FunctionHeader> headers, List<ScopeInfo> scopes, ModuleInfo module, CodeUnit outer,
            int outerScope) {
        this.outer = outer;
        this.outerScope = outerScope;
        this.code = code;
        this.strings = strings;
        this.scopes = scopes.toArray(ScopeInfo[]::new);
        this.module = module;
        this.functions = new FunctionCode[headers.size()];
        for (int i = 0; i < functions.length; i++) {
            functions[i] = headers.get(i).in(this, i);
        }
    }

    /** A function's header before its unit exists; see {@link FunctionCode}. */
    record FunctionHeader(String name, int flags, int length, int frameSlots, int prologue, int body, int end,
            int sourceStart, int sourceEnd) {
        FunctionCode in(CodeUnit unit, int index) {
            return new FunctionCode(unit, index, name, flags, length, frameSlots, prologue, body, end, sourceStart, sourceEnd);
        }
    }

    byte[] code() {
        return code;
    }

    public String string(int index) {
        return strings[index];
    }

    public int stringCount() {
        return strings.length;
    }

    /**
     * Function 0 is the script, module or eval itself; for a function made from strings, a script that returns the function. A script or eval
     * returns its completion value.
     */
    public FunctionCode function(int index) {
        return functions[index];
    }

    public int functionCount() {
        return functions.length;
    }

    public ScopeInfo scope(int index) {
        return scopes[index];
    }

    public int scopeCount() {
        return scopes.length;
    }

    /** Imports and exports, or null if this is no module. */
    public ModuleInfo module() {
        return module;
    }

    /** The unit that a direct eval stands in, or null: the scopes of this unit that have no parent here continue there. */
    public CodeUnit outer() {
        return outer;
    }

    /** The scope of {@link #outer} that a direct eval stands in, or -1. */
    public int outerScope() {
        return outerScope;
    }
}
