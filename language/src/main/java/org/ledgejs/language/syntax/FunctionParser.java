package org.ledgejs.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.FunctionNode.Kind;
import org.ledgejs.language.syntax.Pattern.Binding;

/** Functions of every kind: parameters, bodies, arrows, methods (ECMA-262 §15). */
abstract class FunctionParser extends ExpressionParser {

    private static final String DUPLICATE_PARAMETER = "Duplicate parameter name not allowed in this context";
    private static final String USE_STRICT = "use strict";

    /** Where a function would begin that is likely to be called at once. */
    private int calledAtOnce = -1;

    FunctionParser(SourceText source, ParseOptions options, boolean module) {
        super(source, options, module);
    }

    @Override
    final void expectCall(int offset) {
        calledAtOnce = offset;
    }

    @Override
    final boolean expectsCall(int offset) {
        return offset == calledAtOnce;
    }

    abstract Statement parseStatementListItem();

    // Opening and closing

    /** A function being parsed, with what was current around it. */
    private record Opened(FunctionState outerFunction, Scope outerScope) {
    }

    private Opened open(FunctionState state) {
        Opened opened = new Opened(function, scope);
        function = state;
        scope = new Scope(scope, true);
        return opened;
    }

    /** Ends the current function: its facts that concern the code around go there. */
    private VarScope close(Opened opened) {
        FunctionState ended = function;
        VarScope result = scope.closeVarScope();
        function = opened.outerFunction;
        scope = opened.outerScope;
        function.facts |= Facts.HAS_FUNCTIONS;
        if ((ended.facts & (Facts.DIRECT_EVAL | Facts.INNER_DIRECT_EVAL)) != 0) {
            function.facts |= Facts.INNER_DIRECT_EVAL;
        }
        if (ended.kind == Kind.ARROW) {
            function.facts |= ended.facts & Facts.SHARED_BY_ARROWS;
            function.lastAwaitIdentifier = Math.max(function.lastAwaitIdentifier, ended.lastAwaitIdentifier);
        }
        return result;
    }

    // Declarations and expressions

    @Override
    final boolean atAsyncFunction() {
        Lexer.Mark mark = lexer.mark();
        next();
        boolean result = at(TokenType.FUNCTION) && !lexer.newlineBefore;
        lexer.reset(mark);
        return result;
    }

    @Override
    final boolean atAsyncArrow() {
        Lexer.Mark mark = lexer.mark();
        next();
        boolean result = lexer.type.isIdentifier() && !lexer.newlineBefore;
        if (result) {
            next();
            result = at(TokenType.ARROW);
        }
        lexer.reset(mark);
        return result;
    }

    @Override
    final FunctionNode parseFunctionExpression() {
        int start = lexer.start;
        boolean called = expectsCall(start);
        boolean async = eat(TokenType.ASYNC);
        next();
        boolean generator = eat(TokenType.MULTIPLY);
        FunctionState state = new FunctionState(function, Kind.NORMAL, async, generator, function.strict);
        int nameStart = lexer.start;
        String name = null;
        if (!at(TokenType.LEFT_PAREN)) {
            FunctionState outer = function;
            function = state;
            name = bindingName();
            function = outer;
        }
        FunctionNode node = parseFunctionRest(start, state, name, nameStart);
        return called ? node : outlined(node, true);
    }

    /**
     * A function declaration; the current token is async or function.
     *
     * @param plainOnly whether async and generators are errors here
     * @param defaultExport whether the name may be missing
     */
    final Statement.FunctionDeclaration parseFunctionDeclaration(boolean plainOnly, boolean defaultExport) {
        int start = lexer.start;
        boolean async = eat(TokenType.ASYNC);
        next();
        boolean generator = at(TokenType.MULTIPLY);
        if (plainOnly && (async || generator)) {
            throw error((async ? "Async functions" : "Generators")
                    + " can only be declared at the top level or inside a block.");
        }
        eat(TokenType.MULTIPLY);
        FunctionState state = new FunctionState(function, Kind.NORMAL, async, generator, function.strict);
        int nameStart = lexer.start;
        if (at(TokenType.LEFT_PAREN) && !defaultExport) {
            throw error("Function statements require a function name");
        }
        String name = at(TokenType.LEFT_PAREN) ? null : bindingName();
        String bindingName = name == null ? "*default*" : name;
        declareFunctionName(bindingName, nameStart, !async && !generator);
        FunctionNode node = outlined(parseFunctionRest(start, state, name, nameStart), false);
        addFunction(bindingName, nameStart, node);
        return new Statement.FunctionDeclaration(start, node.end(), bindingName, node);
    }

