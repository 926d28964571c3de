package org.ledgejs.hardware.sim;

import com.diozero.api.DeviceMode;
import com.diozero.api.DigitalInputEvent;
import com.diozero.internal.spi.AbstractInputDevice;
import com.diozero.internal.spi.GpioDigitalInputOutputDeviceInterface;

/** A pin whose direction changes; as on Linux, it has no pull, and becomes an output at low. */
final class SimulatedDigitalInputOutput extends AbstractInputDevice<DigitalInputEvent>
        implements GpioDigitalInputOutputDeviceInterface {

    private final SimulatedPin pin;
    private final EdgeDelivery edges;
    private volatile DeviceMode mode;

    SimulatedDigitalInputOutput(String key, SimulatedDeviceFactory factory, SimulatedPin pin, DeviceMode mode) {
        super(key, factory);
        this.pin = pin;
        this.edges = new EdgeDelivery(pin, this::edge);
        apply(mode);
    }

    @Override
    public int getGpio() {
        return pin.number();
    }

    @Override
    public DeviceMode getMode() {
        return mode;
    }

    @Override
    public void setMode(DeviceMode next) {
        SimulatedDevices.checkOpen(this);
        if (next != mode) {
            apply(next);
        }
    }

    private void apply(DeviceMode next) {
        switch (next) {
            case DIGITAL_INPUT -> pin.becomeInput(Pull.NONE);
            case DIGITAL_OUTPUT -> pin.becomeOutput(false);
            default -> throw new IllegalArgumentException("a pin is a digital input or output, not " + next);
        }
        mode = next;
    }

    @Override
    public boolean getValue() {
        return pin.level();
    }

    @Override
    public void setValue(boolean value) {
        SimulatedDevices.checkOpen(this);
        if (mode == DeviceMode.DIGITAL_OUTPUT) {
            pin.becomeOutput(value);
        }
    }

    @Override
    protected void enableListener() {
        edges.enable();
    }

    @Override
    protected void disableListener() {
        edges.disable();
    }

    private void edge(boolean high, long nanoTime) {
        if (mode == DeviceMode.DIGITAL_INPUT) {
            accept(new DigitalInputEvent(pin.number(), System.currentTimeMillis(), nanoTime, high));
        }
    }

    @Override
    protected void closeDevice() {
        super.closeDevice();
        pin.free();
    }
}
