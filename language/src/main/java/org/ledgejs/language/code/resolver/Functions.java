package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.code.FunctionFlags;
import org.ledgejs.language.code.ScopeInfo;
import org.ledgejs.language.syntax.BlockScope;
import org.ledgejs.language.syntax.ClassNode;
import org.ledgejs.language.syntax.Expression;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.Pattern;

/** Functions: their scopes, what a call brings, parameters (FunctionDeclarationInstantiation, ECMA-262 §10.2.11), and closures. */
final class Functions {
    private final UnitWriter w;

    Functions(UnitWriter w) {
        this.w = w;
    }

    Code closure(FunctionNode node, String name) {
        return Code.of(CLOSURE, function(node, name), w.variables.currentScopeSlot()).at(node.start(), node.end());
    }

    Code closure(FunctionNode node, Code key) {
        return Code.of(CLOSURE_NAMED, function(node, ""), w.variables.currentScopeSlot(), key).at(node.start(), node.end());
    }

    /** Writes a function; returns its index. */
    int function(FunctionNode node, String name) {
        return function(node, name, node);
    }

    /** @param range the node whose text toString shows: the class of a constructor */
    int function(FunctionNode node, String name, Expression range) {
        if (node.outline() != null) {
            return w.lazyFunctions.declare(node, name);
        }
        FunctionScope scope = w.analysis.functionOf(node);
        FunctionWriter f = w.begin(scope);
        List<Code> prologue = new ArrayList<>();
        List<Code> body = new ArrayList<>();
        scopesAround(scope, prologue);
        open(scope.parameters, prologue);
        brought(scope, prologue);
        if (node.kind() == FunctionNode.Kind.CONSTRUCTOR && scope.initializesFields) {
            prologue.add(UnitWriter.statement(Code.of(INIT_FIELDS, w.variables.special(FunctionScope.THIS), Code.of(CALLEE))));
        }
        scope.parameters.bodyHidden = true;
        parameters(scope, node, prologue);
        scope.parameters.bodyHidden = false;
        if (scope.body != scope.parameters) {
            separateBody(scope, prologue);
        }
        int variables = prologue.size();
        hoist(lastOfEachName(node.scope().functions()), prologue);
        body(node, body);
        prologue.addAll(variables, undefinedVariables(scope));
        w.describe(scope.body);
        if (scope.body != scope.parameters) {
            describe(scope.bodyEvals);
            w.describe(scope.parameters);
            describe(scope.parameterEvals);
        } else {
            describe(scope.bodyEvals);
        }
        describe(scope.name);
        boolean dynamic = node.facts().hasWith() || !node.strict() && node.facts().hasDirectEval();
        return w.end(name, flags(node) | (dynamic ? FunctionFlags.DYNAMIC : 0), node.expectedArgumentCount(), prologue, body, range.start(),
                range.end());
    }

    private void describe(Scope s) {
        if (s != null) {
            w.describe(s);
        }
    }

    static int flags(FunctionNode node) {
        int flags = (node.strict() ? FunctionFlags.STRICT : 0) | (node.async() ? FunctionFlags.ASYNC : 0)
                | (node.generator() ? FunctionFlags.GENERATOR : 0);
        return flags | switch (node.kind()) {
            case NORMAL -> 0;
            case ARROW -> FunctionFlags.ARROW;
            case METHOD -> FunctionFlags.METHOD;
            case GETTER -> FunctionFlags.METHOD | FunctionFlags.GETTER;
            case SETTER -> FunctionFlags.METHOD | FunctionFlags.SETTER;
            case CONSTRUCTOR -> FunctionFlags.CLASS_CONSTRUCTOR;
            case DERIVED_CONSTRUCTOR -> FunctionFlags.CLASS_CONSTRUCTOR | FunctionFlags.DERIVED;
            case FIELD_INITIALIZER, STATIC_BLOCK -> FunctionFlags.METHOD | FunctionFlags.FIELD_INITIALIZER;
        };
    }

    // Scopes and what a call brings.

    /** Opens a scope of the function itself: its object lives in a slot from the prologue on. */
    void open(Scope s, List<Code> prologue) {
        w.open(s);
        if (s.isMaterialized()) {
            prologue.add(UnitWriter.statement(w.newScope(s)));
        }
    }

    private void scopesAround(FunctionScope scope, List<Code> prologue) {
        if (scope.name != null) {
            open(scope.name, prologue);
            Binding own = scope.name.bindings().iterator().next();
            prologue.add(UnitWriter.statement(w.variables.initialize(own, Code.of(CALLEE))));
        }
        if (scope.parameterEvals != null) {
            openEvals(scope.parameterEvals, prologue);
        }
        if (scope.bodyEvals != null && scope.body == scope.parameters) {
            openEvals(scope.bodyEvals, prologue);
        }
    }

