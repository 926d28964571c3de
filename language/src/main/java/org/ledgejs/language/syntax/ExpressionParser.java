package org.ledgejs.language.syntax;

import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.Expression.Assign;
import org.ledgejs.language.syntax.Expression.Await;
import org.ledgejs.language.syntax.Expression.Binary;
import org.ledgejs.language.syntax.Expression.Call;
import org.ledgejs.language.syntax.Expression.CompoundAssign;
import org.ledgejs.language.syntax.Expression.Conditional;
import org.ledgejs.language.syntax.Expression.Identifier;
import org.ledgejs.language.syntax.Expression.Logical;
import org.ledgejs.language.syntax.Expression.LogicalAssign;
import org.ledgejs.language.syntax.Expression.OptionalChain;
import org.ledgejs.language.syntax.Expression.PrivateIn;
import org.ledgejs.language.syntax.Expression.PrivateMember;
import org.ledgejs.language.syntax.Expression.Sequence;
import org.ledgejs.language.syntax.Expression.Unary;
import org.ledgejs.language.syntax.Expression.UnaryOperator;
import org.ledgejs.language.syntax.Expression.Update;
import org.ledgejs.language.syntax.Expression.Yield;
import org.ledgejs.language.syntax.Pattern.Target;

/** Operators, from comma and assignment down to unary (ECMA-262 §13.4 to §13.16). */
abstract class ExpressionParser extends MemberParser {

    private static final int LOWEST_BITWISE = TokenType.BIT_OR.precedence;

    ExpressionParser(SourceText source, ParseOptions options, boolean module) {
        super(source, options, module);
    }

    /** An arrow function from its arrow on. */
    abstract FunctionNode parseArrow(ArrowHead head, boolean in);

    /** Whether {@code async name =>} begins here; the current token is async. */
    abstract boolean atAsyncArrow();

    // Comma and assignment

    @Override
    final Expression parseExpression(boolean in) {
        int start = lexer.start;
        Expression first = parseAssignment(in);
        if (!at(TokenType.COMMA)) {
            return first;
        }
        int mark = beginList();
        add(first);
        while (eat(TokenType.COMMA)) {
            add(parseAssignment(in));
        }
        return new Sequence(start, lexer.previousEnd, list(mark));
    }

    @Override
    final Expression parseAssignment(boolean in) {
        Notes notes = takeNotes();
        Expression expression = parseAssignmentOrPattern(in);
        requireExpression();
        restoreNotes(notes);
        return expression;
    }

    @Override
    final Expression parseAssignmentOrPattern(boolean in) {
        enter(2);
        Expression result = parseAssignmentLevel(in);
        leave(2);
        return result;
    }

    private Expression parseAssignmentLevel(boolean in) {
        int start = lexer.start;
        TokenType first = lexer.type;
        if (first == TokenType.YIELD && function.generator) {
            return parseYield(in);
        }
        if (first == TokenType.ASYNC && atAsyncArrow()) {
            next();
            Identifier parameter = parseIdentifierReference();
            if (!at(TokenType.ARROW) || lexer.newlineBefore) {
                throw unexpected();
            }
            return parseArrow(ArrowHead.of(start, parameter, true), in);
        }
        Expression left = parseConditional(in);
        TokenType type = lexer.type;
        if (type == TokenType.ARROW) {
            return parseArrow(arrowHead(left, start), in);
        }
        if (type.isAssignment()) {
            return parseAssignmentTail(start, left, in);
        }
        if (!isPatternLiteral(left) || isParenthesized(start)) {
            requireExpression();
            restoreNotes(Notes.CLEAN);
        }
        return left;
    }

    private ArrowHead arrowHead(Expression left, int start) {
        if (lexer.newlineBefore) {
            throw unexpected();
        }
        ArrowHead head = takeArrowHead(left);
        if (head != null) {
            return head;
        }
        if (left instanceof Identifier identifier && identifier.start() == start
                && identifier.end() == lexer.previousEnd) {
            return ArrowHead.of(start, identifier, false);
        }
        throw error("Malformed arrow function parameter list", start, lexer.previousEnd - start);
    }

