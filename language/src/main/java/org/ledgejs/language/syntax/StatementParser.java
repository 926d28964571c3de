package org.ledgejs.language.syntax;

import java.util.List;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.Pattern.Binding;
import org.ledgejs.language.syntax.Statement.Block;
import org.ledgejs.language.syntax.Statement.Case;
import org.ledgejs.language.syntax.Statement.Declarator;
import org.ledgejs.language.syntax.Statement.ExpressionStatement;
import org.ledgejs.language.syntax.Statement.Labelled;
import org.ledgejs.language.syntax.Statement.VariableDeclaration;
import org.ledgejs.language.syntax.Statement.VariableKind;

/** Statements and declarations but loops (ECMA-262 §14). */
abstract class StatementParser extends ClassParser {

    static final String LEXICAL_IN_STATEMENT = "Lexical declaration cannot appear in a single-statement context";

    /** Whether the statements being read are directly in a case of a switch. */
    private boolean inCase;

    StatementParser(SourceText source, ParseOptions options, boolean module) {
        super(source, options, module);
    }

    abstract Statement parseFor();

    /** An export of a class, whose decorators were read; the current token is export. */
    abstract Statement parseDecoratedExport(List<Expression> decorators);

    /** An import or export declaration; null if it leaves no statement. */
    abstract Statement parseModuleItem();

    // Lists and declarations

    @Override
    final Statement parseStatementListItem() {
        enter(1);
        Statement result = switch (lexer.type) {
            case FUNCTION -> parseFunctionDeclaration(false, false);
            case CLASS, AT -> parseClassItem();
            case CONST -> parseVariableStatement(VariableKind.CONST);
            case LET -> atLetDeclaration() ? parseVariableStatement(VariableKind.LET) : parseStatement(true);
            case ASYNC -> atAsyncFunction() ? parseFunctionDeclaration(false, false) : parseStatement(true);
            case IDENTIFIER -> atWord("using") && atUsingDeclaration(false)
                    ? parseUsing(VariableKind.USING) : parseStatement(true);
            case AWAIT -> function.awaitKeyword && atAwaitUsing()
                    ? parseUsing(VariableKind.AWAIT_USING) : parseStatement(true);
            default -> parseStatement(true);
        };
        leave(1);
        return result;
    }

    /** A class declaration, or an export of one whose decorators stand before the export. */
    private Statement parseClassItem() {
        int start = lexer.start;
        List<Expression> decorators = parseDecorators();
        if (at(TokenType.EXPORT) && atModuleLevel()) {
            return parseDecoratedExport(decorators);
        }
        return parseClassDeclaration(start, decorators, false);
    }

    /** Whether {@code let} begins a declaration here, as opposed to being an identifier of sloppy code. */
    final boolean atLetDeclaration() {
        Lexer.Mark mark = lexer.mark();
        next();
        boolean result = switch (lexer.type) {
            case LEFT_BRACKET, LEFT_BRACE -> true;
            default -> lexer.type.isIdentifier() || at(TokenType.ESCAPED_KEYWORD);
        };
        lexer.reset(mark);
        return result;
    }

    /**
     * Whether {@code using} begins a declaration here: a name follows on the same line.
     *
     * @param inFor whether this is the head of a for loop, where {@code using of} is something else
     */
    final boolean atUsingDeclaration(boolean inFor) {
        Lexer.Mark mark = lexer.mark();
        next();
        boolean result = atUsingName(inFor);
        lexer.reset(mark);
        return result;
    }

    private boolean atUsingName(boolean inFor) {
        if (!lexer.type.isIdentifier() || lexer.newlineBefore) {
            return false;
        }
        if (!inFor || !atWord("of")) {
            return true;
        }
        next();
        return at(TokenType.ASSIGN) || at(TokenType.SEMICOLON) || at(TokenType.COLON);
    }

    /** Whether {@code await using name} begins here, on one line. */
    final boolean atAwaitUsing() {
        Lexer.Mark mark = lexer.mark();
        next();
        boolean result = atWord("using") && !lexer.newlineBefore;
        if (result) {
            next();
            result = lexer.type.isIdentifier() && !lexer.newlineBefore;
        }
        lexer.reset(mark);
        return result;
    }

