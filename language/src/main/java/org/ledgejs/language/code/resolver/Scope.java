package org.ledgejs.language.code.resolver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.ScopeInfo;
import org.ledgejs.language.code.ScopeInfo.Kind;
import org.ledgejs.language.code.ScopeInfo.Variable;

/** A scope while a unit is being resolved. */
final class Scope {
    /** The name of the variable with the object of a {@code with} or of the variables that evals declare. */
    static final String OBJECT = "%object";
    /** The same, for evals in parameters: their variables are outside the parameters' scope. */
    static final String PARAMETER_OBJECT = "%parameters";

    final Scope parent;
    final Kind kind;
    final FunctionScope function;
    /** A direct eval sees this scope: every variable has to be found by name. */
    boolean forced;
    /** Names of the class being defined are not initialised: heritage and computed keys are walked. */
    boolean definingClass;
    /** The class's private names are not in effect yet: its heritage is walked. */
    boolean privateNamesHidden;
    /** Parameters are walked, which do not see what the body declares. */
    boolean bodyHidden;
    /** A closure in the head of a for loop captured one of its variables. */
    boolean capturedInHead;
    /** Index among the unit's scopes. */
    int index = -1;
    /** Frame slot of the scope object. */
    int slot = -1;
    /** Slots of the scope object; 0 if there is none. */
    int size;
    /** Where the block is that is the scope; both 0 for a function's. */
    private int start;
    private int end;

    private final Map<String, Binding> bindings = new LinkedHashMap<>(4);
    /** Of a scope of another unit, its captured variables, which become bindings when they are asked for; else empty. */
    private Map<String, Variable> described = Map.of();

    Scope(Scope parent, Kind kind, FunctionScope function) {
        this.parent = parent;
        this.kind = kind;
        this.function = function;
    }

    /** This scope as that of a range of the source. */
    Scope at(int sourceStart, int sourceEnd) {
        start = sourceStart;
        end = sourceEnd;
        return this;
    }

    /** The binding of that name, made if it was not there; what a name was first declared as stays. */
    Binding declare(String name, Binding.Kind bindingKind) {
        Binding binding = bindings.get(name);
        if (binding == null) {
            binding = new Binding(name, this, bindingKind);
            bindings.put(name, binding);
        }
        return binding;
    }

    /** The binding of that name, hidden or not. */
    Binding get(String name) {
        Binding binding = bindings.get(name);
        Variable variable = binding != null ? null : described.get(name);
        return variable != null ? declare(variable) : binding;
    }

    private Binding declare(Variable variable) {
        Binding binding = declare(variable.name(), kind(variable.flags(), kind));
        binding.captured = true;
        binding.slot = variable.slot();
        return binding;
    }

    /** The binding that code written now sees under that name. */
    Binding visible(String name) {
        Binding binding = get(name);
        if (binding == null || bodyHidden && binding.inBody || privateNamesHidden && name.charAt(0) == '#') {
            return null;
        }
        return binding;
    }

    Collection<Binding> bindings() {
        return bindings.values();
    }

    boolean isEmpty() {
        return bindings.isEmpty();
    }

    /** Whether names looked up through this scope may be found in an object. */
    boolean isDynamic() {
        return kind == Kind.WITH || kind == Kind.EVAL_VARS;
    }

    /** The variable with the object of a dynamic scope. */
    Binding object() {
        return bindings.values().iterator().next();
    }

    boolean isMaterialized() {
        return size > 0;
    }

    /** Gives the captured variables their slots in the scope's object. */
    void layOut() {
        for (Binding binding : bindings.values()) {
            binding.captured |= forced;
            if (binding.captured) {
                binding.slot = size++;
            }
        }
    }

    ScopeInfo info(int parentIndex, int functionIndex) {
        List<Variable> variables = new ArrayList<>(bindings.size());
        for (Binding binding : bindings.values()) {
            if (binding.slot >= 0) {
                variables.add(new Variable(binding.name, binding.slot, binding.captured, flags(binding.kind)));
            }
        }
        return new ScopeInfo(kind, parentIndex, functionIndex, size, start, end, List.copyOf(variables));
    }

    private static int flags(Binding.Kind kind) {
        return (kind.isLexical() ? Variable.LEXICAL : 0)
                | (kind.isConstant() ? Variable.CONST : 0)
                | (kind == Binding.Kind.IMPORT ? Variable.IMPORT : 0)
                | (kind == Binding.Kind.INTERNAL ? Variable.INTERNAL : 0)
                | (kind == Binding.Kind.PRIVATE_NAME ? Variable.PRIVATE_NAME : 0)
                | (kind == Binding.Kind.FUNCTION_NAME ? Variable.FUNCTION_NAME : 0);
    }

    /** The scopes around a direct eval, as its caller's unit describes them; null if there are none. */
    static Scope around(CodeUnit unit, int index, FunctionScope outside) {
        if (unit == null) {
            return null;
        }
        if (index < 0) {
            return around(unit.outer(), unit.outerScope(), outside);
        }
        ScopeInfo info = unit.scope(index);
        Scope scope = new Scope(around(unit, info.parent(), outside), info.kind(), outside);
        scope.size = info.size();
        scope.described = unit.capturedVariables(index);
        if (scope.isDynamic()) {
            scope.described.values().forEach(scope::declare);
        }
        return scope;
    }

    private static Binding.Kind kind(int flags, Kind scope) {
        if ((flags & Variable.IMPORT) != 0) {
            return Binding.Kind.IMPORT;
        }
        if ((flags & Variable.PRIVATE_NAME) != 0) {
            return Binding.Kind.PRIVATE_NAME;
        }
        if ((flags & Variable.INTERNAL) != 0) {
            return Binding.Kind.INTERNAL;
        }
        if ((flags & Variable.FUNCTION_NAME) != 0) {
            return Binding.Kind.FUNCTION_NAME;
        }
        if ((flags & Variable.CONST) != 0) {
            return Binding.Kind.CONST;
        }
        if ((flags & Variable.LEXICAL) != 0) {
            return Binding.Kind.LET;
        }
        return scope == Kind.BLOCK ? Binding.Kind.CATCH : Binding.Kind.PARAMETER;
    }
}