    private Expression parseAssignmentTail(int start, Expression left, boolean in) {
        TokenType type = lexer.type;
        boolean parenthesized = isParenthesized(start);
        if (type == TokenType.ASSIGN && isPatternLiteral(left)) {
            if (parenthesized) {
                throw error(INVALID_TARGET, start, lexer.previousEnd - start);
            }
            requireTarget();
            Pattern target = toTarget(left, false);
            next();
            Expression value = parseAssignment(in);
            return new Assign(start, lexer.previousEnd, target, value);
        }
        requireExpression();
        restoreNotes(Notes.CLEAN);
        if (parenthesized || !(left instanceof Identifier)) {
            noteNotBinding(start);
        }
        boolean callAllowed = type.logical == null;
        Target target = toSimpleTarget(left, parenthesized, callAllowed, "Invalid left-hand side in assignment");
        next();
        Expression value = parseAssignment(in);
        int end = lexer.previousEnd;
        if (type == TokenType.ASSIGN) {
            return new Assign(start, end, target, value);
        }
        if (type.logical != null) {
            return new LogicalAssign(start, end, type.logical, target, value);
        }
        return new CompoundAssign(start, end, type.binary, target, value);
    }

    /**
     * An expression as the target of a simple assignment or update.
     *
     * @param callAllowed whether sloppy code may have a call here, which throws when it runs (ECMA-262 §8.6.4)
     */
    @SuppressWarnings("StringEquality")
    final Target toSimpleTarget(Expression expression, boolean parenthesized, boolean callAllowed, String message) {
        if (expression instanceof Identifier identifier) {
            if (function.strict && (identifier.name() == EVAL || identifier.name() == ARGUMENTS)) {
                throw error("Unexpected eval or arguments in strict mode", identifier);
            }
        } else if (!isReference(expression)
                && !(callAllowed && !function.strict && expression instanceof Call)) {
            throw error(message, expression);
        }
        return new Target(expression.start(), expression.end(), expression, parenthesized);
    }

    private Yield parseYield(boolean in) {
        int start = lexer.start;
        if (function.inParameters) {
            throw error("Yield expression not allowed in formal parameter");
        }
        next();
        function.lastYieldOrAwait = start;
        function.facts |= Facts.HAS_YIELD;
        Expression argument = null;
        boolean delegate = false;
        if (!lexer.newlineBefore) {
            switch (lexer.type) {
                case END, SEMICOLON, RIGHT_BRACE, RIGHT_BRACKET, RIGHT_PAREN, COLON, COMMA, IN -> {
                }
                default -> {
                    delegate = eat(TokenType.MULTIPLY);
                    argument = parseAssignment(in);
                }
            }
        }
        return new Yield(start, lexer.previousEnd, argument, delegate);
    }

    // Conditional and binary operators

    private Expression parseConditional(boolean in) {
        int start = lexer.start;
        Expression test = parseBinary(LOWEST_BITWISE, in);
        TokenType type = lexer.type;
        if (type == TokenType.AND || type == TokenType.OR) {
            test = parseBinaryTail(start, test, TokenType.OR.precedence, in);
        } else if (type == TokenType.NULLISH) {
            test = parseNullishTail(start, test, in);
        }
        if (!at(TokenType.QUESTION)) {
            return test;
        }
        next();
        Expression consequent = parseAssignment(true);
        expect(TokenType.COLON);
        Expression alternate = parseAssignment(in);
        return new Conditional(start, lexer.previousEnd, test, consequent, alternate);
    }

    /** {@code a ?? b ?? c}; && and || may not stand beside without parentheses. */
    private Expression parseNullishTail(int start, Expression first, boolean in) {
        Expression left = first;
        while (eat(TokenType.NULLISH)) {
            Expression right = parseBinary(LOWEST_BITWISE, in);
            left = new Logical(start, lexer.previousEnd, Expression.LogicalOperator.NULLISH, left, right);
        }
        return left;
    }

    private int precedence(boolean in) {
        TokenType type = lexer.type;
        return type == TokenType.IN && !in ? 0 : type.precedence;
    }

    private Expression parseBinary(int lowest, boolean in) {
        int start = lexer.start;
        if (at(TokenType.PRIVATE_NAME)) {
            return parseBinaryTail(start, parsePrivateIn(lowest, in), lowest, in);
        }
        Expression left = parseUnary();
        return precedence(in) >= lowest ? parseBinaryTail(start, left, lowest, in) : left;
    }

