package org.ledgejs.language.syntax;

/** A member of an object literal (ECMA-262 §13.2.5). */
public sealed interface Property extends Node {

    /** {@code key: value}, or the shorthand {@code key}. */
    record KeyValue(int start, int end, PropertyKey key, Expression value, boolean shorthand) implements Property {
    }

    /** {@code __proto__: value}, which sets the prototype instead of a property (ECMA-262 §B.3.1). */
    record Prototype(int start, int end, Expression value) implements Property {
    }

    /** A method, getter or setter; which one is the kind of its function. */
    record Method(int start, int end, PropertyKey key, FunctionNode function) implements Property {
    }

    /** {@code ...argument}. */
    record Spread(int start, int end, Expression argument) implements Property {
    }
}