    private FunctionNode parseFunctionRest(int start, FunctionState state, String name, int nameStart) {
        boolean wasStrict = state.strict;
        Opened opened = open(state);
        int textStart = lexer.start;
        Parameters parameters = parseParameters();
        List<Statement> body = parseBlockBody(parameters);
        if (name != null && state.strict && !wasStrict) {
            checkStrictBinding(name, nameStart, name.length());
        }
        return finish(start, opened, name, parameters, body, textStart);
    }

    private FunctionNode finish(int start, Opened opened, String name, Parameters parameters, List<Statement> body, int textStart) {
        FunctionState state = function;
        VarScope variables = close(opened);
        return new FunctionNode(start, lexer.previousEnd, state.kind, state.async, state.generator, state.strict, name,
                parameters.patterns, parameters.names, body, variables, new Facts(state.facts), textStart, null);
    }

    /** The function without its tree, if it is one to be parsed again when it is called. One at the beginning may be the whole source. */
    private FunctionNode outlined(FunctionNode node, boolean bindsName) {
        if (options.outliner() == null || node.start() == 0 || node.facts().hasDirectEval() || node.facts().hasInnerDirectEval()) {
            return node;
        }
        Outline outline = options.outliner().outline(node, bindsName);
        return outline == null ? node : node.outlined(outline);
    }

    @Override
    final FunctionNode parseMethod(int start, Kind kind, boolean async, boolean generator) {
        FunctionState state = new FunctionState(function, kind, async, generator, function.strict);
        Opened opened = open(state);
        int parametersStart = lexer.start;
        Parameters parameters = parseParameters();
        checkAccessor(kind, parameters, parametersStart);
        List<Statement> body = parseBlockBody(parameters);
        FunctionNode node = finish(start, opened, null, parameters, body, parametersStart);
        // A constructor also initialises fields, and which ones only its class knows.
        return kind == Kind.CONSTRUCTOR || kind == Kind.DERIVED_CONSTRUCTOR ? node : outlined(node, false);
    }

    private void checkAccessor(Kind kind, Parameters parameters, int start) {
        int length = lexer.previousEnd - start;
        if (kind == Kind.GETTER && !parameters.patterns.isEmpty()) {
            throw error("Getter must not have any formal parameters.", start, length);
        }
        if (kind == Kind.SETTER) {
            if (parameters.patterns.size() != 1) {
                throw error("Setter must have exactly one formal parameter.", start, length);
            }
            if (parameters.patterns.getFirst() instanceof Pattern.Rest) {
                throw error("Setter function argument must not be a rest parameter", start, length);
            }
        }
    }

    @Override
    final FunctionNode parseArrow(ArrowHead head, boolean in) {
        int start = head.start();
        if (function.lastYieldOrAwait >= start) {
            int offset = function.lastYieldOrAwait;
            throw error(source.content().charAt(offset) == 'y' ? "Yield expression not allowed in formal parameter"
                    : "Illegal await-expression in formal parameters of async function", offset, 5);
        }
        if (head.async() && function.lastAwaitIdentifier >= start) {
            throw error("Unexpected reserved word", function.lastAwaitIdentifier, 5);
        }
        boolean called = expectsCall(start);
        enter(1);
        FunctionState state = new FunctionState(function, Kind.ARROW, head.async(), false, function.strict);
        Opened opened = open(state);
        state.facts = head.facts();
        next();
        Parameters parameters = arrowParameters(head);
        List<Statement> body;
        if (at(TokenType.LEFT_BRACE)) {
            body = parseBlockBody(parameters);
        } else {
            int bodyStart = lexer.start;
            checkParameters(parameters, false);
            Expression value = parseAssignment(in);
            state.facts |= Facts.EXPRESSION_BODY;
            body = List.of(new Statement.Return(bodyStart, lexer.previousEnd, value));
        }
        leave(1);
        FunctionNode node = finish(start, opened, null, parameters, body, start);
        return called ? node : outlined(node, false);
    }

