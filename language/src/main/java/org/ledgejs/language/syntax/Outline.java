package org.ledgejs.language.syntax;

import java.util.List;

/**
 * What is kept of a function whose text was checked and whose tree was let go: enough to resolve the code around it. The function is parsed
 * again when it is first called.
 *
 * @param length ExpectedArgumentCount (ECMA-262 §15.1.5)
 * @param free the names it refers to and does not declare, private names with their {@code #}
 * @param specials what it takes from the function around it, an arrow does: {@code this} and the like, by the resolver's names
 */
public record Outline(int length, List<String> free, List<String> specials) {
}