    private Expression parseBinaryTail(int start, Expression first, int lowest, boolean in) {
        Expression left = first;
        int precedence;
        while ((precedence = precedence(in)) >= lowest) {
            TokenType type = lexer.type;
            next();
            boolean rightAssociative = type == TokenType.EXPONENTIATE;
            if (rightAssociative) {
                enter(1);
            }
            Expression right = parseBinary(rightAssociative ? precedence : precedence + 1, in);
            if (rightAssociative) {
                leave(1);
            }
            int end = lexer.previousEnd;
            left = type.logical != null
                    ? new Logical(start, end, type.logical, left, right)
                    : new Binary(start, end, type.binary, left, right);
        }
        return left;
    }

    private PrivateIn parsePrivateIn(int lowest, boolean in) {
        int start = lexer.start;
        String name = lexer.value;
        if (lowest > TokenType.IN.precedence) {
            throw unexpected();
        }
        next();
        if (!at(TokenType.IN) || !in) {
            throw unexpected();
        }
        usePrivateName(name, start);
        next();
        Expression object = parseBinary(TokenType.IN.precedence + 1, in);
        return new PrivateIn(start, lexer.previousEnd, name, object);
    }

    // Unary operators

    private Expression parseUnary() {
        return switch (lexer.type) {
            case PLUS -> parseUnary(UnaryOperator.PLUS);
            case MINUS -> parseUnary(UnaryOperator.MINUS);
            case NOT -> parseUnary(UnaryOperator.NOT);
            case BIT_NOT -> parseUnary(UnaryOperator.BIT_NOT);
            case TYPEOF -> parseUnary(UnaryOperator.TYPEOF);
            case VOID -> parseUnary(UnaryOperator.VOID);
            case DELETE -> parseUnary(UnaryOperator.DELETE);
            case INCREMENT, DECREMENT -> parsePrefixUpdate();
            case AWAIT -> function.awaitKeyword ? parseAwait() : parsePostfix();
            default -> parsePostfix();
        };
    }

    private Unary parseUnary(UnaryOperator operator) {
        enter(1);
        int start = lexer.start;
        next();
        expectCall(lexer.start);
        Expression operand = parseUnary();
        rejectExponentiation(start);
        if (operator == UnaryOperator.DELETE) {
            checkDelete(operand);
        }
        leave(1);
        return new Unary(start, lexer.previousEnd, operator, operand);
    }

    private void rejectExponentiation(int start) {
        if (at(TokenType.EXPONENTIATE)) {
            throw error("Unary operator used immediately before exponentiation expression. Parenthesis must be used to"
                    + " disambiguate operator precedence", start, lexer.end - start);
        }
    }

    /** ECMA-262 §13.5.1.1. */
    private void checkDelete(Expression operand) {
        Expression target = operand instanceof OptionalChain chain ? chain.expression() : operand;
        if (target instanceof PrivateMember) {
            throw error("Private fields can not be deleted", operand);
        }
        if (function.strict && target instanceof Identifier) {
            throw error("Delete of an unqualified identifier in strict mode.", operand);
        }
    }

    private Update parsePrefixUpdate() {
        enter(1);
        int start = lexer.start;
        boolean increment = at(TokenType.INCREMENT);
        next();
        int operandStart = lexer.start;
        Expression operand = parseUnary();
        Target target = toSimpleTarget(operand, isParenthesized(operandStart), true,
                "Invalid left-hand side expression in prefix operation");
        leave(1);
        return new Update(start, lexer.previousEnd, increment, true, target);
    }

    private Expression parsePostfix() {
        int start = lexer.start;
        Expression operand = parseLeftHandSide();
        if (!(at(TokenType.INCREMENT) || at(TokenType.DECREMENT)) || lexer.newlineBefore) {
            return operand;
        }
        Target target = toSimpleTarget(operand, isParenthesized(start), true,
                "Invalid left-hand side expression in postfix operation");
        boolean increment = at(TokenType.INCREMENT);
        next();
        return new Update(start, lexer.previousEnd, increment, false, target);
    }

    private Await parseAwait() {
        enter(1);
        int start = lexer.start;
        if (function.inParameters) {
            throw error("Illegal await-expression in formal parameters of async function");
        }
        next();
        function.lastYieldOrAwait = start;
        function.facts |= Facts.HAS_AWAIT;
        Expression argument = parseUnary();
        rejectExponentiation(start);
        leave(1);
        return new Await(start, lexer.previousEnd, argument);
    }
}
