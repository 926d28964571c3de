package org.ledgejs.hardware.sim.i2c;

/** What comes of one measurement of a simulated sensor. */
public sealed interface Measurement permits Weather, Measurement.NoAnswer {

    /** The sensor does not answer when it is told to measure: a loose contact. */
    record NoAnswer() implements Measurement {
    }
}
