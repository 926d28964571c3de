package org.ledgejs.hardware.sim;

/** What is forced on a pin by something of low resistance: an output, a pressed button, a test. */
public enum Drive {
    RELEASED, LOW, HIGH;

    static Drive of(boolean high) {
        return high ? HIGH : LOW;
    }
}
