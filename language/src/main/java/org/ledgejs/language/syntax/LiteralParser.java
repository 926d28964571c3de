package org.ledgejs.language.syntax;

import java.util.ArrayList;
import java.util.List;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.Expression.ArrayLiteral;
import org.ledgejs.language.syntax.Expression.Assign;
import org.ledgejs.language.syntax.Expression.BigIntLiteral;
import org.ledgejs.language.syntax.Expression.Elision;
import org.ledgejs.language.syntax.Expression.Identifier;
import org.ledgejs.language.syntax.Expression.NumberLiteral;
import org.ledgejs.language.syntax.Expression.ObjectLiteral;
import org.ledgejs.language.syntax.Expression.RegExpLiteral;
import org.ledgejs.language.syntax.Expression.Spread;
import org.ledgejs.language.syntax.Expression.StringLiteral;
import org.ledgejs.language.syntax.Expression.TemplateElement;
import org.ledgejs.language.syntax.Expression.TemplateLiteral;
import org.ledgejs.language.syntax.Pattern.Target;

/** Literals: numbers, strings, templates, regular expressions, arrays, objects (ECMA-262 §13.2). */
abstract class LiteralParser extends PatternParser {

    private static final String INVALID_REST =
            "`...` must be followed by an assignable reference in assignment contexts";

    LiteralParser(SourceText source, ParseOptions options, boolean module) {
        super(source, options, module);
    }

    abstract Expression parseExpression(boolean in);

    /** A method behind its name: parameters and body. */
    abstract FunctionNode parseMethod(int start, FunctionNode.Kind kind, boolean async, boolean generator);

    /** A variable by name. */
    @SuppressWarnings("StringEquality")
    final Identifier parseIdentifierReference() {
        int start = lexer.start;
        int end = lexer.end;
        String name = identifierName();
        if (name == ARGUMENTS) {
            if (function.argumentsForbidden) {
                throw error("'arguments' is not allowed in class field initializer or static initialization block",
                        start, end - start);
            }
            function.facts |= Facts.USES_ARGUMENTS;
        }
        return new Identifier(start, end, name);
    }

    final NumberLiteral parseNumber() {
        checkLegacy();
        NumberLiteral literal = new NumberLiteral(lexer.start, lexer.end, lexer.number, lexer.hasPoint());
        next();
        return literal;
    }

    final BigIntLiteral parseBigInt() {
        BigIntLiteral literal = new BigIntLiteral(lexer.start, lexer.end, lexer.bigInteger);
        next();
        return literal;
    }

    final StringLiteral parseString() {
        checkLegacy();
        StringLiteral literal = new StringLiteral(lexer.start, lexer.end, lexer.value);
        next();
        return literal;
    }

    private void checkLegacy() {
        if (lexer.legacy != null && function.strict) {
            throw error(lexer.legacy);
        }
    }

    // Regular expressions

    /** A regular expression; the current token is the slash that begins it. */
    final RegExpLiteral parseRegExp() {
        lexer.rescanRegExp();
        String pattern = lexer.pattern;
        String flags = lexer.value;
        if (!areValidFlags(flags)) {
            throw error("Invalid regular expression flags");
        }
        String problem = options.regExpValidator().errorIn(pattern, flags);
        if (problem != null) {
            throw error("Invalid regular expression: /" + pattern + "/" + flags + ": " + problem);
        }
        RegExpLiteral literal = new RegExpLiteral(lexer.start, lexer.end, pattern, flags);
        next();
        return literal;
    }

    /** Whether each flag is known and appears once, and u and v not together (ECMA-262 §22.2.3.3). */
    static boolean areValidFlags(String flags) {
        int seen = 0;
        for (int i = 0; i < flags.length(); i++) {
            int flag = "dgimsuvy".indexOf(flags.charAt(i));
            if (flag < 0 || (seen & 1 << flag) != 0) {
                return false;
            }
            seen |= 1 << flag;
        }
        int unicode = 1 << "dgimsuvy".indexOf('u') | 1 << "dgimsuvy".indexOf('v');
        return (seen & unicode) != unicode;
    }

