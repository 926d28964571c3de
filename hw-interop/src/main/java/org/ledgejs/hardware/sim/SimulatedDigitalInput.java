package org.ledgejs.hardware.sim;

import com.diozero.api.DigitalInputEvent;
import com.diozero.api.GpioEventTrigger;
import com.diozero.api.GpioPullUpDown;
import com.diozero.internal.spi.AbstractInputDevice;
import com.diozero.internal.spi.GpioDigitalInputDeviceInterface;
import java.util.concurrent.Future;

/** A pin as an input. Debounced, it reports a level that has lasted for the debounce time. */
final class SimulatedDigitalInput extends AbstractInputDevice<DigitalInputEvent>
        implements GpioDigitalInputDeviceInterface {

    private final SimulatedPin pin;
    private final GpioEventTrigger trigger;
    private final BoardThread thread;
    private final EdgeDelivery edges;
    private volatile int debounceMillis;
    // The fields below belong to the board's thread.
    private Future<?> settling;
    private boolean reported;

    SimulatedDigitalInput(String key, SimulatedDeviceFactory factory, SimulatedPin pin, GpioPullUpDown pud,
            GpioEventTrigger trigger) {
        super(key, factory);
        this.pin = pin;
        this.edges = new EdgeDelivery(pin, this::edge);
        this.trigger = trigger;
        this.thread = factory.thread();
        pin.becomeInput(switch (pud) {
            case NONE -> Pull.NONE;
            case PULL_UP -> Pull.UP;
            case PULL_DOWN -> Pull.DOWN;
        });
        reported = pin.level();
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
    public void setDebounceTimeMillis(int debounceTime) {
        debounceMillis = debounceTime;
    }

    @Override
    public boolean generatesEvents() {
        return true;
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
        if (debounceMillis <= 0) {
            report(high, nanoTime);
            return;
        }
        if (settling != null) {
            settling.cancel(false);
        }
        settling = thread.after(debounceMillis, () -> edges.whileEnabled(() -> {
            if (pin.level() == high && reported != high) {
                report(high, nanoTime);
            }
        }));
    }

    private void report(boolean high, long nanoTime) {
        reported = high;
        boolean wanted = switch (trigger) {
            case NONE -> false;
            case RISING -> high;
            case FALLING -> !high;
            case BOTH -> true;
        };
        if (wanted) {
            accept(new DigitalInputEvent(pin.number(), System.currentTimeMillis(), nanoTime, high));
        }
    }

    @Override
    protected void closeDevice() {
        super.closeDevice();
        pin.free();
    }
}
