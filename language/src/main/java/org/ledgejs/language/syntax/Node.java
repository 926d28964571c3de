package org.ledgejs.language.syntax;

/**
 * A node of the syntax tree. Nodes are immutable records; names in them are interned within one parse, so that equal
 * names of one program are the same {@link String}.
 */
public sealed interface Node
        permits Expression, Statement, Pattern, Property, PropertyKey, ClassElement, Program {

    /** Offset of the first UTF-16 code unit of the node in its source. */
    int start();

    /** Offset just behind the last UTF-16 code unit of the node in its source. */
    int end();
}