    /** A class field's value, behind the equals sign. */
    final FunctionNode parseFieldInitializer() {
        int start = lexer.start;
        Opened opened = open(new FunctionState(function, Kind.FIELD_INITIALIZER, false, false, true));
        function.facts |= Facts.SIMPLE_PARAMETERS;
        Expression value = parseAssignment(true);
        List<Statement> body = List.of(new Statement.Return(start, lexer.previousEnd, value));
        return finish(start, opened, null, Parameters.NONE, body, start);
    }

    /** The braces of a static block. */
    final FunctionNode parseStaticBlock() {
        int start = lexer.start;
        Opened opened = open(new FunctionState(function, Kind.STATIC_BLOCK, false, false, true));
        function.facts |= Facts.SIMPLE_PARAMETERS;
        next();
        int mark = beginList();
        while (!at(TokenType.RIGHT_BRACE)) {
            add(parseStatementListItem());
        }
        next();
        return finish(start, opened, null, Parameters.NONE, list(mark), start);
    }

    // Parameters

    private record Parameters(List<Pattern> patterns, List<String> names, boolean simple, int duplicateStart) {

        static final Parameters NONE = new Parameters(List.of(), List.of(), true, -1);
    }

    private Parameters parseParameters() {
        expect(TokenType.LEFT_PAREN);
        Parameters parameters = parseParameterList(TokenType.RIGHT_PAREN);
        next();
        return parameters;
    }

    private Parameters parseParameterList(TokenType closing) {
        function.inParameters = true;
        int mark = beginList();
        while (!at(closing)) {
            if (at(TokenType.ELLIPSIS)) {
                int start = lexer.start;
                next();
                Pattern target = parseBindingTarget();
                add(new Pattern.Rest(start, lexer.previousEnd, target));
                if (at(TokenType.ASSIGN)) {
                    throw error("Rest parameter may not have a default initializer");
                }
                if (!at(closing)) {
                    throw error("Rest parameter must be last formal parameter");
                }
                break;
            }
            add(parseBindingElement());
            if (!at(closing)) {
                if (!at(TokenType.COMMA) && !at(TokenType.END) && closing == TokenType.RIGHT_PAREN) {
                    throw error("missing ) after formal parameters");
                }
                expect(TokenType.COMMA);
            }
        }
        function.inParameters = false;
        return declareParameters(list(mark));
    }

    private Parameters arrowParameters(ArrowHead head) {
        int mark = beginList();
        for (Expression parameter : head.parameters()) {
            add(toBinding(parameter));
        }
        if (head.rest() != null) {
            add(head.rest());
        }
        return declareParameters(list(mark));
    }

    /** Declares each name it is given in the current scope. */
    private final class ParameterNames implements Consumer<Binding> {

        private final List<String> names;
        private int duplicateStart = -1;

        ParameterNames(int expected) {
            names = new ArrayList<>(expected);
        }

        @Override
        public void accept(Binding binding) {
            if (scope.get(binding.name()) != 0 && duplicateStart < 0) {
                duplicateStart = binding.start();
            }
            scope.put(binding.name(), Scope.PARAMETER);
            names.add(binding.name());
        }
    }

    private Parameters declareParameters(List<Pattern> patterns) {
        if (patterns.isEmpty()) {
            function.facts |= Facts.SIMPLE_PARAMETERS;
            return Parameters.NONE;
        }
        int bits = 0;
        if ((function.facts & Facts.HAS_FUNCTIONS) != 0) {
            bits |= Facts.FUNCTIONS_IN_PARAMETERS;
        }
        if ((function.facts & Facts.DIRECT_EVAL) != 0) {
            bits |= Facts.DIRECT_EVAL_IN_PARAMETERS;
        }
        boolean simple = true;
        ParameterNames bound = new ParameterNames(patterns.size());
        for (Pattern pattern : patterns) {
            pattern.forEachBinding(bound);
            simple &= pattern instanceof Binding;
            if (pattern.containsExpression()) {
                bits |= Facts.PARAMETER_EXPRESSIONS;
            }
        }
        if (simple) {
            bits |= Facts.SIMPLE_PARAMETERS;
        }
        if (bound.duplicateStart >= 0) {
            bits |= Facts.DUPLICATE_PARAMETERS;
        }
        function.facts |= bits;
        return new Parameters(patterns, List.copyOf(bound.names), simple, bound.duplicateStart);
    }

