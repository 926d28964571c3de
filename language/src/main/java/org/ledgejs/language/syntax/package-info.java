/**
 * From text to tree: the lexer, the parser with every early error of ECMA-262, and the sealed syntax tree.
 *
 * <p>{@link org.ledgejs.language.syntax.Parser} is the door. What it returns is a {@link
 * org.ledgejs.language.syntax.Program}: cover grammars are already decided, parentheses are gone, assignment targets are
 * {@link org.ledgejs.language.syntax.Pattern}s, and each scope carries its declarations.
 */
package org.ledgejs.language.syntax;
