package org.ledgejs.hardware.sim;

/** A resistor to supply or to ground, which decides while nothing drives. */
public enum Pull {
    NONE, UP, DOWN
}
