package org.ledgejs.language.syntax;

import java.util.ArrayList;
import java.util.List;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.Expression.ArrayLiteral;
import org.ledgejs.language.syntax.Expression.Assign;
import org.ledgejs.language.syntax.Expression.Elision;
import org.ledgejs.language.syntax.Expression.Identifier;
import org.ledgejs.language.syntax.Expression.ObjectLiteral;
import org.ledgejs.language.syntax.Expression.Spread;
import org.ledgejs.language.syntax.Pattern.ArrayPattern;
import org.ledgejs.language.syntax.Pattern.Binding;
import org.ledgejs.language.syntax.Pattern.Default;
import org.ledgejs.language.syntax.Pattern.ObjectPattern;
import org.ledgejs.language.syntax.Pattern.PropertyPattern;
import org.ledgejs.language.syntax.Pattern.Rest;
import org.ledgejs.language.syntax.Pattern.Skip;
import org.ledgejs.language.syntax.Pattern.Target;

/**
 * Patterns: binding patterns as they are read, and assignment patterns and arrow parameters converted from the expressions
 * they were first read as (ECMA-262 §13.15.5, §14.3.3, §15.3).
 *
 * <p>While an expression that may turn out to be a pattern is read, three notes are kept of what stands against each
 * reading: as an expression, as an assignment pattern, as arrow parameters. Conversions then need no checks.
 */
abstract class PatternParser extends ScopeTracker {

    static final String INVALID_TARGET = "Invalid destructuring assignment target";
    static final String REST_NOT_LAST = "Rest element must be last element";

    private static final int NONE = -1;

    /** Where something stands that only a pattern may contain, or NONE. */
    private int expressionError = NONE;
    private String expressionMessage;
    /** Where something stands that no assignment pattern may contain, or NONE. */
    private int targetError = NONE;
    private String targetMessage;
    /** Where something stands that no binding pattern may contain, or NONE. */
    private int bindingError = NONE;

    /** Where the expression in parentheses that was read last began and ended, parentheses included. */
    int parenthesisStart = NONE;
    int parenthesisEnd = NONE;

    PatternParser(SourceText source, ParseOptions options, boolean module) {
        super(source, options, module);
    }

    abstract Expression parseAssignment(boolean in);

    /** An assignment expression that may be part of a pattern; leaves notes. */
    abstract Expression parseAssignmentOrPattern(boolean in);

    abstract PropertyKey parsePropertyKey();

    // Notes

    /** The notes of an expression around, kept while something inside is read. */
    record Notes(int expressionError, String expressionMessage, int targetError, String targetMessage,
            int bindingError) {

        static final Notes CLEAN = new Notes(NONE, null, NONE, null, NONE);
    }

    /** Takes the notes away and starts a clean page. */
    final Notes takeNotes() {
        if ((expressionError & targetError & bindingError) == NONE) {
            return Notes.CLEAN;
        }
        Notes notes = new Notes(expressionError, expressionMessage, targetError, targetMessage, bindingError);
        restoreNotes(Notes.CLEAN);
        return notes;
    }

    /** Throws the current notes away for earlier ones. */
    final void restoreNotes(Notes notes) {
        expressionError = notes.expressionError;
        expressionMessage = notes.expressionMessage;
        targetError = notes.targetError;
        targetMessage = notes.targetMessage;
        bindingError = notes.bindingError;
    }

    /** Adds earlier notes to the current ones; the earlier ones come first. */
    final void mergeNotes(Notes notes) {
        if (notes.expressionError != NONE) {
            expressionError = notes.expressionError;
            expressionMessage = notes.expressionMessage;
        }
        if (notes.targetError != NONE) {
            targetError = notes.targetError;
            targetMessage = notes.targetMessage;
        }
        if (notes.bindingError != NONE) {
            bindingError = notes.bindingError;
        }
    }

    final void noteNotExpression(int offset, String message) {
        if (expressionError == NONE) {
            expressionError = offset;
            expressionMessage = message;
        }
    }

    final void noteNotTarget(int offset, String message) {
        if (targetError == NONE) {
            targetError = offset;
            targetMessage = message;
        }
    }

    final void noteNotBinding(int offset) {
        if (bindingError == NONE) {
            bindingError = offset;
        }
    }

    /** Throws if what was read is no expression. */
    final void requireExpression() {
        if (expressionError != NONE) {
            throw error(expressionMessage, expressionError, 1);
        }
    }

    /** Throws if what was read cannot be an assignment pattern; otherwise it is no longer an error as an expression. */
    final void requireTarget() {
        if (targetError != NONE) {
            throw error(targetMessage, targetError, 1);
        }
        expressionError = NONE;
    }

