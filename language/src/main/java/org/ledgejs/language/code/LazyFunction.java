package org.ledgejs.language.code;

import java.util.List;

/**
 * A function of a unit made from text that is compiled when it is first called, as a unit of its own around which this one is. No image has such
 * functions.
 *
 * @param textStart offset in the source from which its text is parsed again, up to the function's end
 * @param scope the static scope it stands in, or -1
 * @param ownName what it binds around itself, or null
 * @param initialized names of variables around it, and {@code this}, that have their values whenever it runs; among them all private names it
 *        refers to, with their {@code #}
 */
public record LazyFunction(int textStart, int scope, String ownName, List<String> initialized) {
}
