package org.ledgejs.language.syntax;

import java.util.List;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.Expression.BooleanLiteral;
import org.ledgejs.language.syntax.Expression.Call;
import org.ledgejs.language.syntax.Expression.Elision;
import org.ledgejs.language.syntax.Expression.Identifier;
import org.ledgejs.language.syntax.Expression.ImportCall;
import org.ledgejs.language.syntax.Expression.ImportMeta;
import org.ledgejs.language.syntax.Expression.ImportPhase;
import org.ledgejs.language.syntax.Expression.Index;
import org.ledgejs.language.syntax.Expression.Member;
import org.ledgejs.language.syntax.Expression.New;
import org.ledgejs.language.syntax.Expression.NewTarget;
import org.ledgejs.language.syntax.Expression.NullLiteral;
import org.ledgejs.language.syntax.Expression.OptionalChain;
import org.ledgejs.language.syntax.Expression.PrivateMember;
import org.ledgejs.language.syntax.Expression.Sequence;
import org.ledgejs.language.syntax.Expression.Spread;
import org.ledgejs.language.syntax.Expression.SuperCall;
import org.ledgejs.language.syntax.Expression.SuperIndex;
import org.ledgejs.language.syntax.Expression.SuperMember;
import org.ledgejs.language.syntax.Expression.TaggedTemplate;
import org.ledgejs.language.syntax.Expression.TemplateLiteral;
import org.ledgejs.language.syntax.Expression.This;

/** Primary and left-hand-side expressions: members, calls, new, super, import, parentheses (ECMA-262 §13.2, §13.3). */
abstract class MemberParser extends LiteralParser {

    /** The parenthesized head of an arrow function that was just read, waiting for its arrow; else null. */
    private ArrowHead pendingHead;

    MemberParser(SourceText source, ParseOptions options, boolean module) {
        super(source, options, module);
    }

    abstract FunctionNode parseFunctionExpression();

    /** A function that begins at the offset is likely to be called as soon as it is made. */
    abstract void expectCall(int offset);

    abstract boolean expectsCall(int offset);

    abstract ClassNode parseClassExpression();

    /** Whether {@code async function} begins here, with no line end between; the current token is async. */
    abstract boolean atAsyncFunction();

    /** The head that the expression stands for, or null if it is a real expression. */
    final ArrowHead takeArrowHead(Expression expression) {
        ArrowHead head = pendingHead;
        if (head == null || head.marker() != expression) {
            return null;
        }
        pendingHead = null;
        return head;
    }

    // Primary expressions

    private Expression parsePrimary() {
        int start = lexer.start;
        switch (lexer.type) {
            case IDENTIFIER, AWAIT, YIELD, LET, STATIC, STRICT_RESERVED -> {
                return parseIdentifierReference();
            }
            case ASYNC -> {
                return atAsyncFunction() ? parseFunctionExpression() : parseIdentifierReference();
            }
            case THIS -> {
                next();
                function.facts |= Facts.USES_THIS;
                return new This(start, lexer.previousEnd);
            }
            case NULL -> {
                next();
                return new NullLiteral(start, lexer.previousEnd);
            }
            case TRUE, FALSE -> {
                boolean value = at(TokenType.TRUE);
                next();
                return new BooleanLiteral(start, lexer.previousEnd, value);
            }
            case NUMBER -> {
                return parseNumber();
            }
            case BIGINT -> {
                return parseBigInt();
            }
            case STRING -> {
                return parseString();
            }
            case TEMPLATE_HEAD, TEMPLATE_TAIL -> {
                return parseTemplate(false);
            }
            case DIVIDE, ASSIGN_DIVIDE -> {
                return parseRegExp();
            }
            case LEFT_BRACKET -> {
                return parseArray();
            }
            case LEFT_BRACE -> {
                return parseObject();
            }
            case LEFT_PAREN -> {
                return parseParenthesized();
            }
            case FUNCTION -> {
                return parseFunctionExpression();
            }
            case CLASS, AT -> {
                return parseClassExpression();
            }
            default -> throw unexpected();
        }
    }

