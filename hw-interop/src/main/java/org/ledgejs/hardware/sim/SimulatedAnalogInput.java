package org.ledgejs.hardware.sim;

import com.diozero.api.AnalogInputEvent;
import com.diozero.internal.spi.AbstractInputDevice;
import com.diozero.internal.spi.AnalogInputDeviceInterface;

/** An analog input; diozero polls it for those who listen, as it does on Linux. */
final class SimulatedAnalogInput extends AbstractInputDevice<AnalogInputEvent> implements AnalogInputDeviceInterface {

    private final AnalogChannel channel;

    SimulatedAnalogInput(String key, SimulatedDeviceFactory factory, AnalogChannel channel) {
        super(key, factory);
        this.channel = channel;
    }

    @Override
    public boolean generatesEvents() {
        return false;
    }

    @Override
    public int getAdcNumber() {
        return channel.number();
    }

    @Override
    public float getValue() {
        return channel.value();
    }
}