    // Templates

    /** A template; the current token is its first part. In a tagged one, invalid escapes are allowed. */
    final TemplateLiteral parseTemplate(boolean tagged) {
        int start = lexer.start;
        int expressions = beginList();
        List<TemplateElement> elements = new ArrayList<>(4);
        while (true) {
            if (lexer.templateError != null && !tagged) {
                throw error(lexer.templateError, lexer.templateErrorOffset, 2);
            }
            elements.add(new TemplateElement(lexer.value, lexer.rawTemplate()));
            if (at(TokenType.TEMPLATE_TAIL)) {
                next();
                return new TemplateLiteral(start, lexer.previousEnd, List.copyOf(elements), list(expressions));
            }
            next();
            add(parseExpression(true));
            if (!at(TokenType.RIGHT_BRACE)) {
                throw error("Missing } in template expression");
            }
            lexer.rescanTemplate();
        }
    }

    // Arrays

    final ArrayLiteral parseArray() {
        int start = lexer.start;
        next();
        int mark = beginList();
        while (!at(TokenType.RIGHT_BRACKET)) {
            if (at(TokenType.COMMA)) {
                add(new Elision(lexer.start, lexer.start));
                next();
                continue;
            }
            boolean spread = at(TokenType.ELLIPSIS);
            add(spread ? parseSpread() : parseElement());
            if (!at(TokenType.RIGHT_BRACKET)) {
                if (spread) {
                    noteNotTarget(lexer.start, REST_NOT_LAST);
                    noteNotBinding(lexer.start);
                }
                expect(TokenType.COMMA);
            }
        }
        next();
        return new ArrayLiteral(start, lexer.previousEnd, list(mark));
    }

    /** An element of an array or value of a property, that may become part of a pattern. */
    final Expression parseElement() {
        int start = lexer.start;
        Notes notes = takeNotes();
        Expression element = parseAssignmentOrPattern(true);
        noteElement(element, start);
        mergeNotes(notes);
        return element;
    }

    /** {@code ...argument} in an array or in arguments that may become parameters. */
    final Spread parseSpread() {
        int start = lexer.start;
        next();
        int argumentStart = lexer.start;
        Expression argument = parseElement();
        if (argument instanceof Assign) {
            noteNotTarget(argumentStart, INVALID_TARGET);
            noteNotBinding(argumentStart);
        }
        return new Spread(start, lexer.previousEnd, argument);
    }

    // Objects

    final ObjectLiteral parseObject() {
        int start = lexer.start;
        next();
        int mark = beginList();
        boolean prototype = false;
        while (!at(TokenType.RIGHT_BRACE)) {
            int propertyStart = lexer.start;
            Property property = parseProperty();
            if (property instanceof Property.Prototype) {
                if (prototype) {
                    noteNotExpression(propertyStart, "Duplicate __proto__ fields are not allowed in object literals");
                }
                prototype = true;
            }
            add(property);
            if (!at(TokenType.RIGHT_BRACE)) {
                if (property instanceof Property.Spread) {
                    noteNotTarget(lexer.start, REST_NOT_LAST);
                    noteNotBinding(lexer.start);
                }
                expect(TokenType.COMMA);
            }
        }
        next();
        return new ObjectLiteral(start, lexer.previousEnd, list(mark));
    }