    /** An expression in parentheses, or the parameters of an arrow function. */
    private Expression parseParenthesized() {
        int start = lexer.start;
        boolean called = expectsCall(start);
        next();
        expectCall(lexer.start);
        int savedFacts = function.facts;
        function.facts = 0;
        Notes notes = takeNotes();
        int mark = beginList();
        Pattern.Rest rest = null;
        boolean expectMore = true;
        int odd = lexer.start;
        while (!at(TokenType.RIGHT_PAREN)) {
            odd = lexer.start;
            if (at(TokenType.ELLIPSIS)) {
                rest = parseArrowRest();
                break;
            }
            add(parseElement());
            expectMore = at(TokenType.COMMA);
            if (!expectMore) {
                break;
            }
            next();
        }
        expect(TokenType.RIGHT_PAREN);
        int end = lexer.previousEnd;
        if (at(TokenType.ARROW) && !lexer.newlineBefore) {
            requireBinding(end);
            Expression marker = new Elision(start, end);
            if (called) {
                expectCall(start);
            }
            pendingHead = new ArrowHead(start, false, list(mark), rest, function.facts, marker);
            function.facts = savedFacts;
            restoreNotes(notes);
            return marker;
        }
        if (expectMore) {
            throw at(TokenType.END) ? unexpected() : rest != null
                    ? error("Unexpected token '...'", odd, 3) : error("Unexpected token ')'", end - 1, 1);
        }
        requireExpression();
        function.facts |= savedFacts;
        restoreNotes(notes);
        List<Expression> expressions = list(mark);
        Expression result = expressions.size() == 1
                ? expressions.getFirst() : new Sequence(start + 1, end - 1, expressions);
        parenthesisStart = start;
        parenthesisEnd = end;
        return result;
    }

    private Pattern.Rest parseArrowRest() {
        int start = lexer.start;
        next();
        Pattern target = parseBindingTarget();
        if (at(TokenType.ASSIGN)) {
            throw error("Rest parameter may not have a default initializer");
        }
        if (!at(TokenType.RIGHT_PAREN)) {
            throw error("Rest parameter must be last formal parameter");
        }
        return new Pattern.Rest(start, lexer.previousEnd, target);
    }

    /** {@code async(…)}: a call of something named async, or the head of an async arrow function. */
    private Expression parseAsyncCallOrHead(Identifier async) {
        int start = async.start();
        next();
        int savedFacts = function.facts;
        function.facts = 0;
        Notes notes = takeNotes();
        int mark = beginList();
        while (!at(TokenType.RIGHT_PAREN)) {
            boolean spread = at(TokenType.ELLIPSIS);
            add(spread ? parseSpread() : parseElement());
            if (at(TokenType.RIGHT_PAREN)) {
                break;
            }
            if (spread) {
                noteNotBinding(lexer.start);
            }
            expectArgumentComma();
        }
        next();
        int end = lexer.previousEnd;
        List<Expression> arguments = list(mark);
        if (at(TokenType.ARROW) && !lexer.newlineBefore) {
            requireBinding(end);
            Expression marker = new Elision(start, end);
            pendingHead = new ArrowHead(start, true, arguments, null, function.facts, marker);
            function.facts = savedFacts;
            restoreNotes(notes);
            return marker;
        }
        requireExpression();
        function.facts |= savedFacts;
        restoreNotes(notes);
        return new Call(start, end, async, arguments, false);
    }

    // Members and calls

    /** LeftHandSideExpression. */
    final Expression parseLeftHandSide() {
        int start = lexer.start;
        Expression head = parseHead();
        return parseMembers(start, head, true);
    }

    private Expression parseHead() {
        return switch (lexer.type) {
            case NEW -> parseNew();
            case SUPER -> parseSuper(true);
            case IMPORT -> parseImport(false);
            default -> parsePrimary();
        };
    }