    private Statement parseUsing(VariableKind kind) {
        if (inCase || scope.parent == null && !module) {
            throw error("Unexpected identifier 'using'");
        }
        return parseVariableStatement(kind);
    }

    private VariableDeclaration parseVariableStatement(VariableKind kind) {
        int start = lexer.start;
        VariableDeclaration declaration = parseVariables(kind, true);
        expectSemicolon();
        return new VariableDeclaration(start, lexer.previousEnd, kind, declaration.declarators());
    }

    /**
     * A declaration of variables without the semicolon; the current token is its first keyword.
     *
     * @param in false in the head of a for loop, where the initializer of the last variable may be missing
     */
    final VariableDeclaration parseVariables(VariableKind kind, boolean in) {
        int start = lexer.start;
        next();
        if (kind == VariableKind.AWAIT_USING) {
            function.facts |= Facts.HAS_AWAIT;
            function.lastYieldOrAwait = start;
            next();
        }
        int mark = beginList();
        do {
            add(parseDeclarator(kind, in));
        } while (eat(TokenType.COMMA));
        return new VariableDeclaration(start, lexer.previousEnd, kind, list(mark));
    }

    private Declarator parseDeclarator(VariableKind kind, boolean in) {
        int start = lexer.start;
        boolean disposable = kind == VariableKind.USING || kind == VariableKind.AWAIT_USING;
        if (disposable && !lexer.type.isIdentifier()) {
            throw unexpected();
        }
        Pattern target = parseBindingTarget();
        declare(kind, target);
        Expression initializer = eat(TokenType.ASSIGN) ? parseAssignment(in) : null;
        if (initializer == null && (in || !atWord("of") && !at(TokenType.IN))) {
            if (!(target instanceof Binding)) {
                throw missingInitializer("destructuring");
            }
            if (kind.isConstant()) {
                throw missingInitializer(kind.text());
            }
        }
        return new Declarator(start, lexer.previousEnd, target, initializer);
    }

    private SyntaxException missingInitializer(String kind) {
        return error("Missing initializer in " + kind + " declaration", lexer.start, lexer.end - lexer.start);
    }

    private void declare(VariableKind kind, Pattern target) {
        BlockScope.Kind lexicalKind = switch (kind) {
            case VAR -> null;
            case LET -> BlockScope.Kind.LET;
            case CONST -> BlockScope.Kind.CONST;
            case USING, AWAIT_USING -> BlockScope.Kind.USING;
        };
        if (target instanceof Binding binding) {
            declare(lexicalKind, binding);
        } else {
            target.forEachBinding(binding -> declare(lexicalKind, binding));
        }
    }

    private void declare(BlockScope.Kind kind, Binding binding) {
        if (kind == null) {
            declareVar(binding.name(), binding.start());
            return;
        }
        if (binding.name().equals("let")) {
            throw error("let is disallowed as a lexically bound name", binding);
        }
        declareLexical(binding.name(), binding.start(), kind);
    }

    // Statements

    /**
     * A statement.
     *
     * @param inList whether it stands in a statement list, directly or behind labels there
     */
    final Statement parseStatement(boolean inList) {
        int start = lexer.start;
        return switch (lexer.type) {
            case LEFT_BRACE -> parseBlock();
            case SEMICOLON -> {
                next();
                yield new Statement.Empty(start, lexer.previousEnd);
            }
            case VAR -> parseVariableStatement(VariableKind.VAR);
            case IF -> parseIf();
            case FOR -> parseFor();
            case WHILE -> parseWhile();
            case DO -> parseDoWhile();
            case CONTINUE -> parseContinue();
            case BREAK -> parseBreak();
            case RETURN -> parseReturn();
            case WITH -> parseWith();
            case SWITCH -> parseSwitch();
            case THROW -> parseThrow();
            case TRY -> parseTry();
            case DEBUGGER -> {
                next();
                expectSemicolon();
                yield new Statement.Debugger(start, lexer.previousEnd);
            }
            case FUNCTION -> throw error(isStrict()
                    ? "In strict mode code, functions can only be declared at top level or inside a block."
                    : "In non-strict mode code, functions can only be declared at top level, inside a block, "
                            + "or as the body of an if statement.");
            case CLASS, CONST, AT -> throw unexpected();
            case IMPORT, EXPORT -> parseImportOrExport(inList);
            default -> parseExpressionOrLabel(inList);
        };
    }

