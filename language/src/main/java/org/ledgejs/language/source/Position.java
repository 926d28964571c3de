package org.ledgejs.language.source;

/** A place in a text as people count: line and column from 1, columns in UTF-16 code units. */
public record Position(int line, int column) {

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
