package org.ledgejs.hardware.embedded;

import com.diozero.api.DeviceMode;
import com.diozero.api.DigitalInputEvent;
import com.diozero.api.GpioEventTrigger;
import com.diozero.api.GpioPullUpDown;
import com.diozero.api.PinInfo;
import com.diozero.internal.spi.GpioDigitalDeviceInterface;
import com.diozero.internal.spi.GpioDigitalInputDeviceInterface;
import com.diozero.internal.spi.GpioDigitalInputOutputDeviceInterface;
import com.diozero.internal.spi.GpioDigitalOutputDeviceInterface;
import com.diozero.internal.spi.NativeDeviceFactoryInterface;
import org.ledgejs.hardware.Board;
import org.ledgejs.hardware.EdgeListener;

/**
 * A live {@code Digital} (ECMA-419 §10): one pin as input or output. Used by the agent's thread alone; only its edges
 * come from another. Closed, an output is inactive and its pin free.
 */
public final class DigitalCore implements AutoCloseable {

    private final DigitalOptions options;
    private final GpioDigitalDeviceInterface device;
    private volatile boolean open = true;

    private DigitalCore(DigitalOptions options, GpioDigitalDeviceInterface device) {
        this.options = options;
        this.device = device;
    }

    /**
     * Allocates the pin.
     *
     * @param edges told of each edge the options ask for, with the value {@link #read} would give (already inverted
     *        if the pin is active low); it only hands the edge on, and whoever takes it from there asks
     *        {@link #isOpen} before calling the program. Unused without {@code onReadable}
     * @throws EmbeddedException if the pin does not exist, is in use, or cannot do what the mode asks
     */
    public static DigitalCore open(Board board, DigitalOptions options, EdgeListener edges) {
        try {
            NativeDeviceFactoryInterface factory = board.devices();
            PinInfo pin = options.pin().pin(board);
            boolean high = (options.initialValue() == 1) != options.activeLow();
            DigitalCore core = new DigitalCore(options, switch (options.mode()) {
                case INPUT -> input(factory, pin, GpioPullUpDown.NONE, options);
                case INPUT_PULL_UP -> input(factory, pin, GpioPullUpDown.PULL_UP, options);
                case INPUT_PULL_DOWN -> input(factory, pin, GpioPullUpDown.PULL_DOWN, options);
                case INPUT_PULL_UP_DOWN -> throw EmbeddedException.error(
                        "Digital: pins of '" + board.name() + "' are pulled up or down, not both");
                case OUTPUT -> factory.provisionDigitalOutputDevice(pin, high);
                case OUTPUT_OPEN_DRAIN -> factory.provisionDigitalInputOutputDevice(pin,
                        high ? DeviceMode.DIGITAL_INPUT : DeviceMode.DIGITAL_OUTPUT);
            });
            core.listen(edges);
            return core;
        } catch (RuntimeException e) {
            throw EmbeddedException.of(e);
        }
    }

    private static GpioDigitalInputDeviceInterface input(NativeDeviceFactoryInterface factory, PinInfo pin,
            GpioPullUpDown pull, DigitalOptions options) {
        boolean rising = (options.edges() & DigitalOptions.RISING) != 0;
        boolean falling = (options.edges() & DigitalOptions.FALLING) != 0;
        boolean up = options.activeLow() ? falling : rising;
        boolean down = options.activeLow() ? rising : falling;
        GpioEventTrigger trigger = up && down ? GpioEventTrigger.BOTH
                : up ? GpioEventTrigger.RISING
                : down ? GpioEventTrigger.FALLING
                : GpioEventTrigger.NONE;
        return factory.provisionDigitalInputDevice(pin, pull, trigger);
    }

    private void listen(EdgeListener edges) {
        if (options.onReadable() != null && device instanceof GpioDigitalInputDeviceInterface input) {
            input.setListener((DigitalInputEvent event) -> {
                if (open) {
                    edges.edge(event.getValue() != options.activeLow(), event.getNanoTime());
                }
            });
        }
    }

    /**
     * The value of an input, 0 or 1.
     *
     * @throws EmbeddedException if this is closed or an output
     */
    public int read() {
        checkOpen();
        if (!options.mode().input()) {
            throw EmbeddedException.error("Digital: an output cannot be read");
        }
        try {
            return device.getValue() == options.activeLow() ? 0 : 1;
        } catch (RuntimeException e) {
            throw EmbeddedException.of(e);
        }
    }

    /**
     * Sets an output.
     *
     * @param value 0 or 1
     * @throws EmbeddedException if this is closed or an input, or the value is another
     */
    public void write(double value) {
        checkOpen();
        if (options.mode().input()) {
            throw EmbeddedException.error("Digital: an input cannot be written");
        }
        if (value != 0 && value != 1) {
            throw EmbeddedException.rangeError("Digital: the value written is 0 or 1");
        }
        try {
            set((value == 1) != options.activeLow());
        } catch (RuntimeException e) {
            throw EmbeddedException.of(e);
        }
    }

    /** An open drain is made of direction: low is driven, high is let go. */
    private void set(boolean high) {
        switch (device) {
            case GpioDigitalInputOutputDeviceInterface drain -> {
                drain.setMode(high ? DeviceMode.DIGITAL_INPUT : DeviceMode.DIGITAL_OUTPUT);
                if (!high) {
                    drain.setValue(false);
                }
            }
            case GpioDigitalOutputDeviceInterface output -> output.setValue(high);
            default -> throw new IllegalStateException("an input is not written");
        }
    }

    /** The validated options. */
    public DigitalOptions options() {
        return options;
    }

    /** Whether {@link #close} was not called yet. */
    public boolean isOpen() {
        return open;
    }

    /** Frees the pin; a second time does nothing. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try {
            if (!options.mode().input() && device.isOpen()) {
                set(options.activeLow());
            }
        } catch (RuntimeException e) {
            throw EmbeddedException.of(e);
        } finally {
            if (device.isOpen()) {
                device.close();
            }
        }
    }

    private void checkOpen() {
        if (!open) {
            throw EmbeddedException.error("Digital: closed");
        }
    }
}