    /**
     * What follows an expression: members, calls, templates.
     *
     * @param calls whether calls may follow; not in the callee of new
     */
    @SuppressWarnings("StringEquality")
    private Expression parseMembers(int start, Expression head, boolean calls) {
        Expression result = head;
        boolean chain = false;
        while (true) {
            switch (lexer.type) {
                case DOT -> {
                    next();
                    result = parseMemberName(start, result, false);
                }
                case LEFT_BRACKET -> result = parseIndex(start, result, false);
                case LEFT_PAREN -> {
                    if (!calls) {
                        return result;
                    }
                    if (result instanceof Identifier name && name.name() == TokenType.ASYNC.text
                            && name.start() == start && name.end() == lexer.previousEnd
                            && name.end() - start == 5 && !lexer.newlineBefore) {
                        result = parseAsyncCallOrHead(name);
                    } else {
                        result = parseCall(start, result, false);
                    }
                }
                case TEMPLATE_HEAD, TEMPLATE_TAIL -> {
                    if (chain) {
                        throw error("Invalid tagged template on optional chain");
                    }
                    TemplateLiteral template = parseTemplate(true);
                    result = new TaggedTemplate(start, template.end(), result, template);
                }
                case OPTIONAL_DOT -> {
                    if (!calls) {
                        throw error("Invalid optional chain from new expression");
                    }
                    chain = true;
                    next();
                    result = switch (lexer.type) {
                        case LEFT_BRACKET -> parseIndex(start, result, true);
                        case LEFT_PAREN -> parseCall(start, result, true);
                        case TEMPLATE_HEAD, TEMPLATE_TAIL ->
                                throw error("Invalid tagged template on optional chain");
                        default -> parseMemberName(start, result, true);
                    };
                }
                default -> {
                    return chain ? new OptionalChain(start, lexer.previousEnd, result) : result;
                }
            }
        }
    }

    /** What follows an at sign: a name with members and perhaps arguments, or any expression in parentheses. */
    final Expression parseDecorator() {
        if (eat(TokenType.LEFT_PAREN)) {
            Expression expression = parseExpression(true);
            expect(TokenType.RIGHT_PAREN);
            return expression;
        }
        int start = lexer.start;
        Expression result = parseIdentifierReference();
        while (eat(TokenType.DOT)) {
            result = parseMemberName(start, result, false);
        }
        return at(TokenType.LEFT_PAREN) ? parseCall(start, result, false) : result;
    }

    private Expression parseMemberName(int start, Expression object, boolean optional) {
        if (at(TokenType.PRIVATE_NAME)) {
            String name = lexer.value;
            usePrivateName(name, lexer.start);
            next();
            return new PrivateMember(start, lexer.previousEnd, object, name, optional);
        }
        if (!lexer.type.isName()) {
            throw unexpected();
        }
        String name = lexer.value;
        next();
        return new Member(start, lexer.previousEnd, object, name, optional);
    }

    private Index parseIndex(int start, Expression object, boolean optional) {
        next();
        Expression index = parseExpression(true);
        expect(TokenType.RIGHT_BRACKET);
        return new Index(start, lexer.previousEnd, object, index, optional);
    }

    private Call parseCall(int start, Expression callee, boolean optional) {
        List<Expression> arguments = parseArguments();
        Call call = new Call(start, lexer.previousEnd, callee, arguments, optional);
        if (call.isDirectEval()) {
            function.facts |= Facts.DIRECT_EVAL | Facts.USES_THIS | Facts.USES_ARGUMENTS | Facts.USES_NEW_TARGET
                    | (function.superPropertyAllowed ? Facts.USES_SUPER_PROPERTY : 0)
                    | (function.superCallAllowed ? Facts.USES_SUPER_CALL : 0);
        }
        return call;
    }

    private List<Expression> parseArguments() {
        next();
        int mark = beginList();
        while (!at(TokenType.RIGHT_PAREN)) {
            if (at(TokenType.ELLIPSIS)) {
                int start = lexer.start;
                next();
                Expression argument = parseAssignment(true);
                add(new Spread(start, lexer.previousEnd, argument));
            } else {
                add(parseAssignment(true));
            }
            if (!at(TokenType.RIGHT_PAREN)) {
                expectArgumentComma();
            }
        }
        next();
        return list(mark);
    }

