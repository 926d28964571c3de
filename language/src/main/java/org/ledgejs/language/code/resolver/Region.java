package org.ledgejs.language.code.resolver;

/** A part of a function that runs through from its start or not at all: a branch, a loop body. Open while it is being written. */
final class Region {
    boolean open = true;
}
