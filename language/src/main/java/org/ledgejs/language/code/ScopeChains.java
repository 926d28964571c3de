package org.ledgejs.language.code;

import java.util.Arrays;

/**
 * What a verifier knows of scope objects: which static scope each one belongs to, and so how many slots it has and what its parents are.
 * A scope is named by its index in the unit; {@link #NONE} stands for no scope object, values below that for scopes of outer units.
 */
final class ScopeChains {
    static final int NONE = -1;
    /** Of functions that no closure was seen of. */
    static final int UNKNOWN = Integer.MIN_VALUE;

    private final CodeUnit unit;
    private final int[] closureScopes;

    ScopeChains(CodeUnit unit) {
        this.unit = unit;
        closureScopes = new int[unit.functionCount()];
        Arrays.fill(closureScopes, UNKNOWN);
        closureScopes[0] = unit.module() != null ? materialized(unit.module().scope()) : unit.outer() != null ? outer(unit, 0) : NONE;
    }

    /** The scope objects of a function's closures, as made by the functions before it. */
    int closureScope(int function) {
        return closureScopes[function];
    }

    /** Notes where a closure of a function is made; false if another place makes one in another scope. */
    boolean close(int function, int scope) {
        if (closureScopes[function] == UNKNOWN) {
            closureScopes[function] = scope;
        }
        return closureScopes[function] == scope;
    }

    /** The innermost scope with an object, from the given one outwards. */
    int materialized(int scope) {
        int at = scope;
        while (at >= 0 && unit.scope(at).size() == 0) {
            at = unit.scope(at).parent();
        }
        return at >= 0 || unit.outer() == null ? Math.max(at, NONE) : outer(unit, 0);
    }

    int parent(int scope) {
        if (scope >= 0) {
            return materialized(unit.scope(scope).parent());
        }
        return scope == NONE ? NONE : outer(unit, -2 - scope + 1);
    }

    int size(int scope) {
        if (scope >= 0) {
            return unit.scope(scope).size();
        }
        return scope == NONE ? 0 : outerSize(-2 - scope);
    }

    /** The name of the n-th scope object around the unit. */
    private static int outer(CodeUnit unit, int n) {
        return find(unit, n) == null ? NONE : -2 - n;
    }

    private int outerSize(int n) {
        return find(unit, n).size();
    }

    private static ScopeInfo find(CodeUnit unit, int n) {
        int left = n;
        CodeUnit at = unit.outer();
        int scope = unit.outerScope();
        while (at != null) {
            while (scope >= 0) {
                ScopeInfo info = at.scope(scope);
                if (info.size() > 0 && left-- == 0) {
                    return info;
                }
                scope = info.parent();
            }
            scope = at.outerScope();
            at = at.outer();
        }
        return null;
    }
}
