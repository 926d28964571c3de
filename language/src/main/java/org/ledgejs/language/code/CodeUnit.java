package org.ledgejs.language.code;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * A program after its names were resolved: immutable, compact, the only form of a program inside Ledge. A parser and
 * resolver make one from text, an image holds one; nodes are built from it, one function at a time.
 */
public final class CodeUnit {
    /** Changes whenever {@link Op}, {@link Operand} or the tables change their meaning. */
    public static final int SCHEMA_VERSION = 5;

    private final ByteBuffer code;
    private final UnitTables tables;
    private final FunctionCode[] functions;
    private final CodeUnit outer;
    private final int outerScope;
    private Map<Integer, Map<String, ScopeInfo.Variable>> captured;

    CodeUnit(ByteBuffer code, UnitTables tables, CodeUnit outer, int outerScope) {
        this.code = code;
        this.tables = tables;
        this.functions = new FunctionCode[tables.functionCount()];
        this.outer = outer;
        this.outerScope = outerScope;
    }

    /**
     * A unit that an image holds. What comes from outside goes through {@link CodeVerifier} before it is used.
     *
     * @param code the ops of all functions; never written to
     */
    public static CodeUnit of(ByteBuffer code, UnitTables tables) {
        return new CodeUnit(code.slice().asReadOnlyBuffer(), tables, null, -1);
    }

    /** The ops of all functions, read only. */
    public ByteBuffer code() {
        return code;
    }

    public String string(int index) {
        return tables.string(index);
    }

    public int stringCount() {
        return tables.stringCount();
    }

    /**
     * Function 0 is the script, module or eval itself; for a function made from strings, a script that returns the function; for a
     * {@linkplain LazyFunction lazy function} that function. A script or eval returns its completion value.
     */
    public FunctionCode function(int index) {
        FunctionCode function = functions[index];
        if (function == null) {
            functions[index] = function = tables.function(index).in(this, index);
        }
        return function;
    }

    public int functionCount() {
        return functions.length;
    }

    public ScopeInfo scope(int index) {
        return tables.scope(index);
    }

    /** The variables in a scope's object by name; units inside of this one look for them. */
    public synchronized Map<String, ScopeInfo.Variable> capturedVariables(int scope) {
        if (captured == null) {
            captured = new HashMap<>();
        }
        return captured.computeIfAbsent(scope, index -> {
            Map<String, ScopeInfo.Variable> variables = new HashMap<>();
            for (ScopeInfo.Variable variable : scope(index).variables()) {
                if (variable.captured()) {
                    variables.put(variable.name(), variable);
                }
            }
            return variables;
        });
    }

    public int scopeCount() {
        return tables.scopeCount();
    }

    /** Imports and exports, or null if this is no module. */
    public ModuleInfo module() {
        return tables.module();
    }

    /** The unit that a direct eval or a lazy function stands in, or null: the scopes of this unit that have no parent here continue there. */
    public CodeUnit outer() {
        return outer;
    }

    /** The scope of {@link #outer} that it stands in, or -1. */
    public int outerScope() {
        return outerScope;
    }
}