    /** Throws if what was read cannot be parameters; otherwise it is no longer an error as an expression. */
    final void requireBinding(int offset) {
        if (bindingError != NONE) {
            throw error(INVALID_TARGET, bindingError, Math.max(1, offset - bindingError));
        }
        expressionError = NONE;
    }

    /** Whether the expression that began at the offset and ends before the current token is in parentheses. */
    final boolean isParenthesized(int start) {
        return parenthesisStart == start && parenthesisEnd == lexer.previousEnd;
    }

    static boolean isPatternLiteral(Expression expression) {
        return expression instanceof ArrayLiteral || expression instanceof ObjectLiteral;
    }

    /** Notes what stands against an element of a literal as an element of a pattern. */
    final void noteElement(Expression element, int start) {
        boolean parenthesized = isParenthesized(start);
        if (element instanceof Identifier identifier) {
            noteIdentifier(identifier);
            if (parenthesized) {
                noteNotBinding(start);
            }
        } else if (element instanceof Assign || isPatternLiteral(element)) {
            if (parenthesized) {
                noteNotTarget(start, INVALID_TARGET);
                noteNotBinding(start);
            }
        } else {
            if (!isReference(element)) {
                noteNotTarget(start, INVALID_TARGET);
            }
            noteNotBinding(start);
        }
    }

    @SuppressWarnings("StringEquality")
    final void noteIdentifier(Identifier identifier) {
        if (function.strict && (identifier.name() == EVAL || identifier.name() == ARGUMENTS)) {
            noteNotTarget(identifier.start(), "Unexpected eval or arguments in strict mode");
        }
    }

    /** Whether the expression is a property that can be assigned; parentheses do not matter. */
    static boolean isReference(Expression expression) {
        return expression instanceof Expression.Member || expression instanceof Expression.Index
                || expression instanceof Expression.PrivateMember || expression instanceof Expression.SuperMember
                || expression instanceof Expression.SuperIndex;
    }

    // Conversions

    /** An expression, already found to be one, as an assignment target or pattern. */
    final Pattern toTarget(Expression expression, boolean parenthesized) {
        return convert(expression, parenthesized, false);
    }

    /** An expression, already found to be one, as a parameter. */
    final Pattern toBinding(Expression expression) {
        return convert(expression, false, true);
    }

    /** Written without a pattern switch, whose first use costs milliseconds of start-up; so are the others here. */
    private Pattern convert(Expression expression, boolean parenthesized, boolean binding) {
        int start = expression.start();
        int end = expression.end();
        if (binding && expression instanceof Identifier identifier) {
            if (function.strict) {
                checkStrictBinding(identifier.name(), start, end - start);
            }
            return new Binding(start, end, identifier.name());
        }
        if (expression instanceof ArrayLiteral literal) {
            return convertArray(literal, binding);
        }
        if (expression instanceof ObjectLiteral literal) {
            return convertObject(literal, binding);
        }
        if (expression instanceof Assign assign) {
            if (assign.target() instanceof Target target && target.expression() instanceof Expression.Call) {
                throw error(INVALID_TARGET, expression);
            }
            return new Default(start, end, binding ? rebind(assign.target()) : assign.target(), assign.value());
        }
        if (expression instanceof Spread spread) {
            return new Rest(start, end, convert(spread.argument(), false, binding));
        }
        return expression instanceof Elision ? new Skip(start, end)
                : new Target(start, end, expression, parenthesized);
    }

    private ArrayPattern convertArray(ArrayLiteral literal, boolean binding) {
        List<Pattern> elements = new ArrayList<>(literal.elements().size());
        for (Expression element : literal.elements()) {
            elements.add(convert(element, false, binding));
        }
        return new ArrayPattern(literal.start(), literal.end(), List.copyOf(elements));
    }

    private ObjectPattern convertObject(ObjectLiteral literal, boolean binding) {
        List<PropertyPattern> properties = new ArrayList<>(literal.properties().size());
        Rest rest = null;
        for (Property property : literal.properties()) {
            int start = property.start();
            int end = property.end();
            if (property instanceof Property.KeyValue keyValue) {
                Pattern value = convert(keyValue.value(), false, binding);
                properties.add(new PropertyPattern(start, end, keyValue.key(), value));
            } else if (property instanceof Property.Prototype prototype) {
                PropertyKey key = new PropertyKey.Named(start, start, "__proto__");
                properties.add(new PropertyPattern(start, end, key, convert(prototype.value(), false, binding)));
            } else if (property instanceof Property.Spread spread) {
                rest = new Rest(start, end, convert(spread.argument(), false, binding));
            } else {
                throw error(INVALID_TARGET, property);
            }
        }
        return new ObjectPattern(literal.start(), literal.end(), List.copyOf(properties), rest);
    }

