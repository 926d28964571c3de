package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.Scope;

/** Finds the module that running code belongs to: its environment is the outermost scope. */
public final class ActiveModule {
    private ActiveModule() { }

    /** GetActiveScriptOrModule (ECMA-262 §9.4.1): the module record, or the source of a script. */
    @TruffleBoundary
    public static Object referrer(Scope closure, LoadedUnit unit) {
        ModuleRecord module = of(closure);
        return module == null ? unit.referrer() : module;
    }

    /** The module, or null in a script. */
    @TruffleBoundary
    public static ModuleRecord of(Scope closure) {
        Scope scope = closure;
        while (scope != null && scope.parent != null) {
            scope = scope.parent;
        }
        return scope != null && scope.info instanceof ModuleRecord module ? module : null;
    }
}