    private boolean atModuleLevel() {
        return module && scope.parent == null && !function.hasLabels();
    }

    private Statement parseImportOrExport(boolean inList) {
        if (at(TokenType.IMPORT)) {
            char following = lexer.peekCharacter();
            if (following == '(' || following == '.') {
                return parseExpressionStatement();
            }
        }
        if (inList && atModuleLevel()) {
            return parseModuleItem();
        }
        if (at(TokenType.IMPORT) && !module) {
            throw error("Cannot use import statement outside a module");
        }
        if (at(TokenType.IMPORT)) {
            next();
        }
        throw unexpected();
    }

    private Statement parseExpressionOrLabel(boolean inList) {
        if (lexer.type.isIdentifier() && lexer.peekCharacter() == ':') {
            return parseLabelled(inList);
        }
        if (at(TokenType.LET)) {
            checkLetExpression(inList);
        } else if (at(TokenType.ASYNC) && !inList && atAsyncFunction()) {
            throw error("Async functions can only be declared at the top level or inside a block.");
        }
        return parseExpressionStatement();
    }

    private void checkLetExpression(boolean inList) {
        Lexer.Mark mark = lexer.mark();
        next();
        boolean declaration = at(TokenType.LEFT_BRACKET)
                || !inList && !lexer.newlineBefore && (lexer.type.isIdentifier() || at(TokenType.LEFT_BRACE));
        lexer.reset(mark);
        if (declaration) {
            throw error(LEXICAL_IN_STATEMENT);
        }
    }

    private ExpressionStatement parseExpressionStatement() {
        int start = lexer.start;
        boolean awaitWord = at(TokenType.AWAIT) && !function.awaitKeyword;
        Expression expression = parseExpression(true);
        if (awaitWord && lexer.type != TokenType.SEMICOLON && lexer.type != TokenType.RIGHT_BRACE
                && lexer.type != TokenType.END && !lexer.newlineBefore) {
            throw error("await is only valid in async functions and the top level bodies of modules", start, 5);
        }
        expectSemicolon();
        return new ExpressionStatement(start, lexer.previousEnd, expression);
    }

    final Block parseBlock() {
        int start = lexer.start;
        openBlock();
        List<Statement> body = parseBraces();
        return new Block(start, lexer.previousEnd, body, closeBlock());
    }

    /** Statements in braces, in the current scope. */
    private List<Statement> parseBraces() {
        boolean savedInCase = inCase;
        inCase = false;
        expect(TokenType.LEFT_BRACE);
        int mark = beginList();
        while (!at(TokenType.RIGHT_BRACE)) {
            add(parseStatementListItem());
        }
        next();
        inCase = savedInCase;
        return list(mark);
    }

    /** The body of a statement: no declaration, nor a function behind labels. */
    final Statement parseSubStatement() {
        enter(1);
        boolean savedInCase = inCase;
        inCase = false;
        Statement body = parseStatement(false);
        inCase = savedInCase;
        leave(1);
        return body;
    }

    final Statement parseLoopBody() {
        function.loopDepth++;
        function.breakableDepth++;
        Statement body = parseSubStatement();
        function.loopDepth--;
        function.breakableDepth--;
        return body;
    }

    private Expression parseCondition() {
        expect(TokenType.LEFT_PAREN);
        Expression condition = parseExpression(true);
        expect(TokenType.RIGHT_PAREN);
        return condition;
    }

