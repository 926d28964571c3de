package org.ledgejs.language.syntax;

/** A member of a class body but its constructor (ECMA-262 §15.7). */
public sealed interface ClassElement extends Node {

    boolean isStatic();

    /** A method, getter or setter; which one is the kind of its function. */
    record Method(int start, int end, boolean isStatic, PropertyKey key, FunctionNode function)
            implements ClassElement {
    }

    /**
     * A field. The initializer is a function of kind {@link FunctionNode.Kind#FIELD_INITIALIZER} whose body is one
     * {@link Statement.Return}; null when there is none.
     */
    record Field(int start, int end, boolean isStatic, PropertyKey key, FunctionNode initializer)
            implements ClassElement {
    }

    /** {@code static { … }}; the body is a function of kind {@link FunctionNode.Kind#STATIC_BLOCK}. */
    record StaticBlock(int start, int end, FunctionNode body) implements ClassElement {

        @Override
        public boolean isStatic() {
            return true;
        }
    }
}
