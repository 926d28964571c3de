package org.ledgejs.language.syntax;

import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.Pattern.Binding;
import org.ledgejs.language.syntax.Statement.Declarator;
import org.ledgejs.language.syntax.Statement.ExpressionStatement;
import org.ledgejs.language.syntax.Statement.VariableDeclaration;
import org.ledgejs.language.syntax.Statement.VariableKind;

/** For loops with all their heads (ECMA-262 §14.7.4, §14.7.5). */
abstract class LoopParser extends StatementParser {

    LoopParser(SourceText source, ParseOptions options, boolean module) {
        super(source, options, module);
    }

    @Override
    final Statement parseFor() {
        int start = lexer.start;
        next();
        boolean await = function.awaitKeyword && at(TokenType.AWAIT);
        if (await) {
            if (function.inParameters) {
                throw unexpected();
            }
            function.facts |= Facts.HAS_AWAIT;
            function.lastYieldOrAwait = lexer.start;
            next();
        }
        expect(TokenType.LEFT_PAREN);
        openBlock();
        Statement loop = parseHead(start, await);
        closeBlock();
        return loop;
    }

    private Statement parseHead(int start, boolean await) {
        if (at(TokenType.SEMICOLON)) {
            if (await) {
                throw unexpected();
            }
            return parseClassic(start, null);
        }
        VariableKind kind = switch (lexer.type) {
            case VAR -> VariableKind.VAR;
            case CONST -> VariableKind.CONST;
            case LET -> atLetDeclaration() ? VariableKind.LET : null;
            case IDENTIFIER -> atWord("using") && atUsingDeclaration(true) ? VariableKind.USING : null;
            case AWAIT -> function.awaitKeyword && atAwaitUsing() ? VariableKind.AWAIT_USING : null;
            default -> null;
        };
        return kind != null ? parseDeclarationHead(start, await, kind) : parseExpressionHead(start, await);
    }

    private Statement parseDeclarationHead(int start, boolean await, VariableKind kind) {
        VariableDeclaration declaration = parseVariables(kind, false);
        boolean of = atWord("of");
        if (!of && (await || !at(TokenType.IN))) {
            if (await) {
                throw unexpected();
            }
            return parseClassic(start, declaration);
        }
        if (!of && (kind == VariableKind.USING || kind == VariableKind.AWAIT_USING)) {
            throw unexpected();
        }
        String loop = await ? "for-await-of" : of ? "for-of" : "for-in";
        if (declaration.declarators().size() != 1) {
            throw error("Invalid left-hand side in " + loop + " loop: Must have a single binding.", declaration);
        }
        Declarator declarator = declaration.declarators().getFirst();
        Expression initializer = declarator.initializer();
        boolean initializerAllowed = !of && kind == VariableKind.VAR && !isStrict()
                && declarator.target() instanceof Binding;
        if (initializer != null && !initializerAllowed) {
            throw error(loop + " loop variable declaration may not have an initializer.", declaration);
        }
        return of ? parseOf(start, await, kind, declarator.target())
                : parseIn(start, kind, declarator.target(), initializer);
    }

    private Statement parseExpressionHead(int start, boolean await) {
        int leftStart = lexer.start;
        boolean let = at(TokenType.LET);
        boolean async = at(TokenType.ASYNC);
        Notes notes = takeNotes();
        Expression left = async && await ? parseLeftHandSide() : parseAssignmentOrPattern(false);
        boolean of = atWord("of");
        if (!of && !(at(TokenType.IN) && !await)) {
            if (await) {
                throw unexpected();
            }
            requireExpression();
            restoreNotes(notes);
            return parseClassic(start, parseInit(leftStart, left));
        }
        if (of && let) {
            throw error("The left-hand side of a for-of loop may not be 'let'.", leftStart, 3);
        }
        if (of && async && !await && left.end() - leftStart == 5 && left instanceof Expression.Identifier
                && !isParenthesized(leftStart)) {
            throw error("The left-hand side of a for-of loop may not be 'async'.", leftStart, 5);
        }
        Pattern target = parseTarget(leftStart, left);
        restoreNotes(notes);
        return of ? parseOf(start, await, null, target) : parseIn(start, null, target, null);
    }

    private Pattern parseTarget(int leftStart, Expression left) {
        boolean parenthesized = isParenthesized(leftStart);
        if (isPatternLiteral(left) && !parenthesized) {
            requireTarget();
            return toTarget(left, false);
        }
        requireExpression();
        return toSimpleTarget(left, parenthesized, true, "Invalid left-hand side in for-loop");
    }

    /** The first expression of a classic head, with what a comma adds to it. */
    private ExpressionStatement parseInit(int start, Expression first) {
        Expression init = first;
        if (at(TokenType.COMMA)) {
            int mark = beginList();
            add(first);
            while (eat(TokenType.COMMA)) {
                add(parseAssignment(false));
            }
            init = new Expression.Sequence(start, lexer.previousEnd, list(mark));
        }
        return new ExpressionStatement(start, lexer.previousEnd, init);
    }

    private Statement parseClassic(int start, Statement init) {
        expect(TokenType.SEMICOLON);
        Expression test = at(TokenType.SEMICOLON) ? null : parseExpression(true);
        expect(TokenType.SEMICOLON);
        Expression update = at(TokenType.RIGHT_PAREN) ? null : parseExpression(true);
        expect(TokenType.RIGHT_PAREN);
        Statement body = parseLoopBody();
        return new Statement.For(start, lexer.previousEnd, init, test, update, body);
    }

    private Statement parseIn(int start, VariableKind kind, Pattern target, Expression initializer) {
        next();
        Expression object = parseExpression(true);
        expect(TokenType.RIGHT_PAREN);
        Statement body = parseLoopBody();
        return new Statement.ForIn(start, lexer.previousEnd, kind, target, initializer, object, body);
    }

    private Statement parseOf(int start, boolean await, VariableKind kind, Pattern target) {
        next();
        Expression iterable = parseAssignment(true);
        expect(TokenType.RIGHT_PAREN);
        Statement body = parseLoopBody();
        return new Statement.ForOf(start, lexer.previousEnd, await, kind, target, iterable, body);
    }
}
