package org.ledgejs.hardware.sim;

import org.ledgejs.hardware.EdgeListener;

/**
 * Edges of a pin on their way to a diozero device, which can be switched off for certain: once {@link #disable}
 * returns, the device is not called any more, though another thread may be the one that delivers.
 */
final class EdgeDelivery {

    private final SimulatedPin pin;
    private final EdgeListener target;
    private final EdgeListener edges = this::deliver;
    private boolean enabled;

    EdgeDelivery(SimulatedPin pin, EdgeListener target) {
        this.pin = pin;
        this.target = target;
    }

    synchronized void enable() {
        if (!enabled) {
            enabled = true;
            pin.listen(edges);
        }
    }

    synchronized void disable() {
        enabled = false;
        pin.forget(edges);
    }

    /** Runs something that will call the device, unless it is switched off. */
    synchronized void whileEnabled(Runnable delivery) {
        if (enabled) {
            delivery.run();
        }
    }

    private void deliver(boolean high, long nanoTime) {
        whileEnabled(() -> target.edge(high, nanoTime));
    }
}