    private void openEvals(Scope s, List<Code> prologue) {
        open(s, prologue);
        Code object = Code.of(OBJECT, List.of(Code.of(PROTO, Code.of(NULL))));
        prologue.add(UnitWriter.statement(w.variables.initialize(s.object(), object)));
    }

    /** Stores what arrows and evals ask for, and {@code this} where it must not be converted twice. */
    void brought(FunctionScope scope, List<Code> prologue) {
        for (String name : List.of(FunctionScope.THIS, FunctionScope.NEW_TARGET, FunctionScope.HOME, FunctionScope.CALLEE)) {
            Binding b = scope.parameters.get(name);
            if (b == null || b.kind != Binding.Kind.INTERNAL) {
                continue;
            }
            boolean isThis = name.equals(FunctionScope.THIS);
            if (isThis && scope.isDerivedConstructor()) {
                if (!b.captured) {
                    w.variables.slot(b);
                }
            } else if (b.captured || isThis && !scope.strict && scope.kind == FunctionScope.Kind.FUNCTION) {
                prologue.add(UnitWriter.statement(w.variables.initialize(b, w.variables.brought(name, scope))));
            }
        }
        for (Binding b : scope.parameters.bindings()) {
            if (b.kind == Binding.Kind.FUNCTION_NAME && (b.used || b.captured)) {
                prologue.add(UnitWriter.statement(w.variables.initialize(b, Code.of(CALLEE))));
            }
        }
    }

    // Parameters.

    private void parameters(FunctionScope scope, FunctionNode node, List<Code> prologue) {
        boolean simple = node.facts().hasSimpleParameters();
        if (scope.mapsArguments || simple) {
            simpleParameters(scope, node, prologue);
            arguments(scope, node, prologue);
        } else {
            arguments(scope, node, prologue);
            List<Code> list = new ArrayList<>();
            for (int i = 0; i < node.parameters().size(); i++) {
                Pattern parameter = node.parameters().get(i);
                Code value = parameter instanceof Pattern.Rest ? Code.of(REST, i) : Code.of(ARGUMENT, i);
                w.patterns.bind(parameter, value, Patterns.Mode.PARAMETER, list);
            }
            for (Code code : list) {
                prologue.add(UnitWriter.statement(code));
            }
        }
    }

    private void simpleParameters(FunctionScope scope, FunctionNode node, List<Code> prologue) {
        Map<String, Integer> last = new LinkedHashMap<>();
        for (int i = 0; i < node.parameterNames().size(); i++) {
            last.put(node.parameterNames().get(i), i);
        }
        for (Map.Entry<String, Integer> parameter : last.entrySet()) {
            Binding b = scope.parameters.get(parameter.getKey());
            if (b.used || b.captured) {
                prologue.add(UnitWriter.statement(w.variables.initialize(b, Code.of(ARGUMENT, parameter.getValue()))));
            } else {
                b.initialized = true;
            }
        }
    }

