package org.ledgejs.language.syntax;

import java.util.List;

/** A member of a class body but its constructor (ECMA-262 §15.7). */
public sealed interface ClassElement extends Node {

    boolean isStatic();

    /** The expressions before the element, in source order (decorators proposal). */
    default List<Expression> decorators() {
        return List.of();
    }

    /** A method, getter or setter; which one is the kind of its function. */
    record Method(int start, int end, List<Expression> decorators, boolean isStatic, PropertyKey key, FunctionNode function)
            implements ClassElement {
    }

    /**
     * A field. The initializer is a function of kind {@link FunctionNode.Kind#FIELD_INITIALIZER} whose body is one
     * {@link Statement.Return}; null when there is none.
     *
     * @param accessor whether it is an auto-accessor: the value is stored privately behind a getter and a setter
     */
    record Field(int start, int end, List<Expression> decorators, boolean isStatic, boolean accessor, PropertyKey key, FunctionNode initializer)
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
