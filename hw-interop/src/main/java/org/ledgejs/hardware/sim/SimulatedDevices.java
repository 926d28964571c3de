package org.ledgejs.hardware.sim;

import com.diozero.internal.spi.InternalDeviceInterface;
import org.ledgejs.hardware.Errno;

/** What the simulated devices have in common. */
final class SimulatedDevices {

    private SimulatedDevices() {
    }

    /** A closed device must not reach a pin or bus that may be another's by now. */
    static void checkOpen(InternalDeviceInterface device) {
        if (!device.isOpen()) {
            throw Errno.ENODEV.exception("device " + device.getKey() + " is closed");
        }
    }
}