    private Property parseProperty() {
        int start = lexer.start;
        TokenType type = lexer.type;
        if (type == TokenType.ELLIPSIS) {
            return parseSpreadProperty();
        }
        if (type == TokenType.MULTIPLY) {
            next();
            return parseMethodProperty(start, parsePropertyKey(), FunctionNode.Kind.METHOD, false, true);
        }
        if (type.isIdentifier()) {
            char following = lexer.peekCharacter();
            if (following == ',' || following == '}' || following == '=') {
                return parseShorthand();
            }
            if (following != ':' && following != '(') {
                if (type == TokenType.ASYNC) {
                    next();
                    if (lexer.newlineBefore) {
                        throw unexpected();
                    }
                    boolean generator = eat(TokenType.MULTIPLY);
                    return parseMethodProperty(start, parsePropertyKey(), FunctionNode.Kind.METHOD, true, generator);
                }
                if (eatWord("get")) {
                    return parseMethodProperty(start, parsePropertyKey(), FunctionNode.Kind.GETTER, false, false);
                }
                if (eatWord("set")) {
                    return parseMethodProperty(start, parsePropertyKey(), FunctionNode.Kind.SETTER, false, false);
                }
            }
        }
        int keyLength = lexer.end - start;
        String name = lexer.value;
        PropertyKey key = parsePropertyKey();
        if (at(TokenType.LEFT_PAREN)) {
            return parseMethodProperty(start, key, FunctionNode.Kind.METHOD, false, false);
        }
        if (at(TokenType.RIGHT_BRACE) || at(TokenType.COMMA) || at(TokenType.ASSIGN)) {
            throw unexpected(type, name, start, keyLength);
        }
        expect(TokenType.COLON);
        Expression value = parseElement();
        if (key instanceof PropertyKey.Named named && named.name().equals("__proto__")) {
            return new Property.Prototype(start, lexer.previousEnd, value);
        }
        return new Property.KeyValue(start, lexer.previousEnd, key, value, false);
    }

    private Property.Method parseMethodProperty(int start, PropertyKey key, FunctionNode.Kind kind, boolean async,
            boolean generator) {
        if (!at(TokenType.LEFT_PAREN)) {
            throw unexpected();
        }
        noteNotTarget(start, INVALID_TARGET);
        noteNotBinding(start);
        FunctionNode method = parseMethod(start, kind, async, generator);
        return new Property.Method(start, method.end(), key, method);
    }

    private Property.KeyValue parseShorthand() {
        Identifier identifier = parseIdentifierReference();
        int start = identifier.start();
        noteIdentifier(identifier);
        PropertyKey key = new PropertyKey.Named(start, identifier.end(), identifier.name());
        Expression value = identifier;
        if (at(TokenType.ASSIGN)) {
            int assign = lexer.start;
            next();
            Expression initializer = parseAssignment(true);
            Target target = new Target(start, identifier.end(), identifier, false);
            value = new Assign(start, lexer.previousEnd, target, initializer);
            noteNotExpression(assign, "Invalid shorthand property initializer");
        }
        return new Property.KeyValue(start, lexer.previousEnd, key, value, true);
    }

    private Property.Spread parseSpreadProperty() {
        int start = lexer.start;
        next();
        int argumentStart = lexer.start;
        Notes notes = takeNotes();
        Expression argument = parseAssignmentOrPattern(true);
        requireExpression();
        restoreNotes(Notes.CLEAN);
        if (argument instanceof Identifier identifier) {
            noteIdentifier(identifier);
            if (isParenthesized(argumentStart)) {
                noteNotBinding(argumentStart);
            }
        } else {
            noteNotBinding(argumentStart);
            if (!isReference(argument)) {
                noteNotTarget(argumentStart, INVALID_REST);
            }
        }
        mergeNotes(notes);
        return new Property.Spread(start, lexer.previousEnd, argument);
    }

    @Override
    final PropertyKey parsePropertyKey() {
        int start = lexer.start;
        int end = lexer.end;
        switch (lexer.type) {
            case STRING -> {
                return new PropertyKey.Named(start, end, parseString().value());
            }
            case NUMBER -> {
                return new PropertyKey.Numeric(start, end, parseNumber().value());
            }
            case BIGINT -> {
                return new PropertyKey.Named(start, end, parseBigInt().value().toString());
            }
            case LEFT_BRACKET -> {
                next();
                Expression expression = parseAssignment(true);
                expect(TokenType.RIGHT_BRACKET);
                return new PropertyKey.Computed(start, lexer.previousEnd, expression);
            }
            default -> {
                if (!lexer.type.isName()) {
                    throw unexpected();
                }
                String name = lexer.value;
                next();
                return new PropertyKey.Named(start, end, name);
            }
        }
    }
}
