package org.ledgejs.language.code.resolver;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ledgejs.language.code.ScopeInfo.Kind;
import org.ledgejs.language.syntax.BlockScope;
import org.ledgejs.language.syntax.ClassNode;
import org.ledgejs.language.syntax.Expression;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.Node;
import org.ledgejs.language.syntax.Outline;
import org.ledgejs.language.syntax.Pattern;
import org.ledgejs.language.syntax.Program;
import org.ledgejs.language.syntax.Statement;
import org.ledgejs.language.syntax.VarScope;

/**
 * The first walk: makes the scopes and finds out which variables are captured. A variable is captured if a function inside the one that
 * declares it refers to it, if a direct eval can, or if it is a parameter that a mapped arguments object follows.
 */
final class ScopeAnalysis {
    /** By the node that opens the scope. */
    private final Map<Object, Scope> scopes = new IdentityHashMap<>();
    /** Scopes of for-in and for-of heads, in which their variables are dead (ECMA-262 §14.7.5.12). */
    private final Map<Object, Scope> headScopes = new IdentityHashMap<>();
    private final Map<Object, FunctionScope> functions = new IdentityHashMap<>();
    private final ExpressionAnalysis expressions = new ExpressionAnalysis(this);
    private final ClassAnalysis classes = new ClassAnalysis(this);

    /** Of a function that is walked alone: names it does not declare, and what it asks the function around it for; else null. */
    private Set<String> freeNames;
    private Set<String> freeSpecials;
    private int nesting;
    private int deepest;

    FunctionScope function;
    Scope scope;

    /** For a function whose surroundings are not known. */
    static ScopeAnalysis alone(boolean strict) {
        ScopeAnalysis analysis = new ScopeAnalysis();
        analysis.freeNames = new LinkedHashSet<>();
        analysis.freeSpecials = new LinkedHashSet<>(2);
        analysis.function = new FunctionScope(FunctionScope.Kind.OUTSIDE, null, null, strict, null);
        return analysis;
    }

    List<String> freeNames() {
        return List.copyOf(freeNames);
    }

    List<String> freeSpecials() {
        return List.copyOf(freeSpecials);
    }

    void enterNesting() {
        nesting++;
        deepest = Math.max(deepest, nesting);
    }

    void leaveNesting() {
        nesting--;
    }

    /** How deeply what was walked nests. */
    int deepest() {
        return deepest;
    }

    Scope scopeOf(Object node) {
        return scopes.get(node);
    }

    Scope headScopeOf(Object node) {
        return headScopes.get(node);
    }

    FunctionScope functionOf(Object node) {
        return functions.get(node);
    }

    /** The instance (or static) initialiser of a class, or null if it has none. */
    FunctionScope initializerOf(ClassNode node, boolean isStatic) {
        return functions.get(isStatic ? node.elements() : node);
    }

    void putInitializer(ClassNode node, boolean isStatic, FunctionScope initializer) {
        functions.put(isStatic ? node.elements() : node, initializer);
    }

    // Programs.

    FunctionScope script(Program.ScriptNode script) {
        FunctionScope f = new FunctionScope(FunctionScope.Kind.SCRIPT, null, null, script.strict(), null);
        f.parameters = f.body = new Scope(null, Kind.SCRIPT, f);
        script.scope().hoistedBlockFunctions().forEach(f::hoist);
        walkProgram(f, script);
        return f;
    }

    FunctionScope constructed(Program.FunctionProgram program) {
        FunctionScope f = new FunctionScope(FunctionScope.Kind.SCRIPT, null, null, false, null);
        f.parameters = f.body = new Scope(null, Kind.SCRIPT, f);
        function = f;
        scope = f.body;
        function(program.function(), false);
        return f;
    }