    /** If with all its else-ifs, read in a loop because generated code has thousands of them. */
    private Statement parseIf() {
        int mark = beginList();
        Statement alternate = null;
        boolean more = true;
        while (more) {
            int start = lexer.start;
            next();
            Expression test = parseCondition();
            Statement consequent = parseIfClause();
            add(new Statement.If(start, lexer.previousEnd, test, consequent, null));
            boolean hasElse = eat(TokenType.ELSE);
            more = hasElse && at(TokenType.IF);
            if (hasElse && !more) {
                alternate = parseIfClause();
            }
        }
        int end = lexer.previousEnd;
        List<Statement.If> chain = list(mark);
        for (Statement.If link : chain.reversed()) {
            boolean alone = alternate == null;
            alternate = new Statement.If(link.start(), alone ? link.end() : end, link.test(), link.consequent(), alternate);
        }
        return alternate;
    }

    /** A clause of if; in sloppy code a function declaration counts as a block with it (ECMA-262 §B.3.3). */
    private Statement parseIfClause() {
        if (!at(TokenType.FUNCTION) || isStrict()) {
            return parseSubStatement();
        }
        int start = lexer.start;
        openBlock();
        List<Statement> body = List.of(parseFunctionDeclaration(true, false));
        return new Block(start, lexer.previousEnd, body, closeBlock());
    }

    private Statement parseWhile() {
        int start = lexer.start;
        next();
        Expression test = parseCondition();
        Statement body = parseLoopBody();
        return new Statement.While(start, lexer.previousEnd, test, body);
    }

    private Statement parseDoWhile() {
        int start = lexer.start;
        next();
        Statement body = parseLoopBody();
        expect(TokenType.WHILE);
        Expression test = parseCondition();
        eat(TokenType.SEMICOLON);
        return new Statement.DoWhile(start, lexer.previousEnd, body, test);
    }

    private Statement parseContinue() {
        int start = lexer.start;
        int length = lexer.end - start;
        next();
        String label = null;
        if (lexer.type.isIdentifier() && !lexer.newlineBefore) {
            label = labelReference();
            if (!function.isLoopLabel(label)) {
                throw error("Illegal continue statement: '" + label + "' does not denote an iteration statement",
                        start, lexer.previousEnd - start);
            }
        } else if (function.loopDepth == 0) {
            throw error("Illegal continue statement: no surrounding iteration statement", start, length);
        }
        expectSemicolon();
        return new Statement.Continue(start, lexer.previousEnd, label);
    }

    private Statement parseBreak() {
        int start = lexer.start;
        int length = lexer.end - start;
        next();
        String label = null;
        if (lexer.type.isIdentifier() && !lexer.newlineBefore) {
            label = labelReference();
        } else if (function.breakableDepth == 0) {
            throw error("Illegal break statement", start, length);
        }
        expectSemicolon();
        return new Statement.Break(start, lexer.previousEnd, label);
    }

    private String labelReference() {
        int start = lexer.start;
        int length = lexer.end - start;
        String label = identifierName();
        if (!function.hasLabel(label)) {
            throw error("Undefined label '" + label + "'", start, length);
        }
        return label;
    }

    private Statement parseReturn() {
        int start = lexer.start;
        if (!function.returnAllowed) {
            throw error("Illegal return statement");
        }
        next();
        Expression argument = null;
        if (!lexer.newlineBefore && !at(TokenType.SEMICOLON) && !at(TokenType.RIGHT_BRACE) && !at(TokenType.END)) {
            argument = parseExpression(true);
        }
        expectSemicolon();
        return new Statement.Return(start, lexer.previousEnd, argument);
    }

    private Statement parseWith() {
        int start = lexer.start;
        if (isStrict()) {
            throw error("Strict mode code may not include a with statement");
        }
        next();
        function.facts |= Facts.HAS_WITH;
        Expression object = parseCondition();
        Statement body = parseSubStatement();
        return new Statement.With(start, lexer.previousEnd, object, body);
    }

