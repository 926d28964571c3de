package org.ledgejs.hardware.sim;

import com.diozero.internal.spi.AbstractDevice;
import com.diozero.internal.spi.GpioDigitalOutputDeviceInterface;

/** A pin as a push-pull output. Its value is the pin's level, which a short circuit may hold down. */
final class SimulatedDigitalOutput extends AbstractDevice implements GpioDigitalOutputDeviceInterface {

    private final SimulatedPin pin;

    SimulatedDigitalOutput(String key, SimulatedDeviceFactory factory, SimulatedPin pin, boolean initialValue) {
        super(key, factory);
        this.pin = pin;
        pin.becomeOutput(initialValue);
    }

    @Override
    public int getGpio() {
        return pin.number();
    }

    @Override
    public boolean getValue() {
        return pin.level();
    }

    @Override
    public void setValue(boolean value) {
        SimulatedDevices.checkOpen(this);
        pin.becomeOutput(value);
    }

    @Override
    protected void closeDevice() {
        pin.free();
    }
}