    FunctionScope module(Program.ModuleNode module) {
        FunctionScope f = new FunctionScope(FunctionScope.Kind.MODULE, null, null, true, null);
        Scope top = new Scope(null, Kind.MODULE, f);
        top.forced = true;
        f.parameters = f.body = top;
        for (Program.ImportEntry entry : module.imports()) {
            boolean namespace = entry.importName() == null;
            // A namespace has its value when linking is done, before any code runs.
            top.declare(entry.localName(), namespace ? Binding.Kind.CONST : Binding.Kind.IMPORT).initialized = true;
        }
        for (String name : module.scope().varNames()) {
            top.declare(name, Binding.Kind.VAR);
        }
        for (BlockScope.Lexical lexical : module.scope().lexicals()) {
            top.declare(lexical.name(), kind(lexical));
        }
        for (FunctionNode node : module.scope().functions()) {
            if (node.name() != null) {
                top.declare(node.name(), Binding.Kind.FUNCTION);
            }
        }
        for (Program.LocalExport export : module.localExports()) {
            top.declare(export.localName(), Binding.Kind.LET);
        }
        walkProgram(f, module);
        return f;
    }

    /** An eval's code; {@code outer} is the scope it stands in, null if it is indirect. */
    FunctionScope eval(Program.ScriptNode script, Scope outer, FunctionScope outside) {
        FunctionScope f = new FunctionScope(FunctionScope.Kind.EVAL, outside, outer, script.strict(), null);
        Scope top = new Scope(outer, Kind.FUNCTION, f);
        f.parameters = f.body = top;
        VarScope declared = script.scope();
        if (script.strict()) {
            declareVars(top, declared, f);
        } else {
            declared.hoistedBlockFunctions().forEach(f::hoist);
        }
        declareLexicals(top, declared.lexicals());
        walkProgram(f, script);
        return f;
    }

    private void walkProgram(FunctionScope f, Program program) {
        functions.put(program, f);
        function = f;
        scope = f.body;
        statements(program.body());
    }

    // Declarations.

    static Binding.Kind kind(BlockScope.Lexical lexical) {
        return switch (lexical.kind()) {
            case LET -> Binding.Kind.LET;
            case CONST, USING -> Binding.Kind.CONST;
            case CLASS -> Binding.Kind.CLASS;
            case FUNCTION -> Binding.Kind.FUNCTION;
        };
    }

    private static void declareLexicals(Scope scope, List<BlockScope.Lexical> lexicals) {
        for (BlockScope.Lexical lexical : lexicals) {
            scope.declare(lexical.name(), kind(lexical));
        }
    }

    private static void declareVars(Scope scope, VarScope declared, FunctionScope f) {
        for (FunctionNode node : declared.functions()) {
            scope.declare(node.name(), Binding.Kind.VAR);
        }
        for (String name : declared.varNames()) {
            scope.declare(name, Binding.Kind.VAR);
        }
        for (FunctionNode node : declared.hoistedBlockFunctions()) {
            scope.declare(node.name(), Binding.Kind.VAR);
            f.hoist(node);
        }
    }

    // Functions.

    /** @param isExpression whether its name is bound around it */
    void function(FunctionNode node, boolean isExpression) {
        FunctionScope f = new FunctionScope(node.isArrow() ? FunctionScope.Kind.ARROW : FunctionScope.Kind.FUNCTION, function, scope,
                node.strict(), node);
        functions.put(node, f);
        boolean named = isExpression && node.name() != null && node.kind() == FunctionNode.Kind.NORMAL;
        if (named) {
            f.ownName = node.name();
        }
        if (node.outline() != null) {
            outlined(f, node.outline());
            return;
        }
        boolean sloppyEval = !node.strict() && node.facts().hasDirectEval();
        boolean expressions = node.facts().hasParameterExpressions();
        Scope around = scope;
        boolean nameApart = named && (sloppyEval || expressions && declares(node.scope(), node.name()));
        if (nameApart) {
            around = f.name = new Scope(around, Kind.FUNCTION, f);
            f.name.declare(node.name(), Binding.Kind.FUNCTION_NAME);
        }
        if (sloppyEval && expressions) {
            around = f.parameterEvals = evalVariables(around, f, Scope.PARAMETER_OBJECT);
        }
        if (sloppyEval && !expressions) {
            around = f.bodyEvals = evalVariables(around, f, Scope.OBJECT);
        }
        f.parameters = new Scope(around, Kind.FUNCTION, f);
        for (String name : node.parameterNames()) {
            f.parameters.declare(name, Binding.Kind.PARAMETER);
        }
        boolean separate = expressions && (node.facts().hasFunctionsInParameters() || node.facts().hasDirectEvalInParameters() || sloppyEval
                || declares(node.scope(), FunctionScope.ARGUMENTS));
        if (separate) {
            around = f.parameters;
            if (sloppyEval) {
                around = f.bodyEvals = evalVariables(around, f, Scope.OBJECT);
            }
            f.body = new Scope(around, Kind.FUNCTION, f);
        } else {
            f.body = f.parameters;
        }
        declareBody(f, node);
        if (named && !nameApart) {
            // Where the body declares the name itself, nobody sees the function's own.
            f.parameters.declare(node.name(), Binding.Kind.FUNCTION_NAME);
        }
        if (f.isDerivedConstructor()) {
            f.special(FunctionScope.THIS);
        }
        walkFunction(f, node);
    }