    /** An assignment pattern, read inside of what became parameters, as a binding pattern. */
    private Pattern rebind(Pattern pattern) {
        int start = pattern.start();
        int end = pattern.end();
        if (pattern instanceof Target target) {
            return convert(target.expression(), false, true);
        }
        if (pattern instanceof Default withDefault) {
            return new Default(start, end, rebind(withDefault.target()), withDefault.value());
        }
        if (pattern instanceof Rest rest) {
            return new Rest(start, end, rebind(rest.target()));
        }
        if (pattern instanceof ArrayPattern array) {
            return new ArrayPattern(start, end, array.elements().stream().map(this::rebind).toList());
        }
        if (pattern instanceof ObjectPattern object) {
            return new ObjectPattern(start, end, object.properties().stream().map(this::rebind).toList(),
                    object.rest() == null ? null : (Rest) rebind(object.rest()));
        }
        return pattern;
    }

    private PropertyPattern rebind(PropertyPattern property) {
        return new PropertyPattern(property.start(), property.end(), property.key(), rebind(property.value()));
    }

    // Binding patterns

    /** A binding identifier or binding pattern. */
    final Pattern parseBindingTarget() {
        if (at(TokenType.LEFT_BRACKET)) {
            return parseArrayBinding();
        }
        if (at(TokenType.LEFT_BRACE)) {
            return parseObjectBinding();
        }
        int start = lexer.start;
        int end = lexer.end;
        return new Binding(start, end, bindingName());
    }

    /** A binding with an optional default. */
    final Pattern parseBindingElement() {
        enter(1);
        int start = lexer.start;
        Pattern result = withDefault(start, parseBindingTarget());
        leave(1);
        return result;
    }

    private Pattern withDefault(int start, Pattern target) {
        if (!at(TokenType.ASSIGN)) {
            return target;
        }
        next();
        Expression value = parseAssignment(true);
        return new Default(start, lexer.previousEnd, target, value);
    }

    private ArrayPattern parseArrayBinding() {
        int start = lexer.start;
        next();
        int mark = beginList();
        while (!at(TokenType.RIGHT_BRACKET)) {
            if (at(TokenType.COMMA)) {
                add(new Skip(lexer.start, lexer.start));
                next();
                continue;
            }
            if (at(TokenType.ELLIPSIS)) {
                int restStart = lexer.start;
                next();
                Pattern target = parseBindingTarget();
                add(new Rest(restStart, lexer.previousEnd, target));
                if (at(TokenType.ASSIGN)) {
                    throw error(INVALID_TARGET, target);
                }
                if (!at(TokenType.RIGHT_BRACKET)) {
                    throw error(REST_NOT_LAST);
                }
                break;
            }
            add(parseBindingElement());
            if (!at(TokenType.RIGHT_BRACKET)) {
                expect(TokenType.COMMA);
            }
        }
        next();
        return new ArrayPattern(start, lexer.previousEnd, list(mark));
    }

    private ObjectPattern parseObjectBinding() {
        int start = lexer.start;
        next();
        int mark = beginList();
        Rest rest = null;
        while (!at(TokenType.RIGHT_BRACE)) {
            int itemStart = lexer.start;
            if (eat(TokenType.ELLIPSIS)) {
                if (at(TokenType.LEFT_BRACE) || at(TokenType.LEFT_BRACKET)) {
                    throw error("`...` must be followed by an identifier in declaration contexts");
                }
                Pattern target = parseBindingTarget();
                rest = new Rest(itemStart, lexer.previousEnd, target);
                if (!at(TokenType.RIGHT_BRACE)) {
                    throw error(REST_NOT_LAST);
                }
                break;
            }
            add(parsePropertyBinding(itemStart));
            if (!at(TokenType.RIGHT_BRACE)) {
                expect(TokenType.COMMA);
            }
        }
        next();
        return new ObjectPattern(start, lexer.previousEnd, list(mark), rest);
    }

    private PropertyPattern parsePropertyBinding(int start) {
        if (lexer.type.isIdentifier() && lexer.peekCharacter() != ':') {
            int nameEnd = lexer.end;
            String name = bindingName();
            PropertyKey key = new PropertyKey.Named(start, nameEnd, name);
            Pattern value = withDefault(start, new Binding(start, nameEnd, name));
            return new PropertyPattern(start, lexer.previousEnd, key, value);
        }
        PropertyKey key = parsePropertyKey();
        expect(TokenType.COLON);
        Pattern value = parseBindingElement();
        return new PropertyPattern(start, lexer.previousEnd, key, value);
    }
}
