package org.ledgejs.hardware.sim.i2c;

/** A device did not acknowledge a transfer; the bus makes of it what Linux reports. */
@SuppressWarnings("serial")
final class NotAcknowledged extends RuntimeException {

    NotAcknowledged() {
        super(null, null, false, false);
    }
}
