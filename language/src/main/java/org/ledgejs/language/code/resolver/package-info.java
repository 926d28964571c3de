/**
 * From tree to code: decides once what every name means and writes the syntax down as a {@link org.ledgejs.language.code.CodeUnit}.
 *
 * <p>{@link org.ledgejs.language.code.resolver.Resolver} is the door. It works in two walks: {@link
 * org.ledgejs.language.code.resolver.ScopeAnalysis} finds out which variables closures capture, then the other classes, one a concern of the
 * syntax, write each function.
 */
package org.ledgejs.language.code.resolver;