    private Statement parseSwitch() {
        int start = lexer.start;
        next();
        Expression discriminant = parseCondition();
        expect(TokenType.LEFT_BRACE);
        openBlock();
        function.breakableDepth++;
        boolean savedInCase = inCase;
        inCase = true;
        boolean hasDefault = false;
        int mark = beginList();
        while (!at(TokenType.RIGHT_BRACE)) {
            if (at(TokenType.DEFAULT)) {
                if (hasDefault) {
                    throw error("More than one default clause in switch statement");
                }
                hasDefault = true;
            }
            add(parseCase());
        }
        next();
        inCase = savedInCase;
        function.breakableDepth--;
        return new Statement.Switch(start, lexer.previousEnd, discriminant, list(mark), closeBlock());
    }

    private Case parseCase() {
        int start = lexer.start;
        Expression test = null;
        if (!eat(TokenType.DEFAULT)) {
            expect(TokenType.CASE);
            test = parseExpression(true);
        }
        expect(TokenType.COLON);
        int mark = beginList();
        while (!at(TokenType.CASE) && !at(TokenType.DEFAULT) && !at(TokenType.RIGHT_BRACE)) {
            add(parseStatementListItem());
        }
        return new Case(start, lexer.previousEnd, test, list(mark));
    }

    private Statement parseThrow() {
        int start = lexer.start;
        next();
        if (lexer.newlineBefore) {
            throw error("Illegal newline after throw", start, "throw".length());
        }
        Expression argument = parseExpression(true);
        expectSemicolon();
        return new Statement.Throw(start, lexer.previousEnd, argument);
    }

    private Statement parseTry() {
        int start = lexer.start;
        next();
        Block block = parseBlock();
        Pattern parameter = null;
        Block handler = null;
        if (eat(TokenType.CATCH)) {
            openBlock();
            if (eat(TokenType.LEFT_PAREN)) {
                parameter = parseBindingTarget();
                declareCatchParameter(parameter);
                expect(TokenType.RIGHT_PAREN);
            }
            int handlerStart = lexer.start;
            List<Statement> body = parseBraces();
            handler = new Block(handlerStart, lexer.previousEnd, body, closeBlock());
        }
        Block finalizer = eat(TokenType.FINALLY) ? parseBlock() : null;
        if (handler == null && finalizer == null) {
            throw error("Missing catch or finally after try");
        }
        return new Statement.Try(start, lexer.previousEnd, block, parameter, handler, finalizer);
    }

    private void declareCatchParameter(Pattern parameter) {
        int flag = parameter instanceof Binding ? Scope.SIMPLE_CATCH_PARAMETER : Scope.PARAMETER;
        parameter.forEachBinding(binding -> {
            if (scope.get(binding.name()) != 0) {
                throw redeclared(binding.name(), binding.start());
            }
            scope.put(binding.name(), flag);
        });
    }

    // Labels

    private Statement parseLabelled(boolean inList) {
        enter(1);
        int start = lexer.start;
        int length = lexer.end - start;
        String label = identifierName();
        next();
        if (function.hasLabel(label)) {
            throw error("Label '" + label + "' has already been declared", start, length);
        }
        if (at(TokenType.ASYNC) && atAsyncFunction()) {
            throw error("Async functions can only be declared at the top level or inside a block.");
        }
        if (at(TokenType.LET)) {
            checkLetExpression(false);
        }
        function.pushLabel(label, atLoopBehindLabels());
        Statement body = at(TokenType.FUNCTION) && inList && !isStrict()
                ? parseFunctionDeclaration(true, false) : parseStatement(inList);
        function.popLabel();
        leave(1);
        return new Labelled(start, lexer.previousEnd, label, body);
    }

    private boolean atLoopBehindLabels() {
        if (!lexer.type.isIdentifier() || lexer.peekCharacter() != ':') {
            return isLoop();
        }
        Lexer.Mark mark = lexer.mark();
        while (lexer.type.isIdentifier() && lexer.peekCharacter() == ':') {
            next();
            next();
        }
        boolean loop = isLoop();
        lexer.reset(mark);
        return loop;
    }

    private boolean isLoop() {
        return at(TokenType.FOR) || at(TokenType.WHILE) || at(TokenType.DO);
    }
}
