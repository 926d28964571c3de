package org.ledgejs.language.syntax;

import java.util.List;

/**
 * A class, as an expression or inside a {@link Statement.ClassDeclaration}. Everything in it is strict code. Its source
 * range is what {@code toString} of the class shows.
 *
 * @param decorators the expressions before the class, in source order; they are evaluated outside of it
 * @param name the inner, constant binding visible in the class; null if anonymous
 * @param heritage the expression behind {@code extends}; null if there is none
 * @param constructor a function of kind CONSTRUCTOR or DERIVED_CONSTRUCTOR; null for the default constructor
 * @param elements all other members, in source order
 */
public record ClassNode(int start, int end, List<Expression> decorators, String name, Expression heritage, FunctionNode constructor,
        List<ClassElement> elements) implements Expression {
}