    /** A function whose tree is gone takes from around what was noted. */
    private void outlined(FunctionScope f, Outline outline) {
        f.parameters = f.body = new Scope(scope, Kind.FUNCTION, f);
        FunctionScope outerFunction = function;
        function = f;
        outline.free().forEach(this::reference);
        outline.specials().forEach(this::special);
        function = outerFunction;
    }

    /** Whether the body declares the name. */
    private static boolean declares(VarScope declared, String name) {
        for (BlockScope.Lexical lexical : declared.lexicals()) {
            if (lexical.name().equals(name)) {
                return true;
            }
        }
        return declared.varNames().contains(name) || isNamed(declared.functions(), name) || isNamed(declared.hoistedBlockFunctions(), name);
    }

    private static boolean isNamed(List<FunctionNode> functions, String name) {
        for (FunctionNode node : functions) {
            if (node.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Scope evalVariables(Scope parent, FunctionScope f, String name) {
        Scope scope = new Scope(parent, Kind.EVAL_VARS, f);
        scope.declare(name, Binding.Kind.INTERNAL).captured = true;
        return scope;
    }

    private static void declareBody(FunctionScope f, FunctionNode node) {
        VarScope declared = node.scope();
        declareLexicals(f.body, declared.lexicals());
        boolean isParameter = node.parameterNames().contains(FunctionScope.ARGUMENTS);
        boolean hidden = isParameter || f.kind != FunctionScope.Kind.FUNCTION;
        if (!hidden && f.body.get(FunctionScope.ARGUMENTS) != null && !node.facts().hasParameterExpressions()) {
            hidden = true;
        }
        for (FunctionNode inner : declared.functions()) {
            hidden |= inner.name().equals(FunctionScope.ARGUMENTS) && !node.facts().hasParameterExpressions();
        }
        declareVars(f.body, hidden ? declared : withoutHoistedArguments(declared), f);
        for (Binding b : f.body.bindings()) {
            b.inBody = b.kind != Binding.Kind.PARAMETER && b.kind != Binding.Kind.INTERNAL;
        }
        Binding arguments = f.body.get(FunctionScope.ARGUMENTS);
        if (!hidden && arguments != null && arguments.kind == Binding.Kind.VAR) {
            f.needsArguments = true;
            if (f.body != f.parameters) {
                f.parameters.declare(FunctionScope.ARGUMENTS, Binding.Kind.PARAMETER);
            }
        }
    }

    /** A function in a block does not replace the arguments object (§B.3.2.1: it counts as a parameter name). */
    private static VarScope withoutHoistedArguments(VarScope declared) {
        if (!isNamed(declared.hoistedBlockFunctions(), FunctionScope.ARGUMENTS)) {
            return declared;
        }
        return new VarScope(declared.lexicals(), declared.varNames(), declared.functions(),
                declared.hoistedBlockFunctions().stream().filter(node -> !node.name().equals(FunctionScope.ARGUMENTS)).toList());
    }

    private void walkFunction(FunctionScope f, FunctionNode node) {
        FunctionScope outerFunction = function;
        Scope outerScope = scope;
        function = f;
        scope = f.parameters;
        scope.bodyHidden = true;
        for (Pattern parameter : node.parameters()) {
            expressions.pattern(parameter);
        }
        scope.bodyHidden = false;
        scope = f.body;
        statements(node.body());
        function = outerFunction;
        scope = outerScope;
        if (f.needsArguments && !f.strict && node.facts().hasSimpleParameters()) {
            f.mapsArguments = true;
            for (String name : node.parameterNames()) {
                f.parameters.get(name).captured = true;
            }
        }
    }

    // References.

    /** A use of a name in the scope now walked. */
    void reference(String name) {
        for (Scope s = scope; s != null; s = s.parent) {
            if (s.isDynamic()) {
                capture(s.object());
                continue;
            }
            Binding binding = lookUp(s, name);
            if (binding != null) {
                capture(binding);
                return;
            }
        }
        if (freeNames != null) {
            freeNames.add(name);
        }
    }

    /** The scope's own binding of the name; makes that of the arguments object when it is asked for. */
    static Binding lookUp(Scope s, String name) {
        Binding binding = s.visible(name);
        FunctionScope f = s.function;
        if (binding == null && name.equals(FunctionScope.ARGUMENTS) && s == f.parameters && f.kind == FunctionScope.Kind.FUNCTION) {
            f.needsArguments = true;
            binding = s.declare(name, Binding.Kind.PARAMETER);
        }
        return binding;
    }

    private void capture(Binding binding) {
        binding.used = true;
        if (binding.scope.function != function || binding.scope.definingClass && binding.kind != Binding.Kind.PRIVATE_NAME) {
            binding.captured = true;
        }
    }

    /** A use of {@code this} or the like in the function now walked or its arrows. */
    void special(String name) {
        FunctionScope provider = function.thisProvider();
        if (provider.kind != FunctionScope.Kind.OUTSIDE && provider.kind != FunctionScope.Kind.MODULE) {
            capture(provider.special(name));
        } else if (freeSpecials != null) {
            freeSpecials.add(name);
        }
    }

    /** A direct eval may refer to everything. */
    void directEval() {
        for (Scope s = scope; s != null; s = s.parent) {
            s.forced = true;
        }
        FunctionScope provider = function.thisProvider();
        if (provider.kind == FunctionScope.Kind.FUNCTION || provider.kind == FunctionScope.Kind.INITIALIZER) {
            provider.special(FunctionScope.THIS);
            provider.special(FunctionScope.NEW_TARGET);
            if (provider.hasHome()) {
                provider.special(FunctionScope.HOME);
            }
            if (provider.isDerivedConstructor()) {
                provider.special(FunctionScope.CALLEE);
            }
            reference(FunctionScope.ARGUMENTS);
        }
    }

    // Statements.

    private Scope enter(Node node, Kind kind) {
        Scope inner = new Scope(scope, kind, function).at(node.start(), node.end());
        scopes.put(node, inner);
        scope = inner;
        return inner;
    }

    void statements(List<Statement> list) {
        for (Statement s : list) {
            statement(s);
        }
    }

    private void optional(Statement s) {
        if (s != null) {
            statement(s);
        }
    }

    private void optional(Expression e) {
        if (e != null) {
            expressions.expression(e);
        }
    }

    void statement(Statement statement) {
        enterNesting();
        if (statement instanceof Statement.ExpressionStatement s) {
            expressions.expression(s.expression());
        } else if (statement instanceof Statement.Block s) {
            block(s, s.scope(), s.body());
        } else if (statement instanceof Statement.VariableDeclaration s) {
            declaration(s);
        } else if (statement instanceof Statement.FunctionDeclaration s) {
            functionDeclaration(s);
        } else if (statement instanceof Statement.ClassDeclaration s) {
            classes.walk(s.classNode());
            reference(s.bindingName());
        } else if (statement instanceof Statement.If s) {
            expressions.expression(s.test());
            statement(s.consequent());
            optional(s.alternate());
        } else if (statement instanceof Statement.For s) {
            forLoop(s);
        } else if (statement instanceof Statement.ForIn s) {
            optional(s.initializer());
            each(s, s.kind(), s.target(), s.object(), s.body());
            if (s.initializer() != null) {
                expressions.pattern(s.target());
            }
        } else if (statement instanceof Statement.ForOf s) {
            each(s, s.kind(), s.target(), s.iterable(), s.body());
        } else if (statement instanceof Statement.While s) {
            expressions.expression(s.test());
            statement(s.body());
        } else if (statement instanceof Statement.DoWhile s) {
            statement(s.body());
            expressions.expression(s.test());
        } else if (statement instanceof Statement.Return s) {
            optional(s.argument());
        } else if (statement instanceof Statement.With s) {
            expressions.expression(s.object());
            Scope outer = scope;
            enter(s, Kind.WITH).declare(Scope.OBJECT, Binding.Kind.INTERNAL);
            statement(s.body());
            scope = outer;
        } else if (statement instanceof Statement.Switch s) {
            expressions.expression(s.discriminant());
            Scope outer = scope;
            declareLexicals(enter(s, Kind.BLOCK), s.scope().lexicals());
            for (Statement.Case c : s.cases()) {
                optional(c.test());
                statements(c.body());
            }
            scope = outer;
        } else if (statement instanceof Statement.Labelled s) {
            statement(s.body());
        } else if (statement instanceof Statement.Throw s) {
            expressions.expression(s.argument());
        } else if (statement instanceof Statement.Try s) {
            tryStatement(s);
        } else if (statement instanceof Statement.ExportDefault s) {
            expressions.expression(s.expression());
        }
        leaveNesting();
    }

    private void block(Node node, BlockScope declared, List<Statement> body) {
        if (declared.lexicals().isEmpty()) {
            statements(body);
            return;
        }
        Scope outer = scope;
        declareLexicals(enter(node, Kind.BLOCK), declared.lexicals());
        statements(body);
        scope = outer;
    }

    private void declaration(Statement.VariableDeclaration s) {
        for (Statement.Declarator d : s.declarators()) {
            optional(d.initializer());
            expressions.pattern(d.target());
        }
    }

    private void functionDeclaration(Statement.FunctionDeclaration s) {
        function(s.function(), false);
        reference(s.bindingName());
        if (function.hoists(s.function())) {
            Scope inner = scope;
            scope = function.body;
            reference(s.bindingName());
            scope = inner;
        }
    }

    private void forLoop(Statement.For s) {
        Scope outer = scope;
        if (s.init() instanceof Statement.VariableDeclaration d && d.kind().isLexical()) {
            Scope head = enter(s, Kind.BLOCK);
            declareNames(head, d);
            declaration(d);
            for (Binding b : head.bindings()) {
                head.capturedInHead |= b.captured;
            }
        } else {
            optional(s.init());
        }
        optional(s.test());
        optional(s.update());
        statement(s.body());
        scope = outer;
    }

    private static void declareNames(Scope scope, Statement.VariableDeclaration d) {
        Binding.Kind kind = d.kind().isConstant() ? Binding.Kind.CONST : Binding.Kind.LET;
        for (Statement.Declarator declarator : d.declarators()) {
            declarator.target().forEachBinding(new Declarer(scope, kind));
        }
    }

    private void each(Statement node, Statement.VariableKind kind, Pattern target, Expression source, Statement body) {
        Scope outer = scope;
        if (kind != null && kind.isLexical()) {
            Binding.Kind bindingKind = kind.isConstant() ? Binding.Kind.CONST : Binding.Kind.LET;
            Scope head = new Scope(outer, Kind.BLOCK, function).at(source.start(), source.end());
            target.forEachBinding(new Declarer(head, bindingKind));
            headScopes.put(node, head);
            scope = head;
            expressions.expression(source);
            scope = outer;
            Scope iteration = enter(node, Kind.BLOCK);
            target.forEachBinding(new Declarer(iteration, bindingKind));
        } else {
            expressions.expression(source);
        }
        expressions.pattern(target);
        statement(body);
        scope = outer;
    }

    private void tryStatement(Statement.Try s) {
        statement(s.block());
        if (s.handler() != null) {
            Scope outer = scope;
            if (s.parameter() != null) {
                Scope catchScope = enter(s, Kind.BLOCK).at(s.parameter().start(), s.handler().end());
                s.parameter().forEachBinding(new Declarer(catchScope, Binding.Kind.CATCH));
                expressions.pattern(s.parameter());
            }
            statement(s.handler());
            scope = outer;
        }
        if (s.finalizer() != null) {
            statement(s.finalizer());
        }
    }

    void classNode(ClassNode node) {
        classes.walk(node);
    }

    ExpressionAnalysis expressions() {
        return expressions;
    }

    void putScope(Object node, Scope s) {
        scopes.put(node, s);
    }

    /** Declares the names of a pattern. */
    private record Declarer(Scope scope, Binding.Kind kind) implements Consumer<Pattern.Binding> {

        @Override
        public void accept(Pattern.Binding binding) {
            scope.declare(binding.name(), kind);
        }
    }
}
