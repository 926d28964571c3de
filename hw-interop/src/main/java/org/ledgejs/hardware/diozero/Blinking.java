package org.ledgejs.hardware.diozero;

import com.diozero.api.DigitalOutputDevice;
import com.diozero.api.function.Action;
import com.diozero.devices.LED;
import org.ledgejs.hardware.HardwareContext;

/**
 * On-off loops that diozero runs on a thread of its own. While one runs, the event loop stays alive; its stop action
 * runs on the agent's thread.
 */
final class Blinking {

    private final HardwareContext hardware;
    private final DigitalOutputDevice device;
    private HardwareContext.Hold hold;

    Blinking(HardwareContext hardware, DigitalOutputDevice device) {
        this.hardware = hardware;
        this.device = device;
    }

    /** Takes a call that starts or stops a loop; answers whether it was one. */
    boolean take(String method, Object[] arguments) {
        switch (method) {
            case "blink" -> {
                if (!(device instanceof LED)) {
                    return false;
                }
                if (arguments.length < 2) {
                    start(1, 1, DigitalOutputDevice.INFINITE_ITERATIONS, true, function(method, arguments, 0));
                } else {
                    start(method, arguments);
                }
            }
            case "onOffLoop" -> start(method, arguments);
            case "stopOnOffLoop" -> {
                ended();
                device.stopOnOffLoop();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The loop needs the event loop no longer. */
    void ended() {
        if (hold != null) {
            hold.release();
            hold = null;
        }
    }

    /** (seconds on, seconds off, times, in the background, stop action). */
    private void start(String method, Object[] arguments) {
        Arguments given = new Arguments(method, arguments, hardware.agent().undefined());
        start(given.real(0, 1), given.real(1, 1), given.integer(2, DigitalOutputDevice.INFINITE_ITERATIONS),
                given.bool(3, true), function(method, arguments, 4));
    }

    private void start(float on, float off, int times, boolean background, GuestFunction stopped) {
        ended();
        HardwareContext.Hold running = background ? hardware.hold() : null;
        hold = running;
        Action stopAction = () -> hardware.agent().enqueue(() -> {
            if (running != null) {
                running.release();
            }
            if (stopped != null) {
                stopped.call();
            }
        });
        device.onOffLoop(on, off, times, background, stopAction);
    }

    private static GuestFunction function(String method, Object[] arguments, int at) {
        return at < arguments.length ? GuestFunction.optional(method, arguments[at]) : null;
    }
}
