package org.ledgejs.language.syntax;

import java.util.List;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.Program.FunctionProgram;
import org.ledgejs.language.syntax.Program.ModuleNode;
import org.ledgejs.language.syntax.Program.ScriptNode;

/**
 * Parses ECMAScript 2026 with Annex B, and reports every early error as a {@link SyntaxException}. Each call parses one
 * source from beginning to end; nothing is kept between calls, and any number of threads may parse at once. Where the
 * stack is too small for the nesting of a source, that is an error of the source, not of the host.
 */
public final class Parser extends ModuleParser {

    /** What a function made from strings is: its prefix decides how it is parsed and shown. */
    public enum FunctionGoal {
        NORMAL("function", false, false), GENERATOR("function*", false, true), ASYNC("async function", true, false),
        ASYNC_GENERATOR("async function*", true, true);

        private final String prefix;
        private final boolean async;
        private final boolean generator;

        FunctionGoal(String prefix, boolean async, boolean generator) {
            this.prefix = prefix;
            this.async = async;
            this.generator = generator;
        }
    }

    private Parser(SourceText source, ParseOptions options, boolean module) {
        super(source, options, module);
    }

    /** Parses a script (ECMA-262 §16.1.5 ParseScript). */
    public static ScriptNode parseScript(SourceText source, ParseOptions options) throws SyntaxException {
        ParseOptions global = options.withEvalContext(ParseOptions.EvalContext.INDIRECT);
        Parser parser = new Parser(source, global, false);
        try {
            return parser.script();
        } catch (StackOverflowError e) {
            throw parser.tooDeep();
        }
    }

    /** Parses a module (ECMA-262 §16.2.1.7.1 ParseModule). */
    public static ModuleNode parseModule(SourceText source, ParseOptions options) throws SyntaxException {
        ParseOptions global = options.withEvalContext(ParseOptions.EvalContext.INDIRECT);
        Parser parser = new Parser(source, global, true);
        try {
            return parser.moduleBody();
        } catch (StackOverflowError e) {
            throw parser.tooDeep();
        }
    }

    /** Parses the argument of an eval, as the options' context allows (ECMA-262 §19.2.1.1 PerformEval). */
    public static ScriptNode parseEval(SourceText source, ParseOptions options) throws SyntaxException {
        Parser parser = new Parser(source, options, false);
        try {
            return parser.script();
        } catch (StackOverflowError e) {
            throw parser.tooDeep();
        }
    }

    /**
     * Parses parameters and body of a function made from strings (ECMA-262 §20.2.1.1.1 CreateDynamicFunction): each must
     * parse alone. The source of the result is the text that the function shows as its own.
     *
     * @param name what to call the source
     * @param parameters the parameter strings joined by commas
     */
    public static FunctionProgram parseFunctionParts(String name, FunctionGoal goal, String parameters, String body,
            ParseOptions options) throws SyntaxException {
        ParseOptions global = options.withEvalContext(ParseOptions.EvalContext.INDIRECT);
        String bodyText = "\n" + body + "\n";
        ParseOptions whole = global.withOutliner(null);
        Parser parser = new Parser(new SourceText(name, parameters), whole, false);
        String text = goal.prefix + " anonymous(" + parameters + "\n) {" + bodyText + "}";
        SourceText source = new SourceText(name, text);
        try {
            parser.parseParametersOnly(goal.async, goal.generator);
            parser = new Parser(new SourceText(name, bodyText), whole, false);
            parser.parseBodyOnly(goal.async, goal.generator, List.of());
            parser = new Parser(source, global, false);
            return new FunctionProgram(0, source.length(), source, parser.wholeFunction());
        } catch (StackOverflowError e) {
            throw parser.tooDeep();
        }
    }

    /**
     * Parses a whole source as the body of a function with the given parameters, the way CommonJS modules are: {@code
     * return} is allowed, offsets are those of the source. The function has no name.
     */
    public static FunctionProgram parseFunctionBody(SourceText source, List<String> parameterNames,
            ParseOptions options) throws SyntaxException {
        ParseOptions global = options.withEvalContext(ParseOptions.EvalContext.INDIRECT);
        Parser parser = new Parser(source, global, false);
        try {
            FunctionNode function = parser.parseBodyOnly(false, false, parameterNames);
            return new FunctionProgram(0, source.length(), source, function);
        } catch (StackOverflowError e) {
            throw parser.tooDeep();
        }
    }

    /**
     * Parses a function that was {@linkplain Outline outlined}. Errors were found then: this one allows all that may have been allowed there.
     *
     * @param source the function alone, from {@link FunctionNode#textStart} on
     * @param start where the function itself begins, as an offset from there: 0 or less
     * @param module whether it stands in a module
     * @param name what it binds around itself, or null
     * @param options strict if the function is; their context has the private names in sight
     */
    public static FunctionNode parseAgain(SourceText source, int start, boolean module, FunctionNode.Kind kind, boolean async, boolean generator, String name,
            ParseOptions options) {
        return new Parser(source, options, module).parseAgain(start, kind, async, generator, name);
    }

    /** Whether the text is an IdentifierName, as a whole and without escapes. */
    public static boolean isIdentifierName(String text) {
        if (text.isEmpty() || !Characters.isIdentifierStart(text.codePointAt(0))) {
            return false;
        }
        return text.codePoints().allMatch(Characters::isIdentifierPart);
    }

    private void openTop(boolean strict) {
        ParseOptions.EvalContext context = options.evalContext();
        FunctionState state = new FunctionState(null, FunctionNode.Kind.NORMAL, false, false, strict);
        state.returnAllowed = false;
        state.newTargetAllowed = context.newTarget();
        state.superPropertyAllowed = context.superProperty();
        state.superCallAllowed = context.superCall();
        state.argumentsForbidden = context.fieldInitializer();
        state.awaitKeyword = module;
        state.facts = Facts.SIMPLE_PARAMETERS;
        function = state;
        scope = new Scope(null, true);
    }

    private ScriptNode script() {
        openTop(options.strict());
        next();
        int mark = beginList();
        parseDirectives(true);
        while (!at(TokenType.END)) {
            add(parseStatementListItem());
        }
        List<Statement> body = list(mark);
        return new ScriptNode(0, source.length(), source, function.strict, body, scope.closeVarScope(),
                new Facts(function.facts));
    }

    private ModuleNode moduleBody() {
        openTop(true);
        next();
        int mark = beginList();
        while (!at(TokenType.END)) {
            Statement statement = parseStatementListItem();
            if (statement != null) {
                add(statement);
            }
        }
        List<Statement> body = list(mark);
        return finishModule(body, scope.closeVarScope(), new Facts(function.facts));
    }

    private FunctionNode wholeFunction() {
        openTop(options.strict());
        next();
        FunctionNode node = parseFunctionExpression();
        if (!at(TokenType.END)) {
            throw unexpected();
        }
        return node;
    }
}
