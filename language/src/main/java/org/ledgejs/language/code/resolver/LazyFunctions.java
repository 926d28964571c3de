package org.ledgejs.language.code.resolver;

import java.util.ArrayList;
import java.util.List;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.CodeVerifier;
import org.ledgejs.language.code.FunctionCode;
import org.ledgejs.language.code.LazyFunction;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.Outline;

/**
 * Functions that are compiled when they are first called. When a function was parsed, only the names it takes from around are kept, so that
 * the code around it knows which of its variables are captured. When it is called it is parsed again and resolved against the scopes around
 * it, as the code of a direct eval is.
 */
final class LazyFunctions {
    /** What nests deeper in a tree may nest too deeply as code, and that has to be said before anything runs. */
    private static final int MAX_DEPTH = CodeVerifier.MAX_DEPTH / 16;

    private final UnitWriter w;

    LazyFunctions(UnitWriter w) {
        this.w = w;
    }

    /** What a function takes from the code around it; null if it has to stay whole. */
    static Outline outline(FunctionNode node, boolean bindsName) {
        ScopeAnalysis analysis = ScopeAnalysis.alone(node.strict());
        analysis.function(node, bindsName);
        return analysis.deepest() > MAX_DEPTH ? null
                : new Outline(node.expectedArgumentCount(), analysis.freeNames(), analysis.freeSpecials());
    }

    /** Writes down that there is such a function; returns its index. */
    int declare(FunctionNode node, String name) {
        FunctionScope scope = w.analysis.functionOf(node);
        List<String> initialized = new ArrayList<>(node.outline().free().size());
        for (String free : node.outline().free()) {
            Binding binding = w.variables.meaning(free).binding();
            if (binding != null && !w.variables.needsCheck(binding)) {
                initialized.add(free);
            }
        }
        if (node.outline().specials().contains(FunctionScope.THIS) && w.f.scope.thisProvider().kind != FunctionScope.Kind.MODULE) {
            Binding self = w.variables.thisBinding();
            if (self != null && !w.variables.needsCheck(self)) {
                initialized.add(FunctionScope.THIS);
            }
        }
        int index = w.unit.newFunction();
        w.unit.lazyFunction(index, name, Functions.flags(node), node.expectedArgumentCount(), node.start(), node.end(),
                new LazyFunction(node.textStart(), w.scopeIndex(w.scope), scope.ownName, List.copyOf(initialized)));
        return index;
    }

    static CodeUnit unit(FunctionNode node, FunctionCode code) {
        LazyFunction lazy = code.lazy();
        FunctionScope outside = new FunctionScope(FunctionScope.Kind.OUTSIDE, null, null, node.strict(), null);
        Scope outer = Scope.around(code.unit(), lazy.scope(), outside);
        lazy.initialized().forEach(name -> initialized(outer, name));
        ScopeAnalysis analysis = new ScopeAnalysis();
        analysis.function = outside;
        analysis.scope = outer;
        analysis.function(node, lazy.ownName() != null);
        UnitWriter w = new UnitWriter(analysis, lazy.textStart());
        w.scope = outer;
        w.functions.function(node, code.name());
        return w.unit.build(null, code.unit(), lazy.scope());
    }

    private static void initialized(Scope outer, String name) {
        for (Scope s = outer; s != null; s = s.parent) {
            Binding binding = s.get(name);
            if (binding != null) {
                binding.initialized = true;
                return;
            }
        }
    }
}
