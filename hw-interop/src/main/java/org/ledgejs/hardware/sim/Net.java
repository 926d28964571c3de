package org.ledgejs.hardware.sim;

import java.util.ArrayList;
import java.util.List;

/**
 * Pins joined by wires, which share one level. Drivers decide first, and low wins over high; then resistors on the
 * board, then the processor's own pulls, then what a load such as an LED leaks to ground. A net that nothing pulls
 * keeps the level it had. All access holds the board's lock.
 */
final class Net {

    private final List<SimulatedPin> pins = new ArrayList<>();
    private boolean high;

    Net(SimulatedPin pin) {
        pins.add(pin);
    }

    boolean high() {
        return high;
    }

    void join(Net other) {
        if (other == this) {
            return;
        }
        for (SimulatedPin pin : other.pins) {
            pin.net = this;
            pins.add(pin);
            if (other.high != high) {
                pin.changed(high);
            }
        }
        resolve();
    }

    /** Computes the level anew and reports an edge to every pin if it changed. */
    void resolve() {
        boolean next = level();
        if (next != high) {
            high = next;
            for (SimulatedPin pin : pins) {
                pin.changed(next);
            }
        }
    }

    /** Which way resistors pull, ignoring all drivers. */
    Pull pull() {
        Pull resistors = Pull.NONE;
        Pull internal = Pull.NONE;
        boolean load = false;
        for (SimulatedPin pin : pins) {
            resistors = both(resistors, pin.resistor);
            internal = both(internal, pin.pull);
            load |= pin.load;
        }
        if (resistors != Pull.NONE) {
            return resistors;
        }
        if (internal != Pull.NONE) {
            return internal;
        }
        return load ? Pull.DOWN : Pull.NONE;
    }

    private boolean level() {
        boolean drivenHigh = false;
        for (SimulatedPin pin : pins) {
            if (pin.drive == Drive.LOW || pin.outside == Drive.LOW) {
                return false;
            }
            drivenHigh |= pin.drive == Drive.HIGH || pin.outside == Drive.HIGH;
        }
        if (drivenHigh) {
            return true;
        }
        return switch (pull()) {
            case UP -> true;
            case DOWN -> false;
            case NONE -> high;
        };
    }

    /** Two equal resistors against each other: ground, as the lower threshold of an input sees it. */
    private static Pull both(Pull a, Pull b) {
        return a == Pull.NONE ? b : b == Pull.NONE || a == b ? a : Pull.DOWN;
    }
}
