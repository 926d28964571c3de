package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.FunctionFlags;
import org.ledgejs.language.code.ScopeInfo;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.Program;
import org.ledgejs.language.syntax.VarScope;

/** The code of evals (ECMA-262 §19.2.1.3 EvalDeclarationInstantiation), resolved against the scopes around the call. */
final class Evals {
    /** What a var of an eval meets on its way to the scope it belongs to. */
    private enum Met { NOTHING, VARIABLE, CONFLICT }

    private final UnitWriter w;
    private final CodeUnit caller;
    private final int callerScope;
    private final boolean inField;

    Evals(UnitWriter w, CodeUnit caller, int callerScope, boolean inField) {
        this.w = w;
        this.caller = caller;
        this.callerScope = callerScope;
        this.inField = inField;
    }

    CodeUnit eval(Program.ScriptNode script) {
        FunctionScope outside = new FunctionScope(FunctionScope.Kind.OUTSIDE, null, null, script.strict(), null);
        Scope outer = Scope.around(caller, callerScope, outside);
        FunctionScope scope = w.analysis.eval(script, outer, outside);
        w.scope = outer;
        w.begin(scope);
        w.f.inField = inField;
        List<Code> prologue = new ArrayList<>();
        w.functions.open(scope.body, prologue);
        w.functions.brought(scope, prologue);
        if (script.strict()) {
            w.functions.hoist(Functions.lastOfEachName(script.scope().functions()), prologue);
        } else {
            declare(scope, script.scope(), outer, prologue);
        }
        int variables = prologue.size();
        List<Code> body = new ArrayList<>();
        Programs.completing(w, script, body);
        prologue.addAll(variables, w.functions.undefinedVariables(scope));
        w.describe(scope.body);
        w.end("eval", FunctionFlags.EVAL | (script.strict() ? FunctionFlags.STRICT : 0), 0, prologue, body, script.start(), script.end());
        return w.unit.build(null, caller, callerScope);
    }

    private void declare(FunctionScope scope, VarScope declared, Scope outer, List<Code> prologue) {
        SequencedMap<String, FunctionNode> functions = Functions.lastOfEachName(declared.functions());
        Set<String> vars = new LinkedHashSet<>(declared.varNames());
        vars.removeAll(functions.keySet());
        List<String> newVars = new ArrayList<>();
        List<String> newFunctions = new ArrayList<>();
        for (String name : functions.keySet()) {
            declare(name, outer, newFunctions, prologue);
        }
        for (String name : vars) {
            declare(name, outer, newVars, prologue);
        }
        Scope objectScope = objectScope(outer);
        Set<String> hoisted = new LinkedHashSet<>();
        for (FunctionNode node : declared.hoistedBlockFunctions()) {
            Met met = meets(node.name(), outer);
            if (met == Met.CONFLICT) {
                scope.dontHoist(node);
            } else if (met == Met.NOTHING && !vars.contains(node.name()) && !functions.containsKey(node.name())) {
                hoisted.add(node.name());
            }
        }
        if (objectScope != null) {
            newVars.addAll(hoisted);
            hoisted.clear();
        }
        if (!newVars.isEmpty() || !newFunctions.isEmpty() || !hoisted.isEmpty()) {
            Code object = objectScope == null ? null : w.variables.read(objectScope.object());
            prologue.add(Code.of(EVAL_DECLARE, object, newVars, newFunctions, List.copyOf(hoisted)));
        }
        functions.forEach((name, node) -> {
            Code closure = w.functions.declared(node);
            boolean global = objectScope == null && newFunctions.contains(name);
            prologue.add(UnitWriter.statement(global ? Code.of(GLOBAL_FUNCTION, name, closure, 1) : w.variables.assignVariable(name, closure)));
        });
    }

    private void declare(String name, Scope outer, List<String> fresh, List<Code> prologue) {
        switch (meets(name, outer)) {
            case NOTHING -> fresh.add(name);
            case VARIABLE -> { }
            case CONFLICT -> prologue.add(UnitWriter.statement(
                    Code.of(THROW_ERROR, 2, "Identifier '" + name + "' has already been declared")));
        }
    }

    /** The scope with the object that vars of this eval go to; null for the global object. */
    private static Scope objectScope(Scope outer) {
        Scope s = outer;
        while (s != null && s.kind != ScopeInfo.Kind.EVAL_VARS) {
            s = s.parent;
        }
        return s;
    }

    private static Met meets(String name, Scope outer) {
        for (Scope s = outer; s != null && s.kind != ScopeInfo.Kind.EVAL_VARS; s = s.parent) {
            Binding b = s.get(name);
            if (b == null || s.kind == ScopeInfo.Kind.WITH) {
                continue;
            }
            boolean aroundObject = s.parent != null && s.parent.kind == ScopeInfo.Kind.EVAL_VARS && s.kind == ScopeInfo.Kind.FUNCTION;
            switch (b.kind) {
                case CATCH, INTERNAL, PRIVATE_NAME, FUNCTION_NAME -> { }
                case PARAMETER -> {
                    return aroundObject && s.parent.get(Scope.OBJECT) != null ? Met.VARIABLE : Met.CONFLICT;
                }
                default -> {
                    return Met.CONFLICT;
                }
            }
        }
        return Met.NOTHING;
    }
}
