/**
 * From tree to code: decides once what every name means and writes the syntax down as a {@link org.ledgejs.language.code.CodeUnit}.
 *
 * <p>{@link org.ledgejs.language.code.resolver.Resolver} is the door. It works in two walks: {@link
 * org.ledgejs.language.code.resolver.ScopeAnalysis} finds out which variables closures capture, then the other classes, one a concern of the
 * syntax, write each function.
 *
 * <p>Kinds of nodes are told apart with {@code instanceof}, most frequent first: switches over patterns are linked when they first run,
 * which costs the start of a program more than resolving it does.
 */
package org.ledgejs.language.code.resolver;
