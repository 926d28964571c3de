package org.ledgejs.language.syntax;

import java.util.List;
import java.util.function.Consumer;

/**
 * What values are bound or assigned to: parameters, declarations, catch parameters, and the left sides of assignments
 * and of for-in/of heads. In binding patterns the leaves are {@link Binding}, in assignment patterns {@link Target}.
 */
public sealed interface Pattern extends Node {

    /** Hands each bound name to the consumer, in source order (ECMA-262 §8.2.1 BoundNames). */
    void forEachBinding(Consumer<Binding> consumer);

    /** Whether there is a default value or a computed key in the pattern (ECMA-262 §15.1.2 ContainsExpression). */
    boolean containsExpression();

    /** A name that a declaration binds. */
    record Binding(int start, int end, String name) implements Pattern {

        @Override
        public void forEachBinding(Consumer<Binding> consumer) {
            consumer.accept(this);
        }

        @Override
        public boolean containsExpression() {
            return false;
        }
    }

    /**
     * An assignment target: {@link Expression.Identifier}, {@link Expression.Member}, {@link Expression.Index}, {@link
     * Expression.PrivateMember}, {@link Expression.SuperMember}, {@link Expression.SuperIndex}, or in sloppy code
     * an {@link Expression.Call}, which is called and then throws a ReferenceError (ECMA-262 §8.6.4, web-compat).
     *
     * @param parenthesized whether the target was written in parentheses: then an anonymous function assigned to it
     *        gets no name (only noted where a value stands beside the target)
     */
    record Target(int start, int end, Expression expression, boolean parenthesized) implements Pattern {

        /** Whether this target names an anonymous function assigned to it (IsIdentifierRef). */
        public boolean isIdentifierRef() {
            return !parenthesized && expression instanceof Expression.Identifier;
        }

        @Override
        public void forEachBinding(Consumer<Binding> consumer) {
            // binds nothing
        }

        @Override
        public boolean containsExpression() {
            return false;
        }
    }

    /** {@code target = value}: the value is used where undefined arrives. */
    record Default(int start, int end, Pattern target, Expression value) implements Pattern {

        @Override
        public void forEachBinding(Consumer<Binding> consumer) {
            target.forEachBinding(consumer);
        }

        @Override
        public boolean containsExpression() {
            return true;
        }
    }

    /** {@code ...target}: last in an array pattern, an object pattern or a parameter list. */
    record Rest(int start, int end, Pattern target) implements Pattern {

        @Override
        public void forEachBinding(Consumer<Binding> consumer) {
            target.forEachBinding(consumer);
        }

        @Override
        public boolean containsExpression() {
            return target.containsExpression();
        }
    }

    /** A hole in an array pattern: a step of the iterator without a target. */
    record Skip(int start, int end) implements Pattern {

        @Override
        public void forEachBinding(Consumer<Binding> consumer) {
            // binds nothing
        }

        @Override
        public boolean containsExpression() {
            return false;
        }
    }

    /** {@code [elements]}; the last may be a {@link Rest}. */
    record ArrayPattern(int start, int end, List<Pattern> elements) implements Pattern {

        @Override
        public void forEachBinding(Consumer<Binding> consumer) {
            for (Pattern element : elements) {
                element.forEachBinding(consumer);
            }
        }

        @Override
        public boolean containsExpression() {
            for (Pattern element : elements) {
                if (element.containsExpression()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** {@code {properties, ...rest}}; the rest may be null. */
    record ObjectPattern(int start, int end, List<PropertyPattern> properties, Rest rest) implements Pattern {

        @Override
        public void forEachBinding(Consumer<Binding> consumer) {
            for (PropertyPattern property : properties) {
                property.value.forEachBinding(consumer);
            }
            if (rest != null) {
                rest.forEachBinding(consumer);
            }
        }

        @Override
        public boolean containsExpression() {
            for (PropertyPattern property : properties) {
                if (property.key instanceof PropertyKey.Computed || property.value.containsExpression()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** {@code key: value} in an object pattern; for a shorthand the key is the name. */
    record PropertyPattern(int start, int end, PropertyKey key, Pattern value) {
    }
}