    private void arguments(FunctionScope scope, FunctionNode node, List<Code> prologue) {
        if (!scope.needsArguments) {
            return;
        }
        Code object = Code.of(ARGUMENTS);
        Binding b = scope.parameters.get(FunctionScope.ARGUMENTS);
        if (scope.mapsArguments) {
            List<String> names = node.parameterNames();
            List<Integer> mapping = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                boolean shadowed = names.lastIndexOf(names.get(i)) != i;
                mapping.add(shadowed ? 0 : scope.parameters.get(names.get(i)).slot + 1);
            }
            int slot = scope.parameters.isMaterialized() ? scope.parameters.slot : w.variables.slot(b);
            object = Code.of(ARGUMENTS_MAPPED, slot, mapping);
        }
        prologue.add(UnitWriter.statement(w.variables.initialize(b, object)));
        b.initialized = true;
    }

    /** The body has a scope of its own; its variables start with the values of parameters of their name. */
    private void separateBody(FunctionScope scope, List<Code> prologue) {
        if (scope.bodyEvals != null) {
            openEvals(scope.bodyEvals, prologue);
        }
        open(scope.body, prologue);
        for (Binding b : scope.body.bindings()) {
            Binding parameter = scope.parameters.get(b.name);
            if (b.kind == Binding.Kind.VAR && parameter != null && parameter.kind == Binding.Kind.PARAMETER && (b.used || b.captured)) {
                prologue.add(UnitWriter.statement(w.variables.initialize(b, w.variables.read(parameter))));
                b.initialized = true;
            }
        }
    }

    /** Initialises the functions that a body or block declares. */
    void hoist(SequencedMap<String, FunctionNode> functions, List<Code> out) {
        for (String name : functions.keySet()) {
            w.variables.declared(name).initialized = true;
        }
        for (Map.Entry<String, FunctionNode> f : functions.entrySet()) {
            out.add(UnitWriter.statement(w.variables.initialize(w.variables.declared(f.getKey()), declared(f.getValue()))));
        }
    }

    /** The closure of a function declaration. */
    Code declared(FunctionNode node) {
        return closure(node, node.name() == null ? "default" : node.name());
    }

    /** By name; of two of one name the last counts. */
    static SequencedMap<String, FunctionNode> lastOfEachName(List<FunctionNode> functions) {
        SequencedMap<String, FunctionNode> last = new LinkedHashMap<>();
        for (FunctionNode node : functions) {
            last.putLast(node.name(), node);
        }
        return last;
    }

    /** The functions among lexical declarations. */
    static SequencedMap<String, FunctionNode> functions(List<BlockScope.Lexical> lexicals) {
        SequencedMap<String, FunctionNode> last = new LinkedHashMap<>();
        for (BlockScope.Lexical lexical : lexicals) {
            if (lexical.function() != null) {
                last.putLast(lexical.name(), lexical.function());
            }
        }
        return last;
    }

    /** The vars that something may read before the body assigns them. */
    List<Code> undefinedVariables(FunctionScope scope) {
        List<Code> list = new ArrayList<>();
        for (Binding b : scope.body.bindings()) {
            if (b.kind == Binding.Kind.VAR && !b.initialized && (b.captured || b.readsUndefined)) {
                list.add(UnitWriter.statement(b.captured ? Code.of(SCOPE_SET, w.variables.baseSlot(b.scope), 0, b.slot, Code.of(UNDEFINED))
                        : UnitWriter.setLocal(b.slot, Code.of(UNDEFINED))));
            }
        }
        return list;
    }

    // Bodies.

    private void body(FunctionNode node, List<Code> body) {
        List<Code> list = new ArrayList<>();
        if (node.kind() != FunctionNode.Kind.DERIVED_CONSTRUCTOR) {
            w.statements.disposing(node.body(), node.scope().lexicals(), list);
            body.addAll(list);
            return;
        }
        // What the constructor returns is decided at its end: super() may still be called in a finally block (§10.2.2 steps 10 to 13).
        w.f.exitLabel = w.f.newLabel();
        w.f.resultSlot = w.f.newSlot();
        Region outer = w.f.region;
        w.f.region = new Region();
        w.statements.disposing(node.body(), node.scope().lexicals(), list);
        if (!w.f.usesExit) {
            body.addAll(list);
            body.add(Code.of(RETURN, w.variables.special(FunctionScope.THIS).at(node.end() - 1, node.end())));
            return;
        }
        w.f.region.open = false;
        w.f.region = outer;
        list.add(UnitWriter.statement(UnitWriter.setLocal(w.f.resultSlot, Code.of(UNDEFINED))));
        body.add(Code.of(LABELED, w.f.exitLabel, Code.of(BLOCK, list)));
        Code self = w.variables.special(FunctionScope.THIS).at(node.end() - 1, node.end());
        body.add(Code.of(RETURN, Code.of(DEFAULT, UnitWriter.local(w.f.resultSlot), self)));
    }

    /** The constructor of a class that has none (§15.7.14 step 14). */
    int defaultConstructor(ClassNode node, String name, boolean initializesFields) {
        boolean derived = node.heritage() != null;
        FunctionScope scope = new FunctionScope(FunctionScope.Kind.FUNCTION, w.f.scope, w.scope, true, null);
        scope.parameters = scope.body = new Scope(w.scope, ScopeInfo.Kind.FUNCTION, scope);
        w.begin(scope);
        List<Code> prologue = new ArrayList<>();
        List<Code> body = new ArrayList<>();
        if (derived) {
            Code call = Code.of(SUPER_CALL, Code.of(CALLEE), Code.of(NEW_TARGET), List.of(Code.of(SPREAD, Code.of(REST, 0))));
            call.at(node.start(), node.end());
            if (initializesFields) {
                int self = w.f.newSlot();
                body.add(UnitWriter.statement(UnitWriter.setLocal(self, call)));
                body.add(UnitWriter.statement(Code.of(INIT_FIELDS, UnitWriter.local(self), Code.of(CALLEE))));
                call = UnitWriter.local(self);
            }
            body.add(Code.of(RETURN, call));
        } else if (initializesFields) {
            prologue.add(UnitWriter.statement(Code.of(INIT_FIELDS, Code.of(THIS, 0), Code.of(CALLEE))));
        }
        int flags = FunctionFlags.STRICT | FunctionFlags.CLASS_CONSTRUCTOR | (derived ? FunctionFlags.DERIVED : 0);
        return w.end(name, flags, 0, prologue, body, node.start(), node.end());
    }
}
