package org.ledgejs.hardware.sim;

import com.diozero.internal.spi.AbstractDevice;
import com.diozero.internal.spi.InternalPwmOutputDeviceInterface;

/** A pin that is high for a share of the time. */
final class SimulatedPwmOutput extends AbstractDevice implements InternalPwmOutputDeviceInterface {

    private final SimulatedPin pin;
    private volatile float value;
    private volatile int frequency;

    SimulatedPwmOutput(String key, SimulatedDeviceFactory factory, SimulatedPin pin, int frequency, float initialValue) {
        super(key, factory);
        this.pin = pin;
        this.frequency = frequency;
        apply(initialValue);
    }

    private void apply(float next) {
        if (!(next >= 0 && next <= 1)) {
            throw new IllegalArgumentException("a PWM value is from 0 to 1, not " + next);
        }
        value = next;
        pin.becomePwm(next, frequency);
    }

    @Override
    public int getGpio() {
        return pin.number();
    }

    @Override
    public int getPwmNum() {
        return pin.number();
    }

    @Override
    public float getValue() {
        return value;
    }

    @Override
    public void setValue(float next) {
        SimulatedDevices.checkOpen(this);
        apply(next);
    }

    @Override
    public int getPwmFrequency() {
        return frequency;
    }

    @Override
    public void setPwmFrequency(int frequencyHz) {
        SimulatedDevices.checkOpen(this);
        frequency = frequencyHz;
        apply(value);
    }

    @Override
    protected void closeDevice() {
        pin.free();
    }
}