    private void expectArgumentComma() {
        if (!eat(TokenType.COMMA)) {
            throw error("missing ) after argument list");
        }
    }

    // new, super, import

    private Expression parseNew() {
        enter(1);
        int start = lexer.start;
        next();
        if (at(TokenType.DOT)) {
            leave(1);
            return parseNewTarget(start);
        }
        int calleeStart = lexer.start;
        Expression head = switch (lexer.type) {
            case NEW -> parseNew();
            case SUPER -> parseSuper(false);
            case IMPORT -> parseImport(true);
            default -> parsePrimary();
        };
        Expression callee = parseMembers(calleeStart, head, false);
        List<Expression> arguments = at(TokenType.LEFT_PAREN) ? parseArguments() : List.of();
        leave(1);
        return new New(start, lexer.previousEnd, callee, arguments);
    }

    private NewTarget parseNewTarget(int start) {
        next();
        expectWord("target");
        if (!function.newTargetAllowed) {
            throw error("new.target expression is not allowed here", start, lexer.previousEnd - start);
        }
        function.facts |= Facts.USES_NEW_TARGET;
        return new NewTarget(start, lexer.previousEnd);
    }

    private Expression parseSuper(boolean callAllowed) {
        int start = lexer.start;
        int length = lexer.end - start;
        next();
        if (at(TokenType.LEFT_PAREN) && callAllowed && function.superCallAllowed) {
            function.facts |= Facts.USES_SUPER_CALL | Facts.USES_THIS | Facts.USES_NEW_TARGET;
            List<Expression> arguments = parseArguments();
            return new SuperCall(start, lexer.previousEnd, arguments);
        }
        if (function.superPropertyAllowed) {
            int facts = Facts.USES_SUPER_PROPERTY | Facts.USES_THIS;
            if (eat(TokenType.DOT)) {
                function.facts |= facts;
                if (at(TokenType.PRIVATE_NAME)) {
                    throw error("Unexpected private field");
                }
                if (!lexer.type.isName()) {
                    throw unexpected();
                }
                String name = lexer.value;
                next();
                return new SuperMember(start, lexer.previousEnd, name);
            }
            if (eat(TokenType.LEFT_BRACKET)) {
                function.facts |= facts;
                Expression index = parseExpression(true);
                expect(TokenType.RIGHT_BRACKET);
                return new SuperIndex(start, lexer.previousEnd, index);
            }
        }
        throw at(TokenType.END) ? unexpected() : error("'super' keyword unexpected here", start, length);
    }

    private Expression parseImport(boolean inNew) {
        int start = lexer.start;
        next();
        ImportPhase phase = ImportPhase.EVALUATION;
        if (eat(TokenType.DOT)) {
            if (eatWord("meta")) {
                if (!module) {
                    throw error("Cannot use 'import.meta' outside a module", start, lexer.previousEnd - start);
                }
                return new ImportMeta(start, lexer.previousEnd);
            }
            if (eatWord("defer")) {
                phase = ImportPhase.DEFER;
            } else if (eatWord("source")) {
                phase = ImportPhase.SOURCE;
            } else {
                throw unexpectedInsteadOf("meta");
            }
            if (!at(TokenType.LEFT_PAREN)) {
                throw unexpected();
            }
        }
        if (!at(TokenType.LEFT_PAREN)) {
            throw module || at(TokenType.END) ? unexpected()
                    : error("Cannot use import statement outside a module", start, "import".length());
        }
        if (inNew) {
            throw error("Cannot use new with import", start, lexer.end - start);
        }
        next();
        if (at(TokenType.RIGHT_PAREN)) {
            throw error("import() requires a specifier");
        }
        Expression specifier = parseAssignment(true);
        Expression importOptions = null;
        if (eat(TokenType.COMMA) && !at(TokenType.RIGHT_PAREN)) {
            importOptions = parseAssignment(true);
            eat(TokenType.COMMA);
        }
        expect(TokenType.RIGHT_PAREN);
        return new ImportCall(start, lexer.previousEnd, phase, specifier, importOptions);
    }
}