    /** Checks that wait until it is known whether the function is strict. */
    private void checkParameters(Parameters parameters, boolean becameStrict) {
        boolean unique = function.strict || !parameters.simple || function.kind != Kind.NORMAL;
        if (unique && parameters.duplicateStart >= 0) {
            throw error(DUPLICATE_PARAMETER, parameters.duplicateStart, 1);
        }
        if (becameStrict) {
            for (Pattern pattern : parameters.patterns) {
                if (pattern instanceof Binding(int start, int end, String name)) {
                    checkStrictBinding(name, start, end - start);
                }
            }
        }
    }

    // Bodies

    private List<Statement> parseBlockBody(Parameters parameters) {
        if (!at(TokenType.LEFT_BRACE)) {
            throw unexpected();
        }
        enter(1);
        next();
        List<Statement> body = parseBody(parameters, TokenType.RIGHT_BRACE);
        next();
        leave(1);
        return body;
    }

    private List<Statement> parseBody(Parameters parameters, TokenType closing) {
        boolean wasStrict = function.strict;
        int mark = beginList();
        parseDirectives(parameters.simple);
        checkParameters(parameters, function.strict && !wasStrict);
        while (!at(closing)) {
            add(parseStatementListItem());
        }
        return list(mark);
    }

    /** Adds the statements of the directive prologue (ECMA-262 §11.2.1) to the list under construction. */
    final void parseDirectives(boolean simpleParameters) {
        int legacyStart = -1;
        String legacyMessage = null;
        while (at(TokenType.STRING)) {
            int start = lexer.start;
            int length = lexer.end - start;
            boolean useStrict = length == USE_STRICT.length() + 2 && USE_STRICT.equals(lexer.value);
            if (lexer.legacy != null && legacyStart < 0) {
                legacyStart = start;
                legacyMessage = lexer.legacy;
            }
            Statement statement = parseStatementListItem();
            add(statement);
            if (!(statement instanceof Statement.ExpressionStatement(_, _, Expression.StringLiteral _))) {
                return;
            }
            if (useStrict) {
                if (!simpleParameters) {
                    throw error("Illegal 'use strict' directive in function with non-simple parameter list", start,
                            length);
                }
                function.strict = true;
                function.facts |= Facts.USE_STRICT_DIRECTIVE;
            }
            if (function.strict && legacyStart >= 0) {
                throw error(legacyMessage, legacyStart, 1);
            }
        }
    }

    // Whole sources

    /** The whole source as the parameters of a function. */
    final void parseParametersOnly(boolean async, boolean generator) {
        Opened opened = openDynamic(async, generator);
        next();
        parseParameterList(TokenType.END);
        close(opened);
    }

    /** The whole source as the body of a function whose parameters are simple and have the names. */
    final FunctionNode parseBodyOnly(boolean async, boolean generator, List<String> parameterNames) {
        Opened opened = openDynamic(async, generator);
        next();
        List<Pattern> patterns = new ArrayList<>();
        for (String name : parameterNames) {
            patterns.add(new Binding(0, 0, names.intern(name)));
        }
        Parameters parameters = declareParameters(List.copyOf(patterns));
        List<Statement> body = parseBody(parameters, TokenType.END);
        FunctionState state = function;
        VarScope variables = close(opened);
        return new FunctionNode(0, source.length(), state.kind, async, generator, state.strict, null,
                parameters.patterns, parameters.names, body, variables, new Facts(state.facts), 0, null);
    }

    /**
     * The whole source as a function that was parsed before, as part of a larger source: from its parameters on, or an arrow.
     *
     * @param start where it began, as an offset from here: 0 or less
     * @param name bound around it, or null
     */
    final FunctionNode parseAgain(int start, Kind kind, boolean async, boolean generator, String name) {
        function = new FunctionState(null, Kind.DERIVED_CONSTRUCTOR, false, false, options.strict());
        scope = new Scope(null, true);
        next();
        if (kind == Kind.ARROW) {
            return (FunctionNode) parseAssignment(true);
        }
        FunctionState state = new FunctionState(function, kind, async, generator, options.strict());
        Opened opened = open(state);
        Parameters parameters = parseParameters();
        List<Statement> body = parseBlockBody(parameters);
        return finish(start, opened, name == null ? null : names.intern(name), parameters, body, 0);
    }

    private Opened openDynamic(boolean async, boolean generator) {
        function = new FunctionState(null, Kind.NORMAL, false, false, options.strict());
        return open(new FunctionState(function, Kind.NORMAL, async, generator, options.strict()));
    }
}
