package org.ledgejs.tck.test262;

/** When functions become code, and by which way. */
public enum Compilation {
    /** As the engine does by itself. */
    DEFAULT,
    /** Every function when it is first called, and from its text. */
    LAZY,
    /** All at once, through the image format. */
    IMAGE
}
