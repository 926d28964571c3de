package org.ledgejs.language.syntax;

import java.math.BigInteger;
import java.util.List;

/**
 * Expressions (ECMA-262 §13). Parentheses leave no node: where they matter, the node around says so ({@link
 * OptionalChain} ends at a parenthesis, {@link Pattern.Target#parenthesized()} stops function naming).
 */
public sealed interface Expression extends Node permits
        Expression.Identifier, Expression.This, Expression.NumberLiteral, Expression.StringLiteral,
        Expression.BigIntLiteral, Expression.BooleanLiteral, Expression.NullLiteral, Expression.RegExpLiteral,
        Expression.TemplateLiteral, Expression.TaggedTemplate, Expression.ArrayLiteral, Expression.Elision,
        Expression.Spread, Expression.ObjectLiteral, FunctionNode, ClassNode,
        Expression.Unary, Expression.Update, Expression.Binary, Expression.Logical, Expression.PrivateIn,
        Expression.Conditional, Expression.Assign, Expression.CompoundAssign, Expression.LogicalAssign,
        Expression.Sequence, Expression.Member, Expression.Index, Expression.PrivateMember,
        Expression.SuperMember, Expression.SuperIndex, Expression.OptionalChain, Expression.Call,
        Expression.New, Expression.SuperCall, Expression.ImportCall, Expression.ImportMeta,
        Expression.NewTarget, Expression.Yield, Expression.Await {

    /** A reference to a variable by name. */
    record Identifier(int start, int end, String name) implements Expression {
    }

    record This(int start, int end) implements Expression {
    }

    /** A Number. @param hasPoint written with a decimal point, also where the value is whole */
    record NumberLiteral(int start, int end, double value, boolean hasPoint) implements Expression {

        /** Whether the value is one of the 2^32 {@code int} values and written as one; -0 cannot be written as a literal. */
        public boolean isInt() {
            return (int) value == value && !hasPoint;
        }
    }

    /** A String; may hold lone surrogates. */
    record StringLiteral(int start, int end, String value) implements Expression {
    }

    record BigIntLiteral(int start, int end, BigInteger value) implements Expression {
    }

    record BooleanLiteral(int start, int end, boolean value) implements Expression {
    }

    record NullLiteral(int start, int end) implements Expression {
    }

    /** A regular expression; pattern and flags as written, already accepted by the {@link RegExpValidator}. */
    record RegExpLiteral(int start, int end, String pattern, String flags) implements Expression {
    }

    /** The text between two substitutions. {@code cooked} is null when an escape is invalid (tagged templates only). */
    record TemplateElement(String cooked, String raw) {
    }

    /** A template; there is always one element more than there are expressions. */
    record TemplateLiteral(int start, int end, List<TemplateElement> elements, List<Expression> expressions)
            implements Expression {
    }

    /** A tagged template; the template's identity is that of {@code template} (ECMA-262 §13.2.8.4). */
    record TaggedTemplate(int start, int end, Expression tag, TemplateLiteral template) implements Expression {
    }

    /** An array; elements may be {@link Elision} and {@link Spread}. */
    record ArrayLiteral(int start, int end, List<Expression> elements) implements Expression {
    }

    /** A hole in an array literal; nowhere else. */
    record Elision(int start, int end) implements Expression {
    }

    /** {@code ...argument} in an array literal or an argument list; nowhere else. */
    record Spread(int start, int end, Expression argument) implements Expression {
    }

    record ObjectLiteral(int start, int end, List<Property> properties) implements Expression {
    }

    enum UnaryOperator {
        PLUS("+"), MINUS("-"), NOT("!"), BIT_NOT("~"), TYPEOF("typeof"), VOID("void"), DELETE("delete");

        private final String text;

        UnaryOperator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    record Unary(int start, int end, UnaryOperator operator, Expression operand) implements Expression {
    }

    /** {@code ++} or {@code --}, before or after. */
    record Update(int start, int end, boolean increment, boolean prefix, Pattern.Target target)
            implements Expression {
    }

    enum BinaryOperator {
        ADD("+"), SUBTRACT("-"), MULTIPLY("*"), DIVIDE("/"), REMAINDER("%"), EXPONENTIATE("**"),
        SHIFT_LEFT("<<"), SHIFT_RIGHT(">>"), SHIFT_RIGHT_UNSIGNED(">>>"),
        BIT_AND("&"), BIT_OR("|"), BIT_XOR("^"),
        LESS("<"), GREATER(">"), LESS_EQUAL("<="), GREATER_EQUAL(">="),
        EQUAL("=="), NOT_EQUAL("!="), STRICT_EQUAL("==="), STRICT_NOT_EQUAL("!=="),
        IN("in"), INSTANCEOF("instanceof");

        private final String text;

        BinaryOperator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** A chain of one operator is left-deep and may be thousands of nodes deep; walk {@code left} in a loop. */
    record Binary(int start, int end, BinaryOperator operator, Expression left, Expression right)
            implements Expression {
    }

    enum LogicalOperator {
        AND("&&"), OR("||"), NULLISH("??");

        private final String text;

        LogicalOperator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    record Logical(int start, int end, LogicalOperator operator, Expression left, Expression right)
            implements Expression {
    }

    /** {@code #name in object}. */
    record PrivateIn(int start, int end, String name, Expression object) implements Expression {
    }

    record Conditional(int start, int end, Expression test, Expression consequent, Expression alternate)
            implements Expression {
    }

    /** {@code target = value}; the target is a {@link Pattern.Target} or an assignment pattern. */
    record Assign(int start, int end, Pattern target, Expression value) implements Expression {
    }

    /** {@code target op= value}. */
    record CompoundAssign(int start, int end, BinaryOperator operator, Pattern.Target target, Expression value)
            implements Expression {
    }

    /** {@code target &&= value}, {@code ||=}, {@code ??=}. */
    record LogicalAssign(int start, int end, LogicalOperator operator, Pattern.Target target, Expression value)
            implements Expression {
    }

    /** Two or more expressions with commas between. */
    record Sequence(int start, int end, List<Expression> expressions) implements Expression {
    }

    /** {@code object.name}, or {@code object?.name} if optional; the name ends where the node ends. */
    record Member(int start, int end, Expression object, String name, boolean optional) implements Expression {
    }

    /** {@code object[index]}, or {@code object?.[index]} if optional. */
    record Index(int start, int end, Expression object, Expression index, boolean optional) implements Expression {
    }

    /** {@code object.#name}; the name is without its {@code #}. */
    record PrivateMember(int start, int end, Expression object, String name, boolean optional)
            implements Expression {
    }

    /** {@code super.name}. */
    record SuperMember(int start, int end, String name) implements Expression {
    }

    /** {@code super[index]}. */
    record SuperIndex(int start, int end, Expression index) implements Expression {
    }

    /**
     * The extent of an optional chain (ECMA-262 §13.3.9): when an {@code optional} member or call inside finds undefined
     * or null, the value of this whole node is undefined. As a callee, and as the operand of delete, a chain still
     * denotes a reference.
     */
    record OptionalChain(int start, int end, Expression expression) implements Expression {
    }

    /** A call; arguments may be {@link Spread}. */
    record Call(int start, int end, Expression callee, List<Expression> arguments, boolean optional)
            implements Expression {

        /** Whether this is a direct eval if {@code eval} is the intrinsic (ECMA-262 §13.3.6.1). */
        public boolean isDirectEval() {
            return !optional && callee instanceof Identifier identifier && identifier.name().equals("eval");
        }
    }

    record New(int start, int end, Expression callee, List<Expression> arguments) implements Expression {
    }

    /** {@code super(arguments)}. */
    record SuperCall(int start, int end, List<Expression> arguments) implements Expression {
    }

    /** How far an import goes: to evaluation, to deferred evaluation, to the module source. */
    enum ImportPhase {
        EVALUATION, DEFER, SOURCE
    }

    /** {@code import(specifier, options)}; options may be null. */
    record ImportCall(int start, int end, ImportPhase phase, Expression specifier, Expression options)
            implements Expression {
    }

    record ImportMeta(int start, int end) implements Expression {
    }

    record NewTarget(int start, int end) implements Expression {
    }

    /** {@code yield}, {@code yield argument} or {@code yield* argument}; the argument may be null unless delegating. */
    record Yield(int start, int end, Expression argument, boolean delegate) implements Expression {
    }

    record Await(int start, int end, Expression argument) implements Expression {
    }
}
