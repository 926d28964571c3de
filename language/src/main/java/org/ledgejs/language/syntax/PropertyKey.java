package org.ledgejs.language.syntax;

/** The name of a property in an object literal, an object pattern or a class. */
public sealed interface PropertyKey extends Node {

    /** An identifier, a string, or a BigInt in decimal; a string may look like an array index. */
    record Named(int start, int end, String name) implements PropertyKey {
    }

    /** A number; the key is its ToString. */
    record Numeric(int start, int end, double value) implements PropertyKey {
    }

    /** {@code [expression]}. */
    record Computed(int start, int end, Expression expression) implements PropertyKey {
    }

    /** {@code #name}, without the {@code #}; in classes only. */
    record Private(int start, int end, String name) implements PropertyKey {
    }
}
