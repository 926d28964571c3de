package org.ledgejs.language.code.resolver;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.ledgejs.language.syntax.FunctionNode;

/** What a function, script, module or eval declares, and what it brings: its own {@code this}, its own {@code arguments}. */
final class FunctionScope {
    static final String THIS = "this";
    static final String NEW_TARGET = "new.target";
    static final String HOME = "%home";
    static final String CALLEE = "%function";
    static final String ARGUMENTS = "arguments";

    enum Kind {
        SCRIPT, MODULE, EVAL, FUNCTION, ARROW,
        /** Runs field initialisers and static blocks. */
        INITIALIZER,
        /** Stands for the functions around a direct eval, in another unit. */
        OUTSIDE
    }

    final Kind kind;
    final FunctionScope parent;
    /** The scope that closures of this function are made in; null for none. */
    final Scope outer;
    final boolean strict;
    /** Null but for functions and arrows. */
    final FunctionNode node;

    /** What a function expression is called inside; else null. */
    String ownName;
    /** Holds a function expression's own name, where it cannot share the parameters' scope. */
    Scope name;
    /** Receives variables that evals in parameters declare. */
    Scope parameterEvals;
    /** Parameters and what a call brings. */
    Scope parameters;
    /** Receives variables that evals in the body declare. */
    Scope bodyEvals;
    /** The top level of the body; the same as parameters where nobody sees the difference. */
    Scope body;
    /** The arguments object has to be made. */
    boolean needsArguments;
    /** The arguments object follows the parameters (ECMA-262 §10.4.4.7). */
    boolean mapsArguments;
    /** The constructor of a class with instance fields or private methods. */
    boolean initializesFields;
    /** Functions in blocks that also assign the variable of the function (§B.3.2). */
    private Set<FunctionNode> hoisted = Set.of();

    FunctionScope(Kind kind, FunctionScope parent, Scope outer, boolean strict, FunctionNode node) {
        this.kind = kind;
        this.parent = parent;
        this.outer = outer;
        this.strict = strict;
        this.node = node;
    }

    void hoist(FunctionNode function) {
        if (hoisted.isEmpty()) {
            hoisted = Collections.newSetFromMap(new IdentityHashMap<>(4));
        }
        hoisted.add(function);
    }

    void dontHoist(FunctionNode function) {
        hoisted.remove(function);
    }

    boolean hoists(FunctionNode function) {
        return !hoisted.isEmpty() && hoisted.contains(function);
    }

    boolean isDerivedConstructor() {
        return node != null && node.kind() == FunctionNode.Kind.DERIVED_CONSTRUCTOR;
    }

    /** Whether {@code super.name} may stand here: the function has a home object. */
    boolean hasHome() {
        return kind == Kind.INITIALIZER || kind == Kind.FUNCTION && node.kind() != FunctionNode.Kind.NORMAL;
    }

    /** The function whose {@code this} code of this function sees: itself, or the one around its arrows; OUTSIDE around an eval. */
    FunctionScope thisProvider() {
        FunctionScope f = this;
        while (f.kind == Kind.ARROW || f.kind == Kind.EVAL && f.outsideProvider() != null) {
            f = f.parent;
        }
        return f;
    }

    /** For an eval, the scope around it that has {@code this} or is a module; null if it is global. */
    Scope outsideProvider() {
        for (Scope scope = outer; scope != null; scope = scope.parent) {
            if (scope.kind == org.ledgejs.language.code.ScopeInfo.Kind.MODULE || scope.get(THIS) != null) {
                return scope;
            }
        }
        return null;
    }

    /** A variable for something that a call brings. */
    Binding special(String specialName) {
        return parameters.declare(specialName, Binding.Kind.INTERNAL);
    }
}
