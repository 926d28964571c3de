package org.ledgejs.hardware.diozero;

import com.diozero.api.AbstractDigitalInputDevice;
import com.diozero.api.AnalogInputDevice;
import com.diozero.api.AnalogInputEvent;
import com.diozero.api.DeviceEvent;
import com.diozero.api.DigitalInputEvent;
import com.diozero.api.GpioInputDevice;
import java.util.ArrayList;
import java.util.List;
import org.ledgejs.hardware.HardwareContext;
import org.ledgejs.hardware.embedded.EmbeddedException;

/**
 * The program's listeners of one input. diozero gets one consumer that hands events to the agent's loop and never
 * throws; the listeners live here and are called on the agent's thread. While there are any, the loop stays alive.
 *
 * <p>A digital input is heard through its activated and deactivated consumers, not its list of listeners: diozero
 * changes that list without regard to the thread that is walking it.
 */
final class InputHandlers {

    private enum Kind {
        EVERY, ACTIVATED, DEACTIVATED
    }

    private record Handler(Kind kind, GuestFunction function) {
    }

    private final HardwareContext hardware;
    private final GpioInputDevice<?> device;
    private final List<Handler> handlers = new ArrayList<>();
    private HardwareContext.Hold hold;
    private boolean installed;
    private volatile boolean listening;

    InputHandlers(HardwareContext hardware, GpioInputDevice<?> device) {
        this.hardware = hardware;
        this.device = device;
    }

    /** Takes a call that concerns listeners; answers whether it was one. */
    boolean take(String method, Object[] arguments) {
        switch (method) {
            case "addListener" -> add(Kind.EVERY, function(method, arguments));
            case "removeListener" -> remove(function(method, arguments));
            case "removeAllListeners" -> {
                handlers.removeIf(handler -> handler.kind == Kind.EVERY);
                settle();
            }
            case "whenActivated", "whenPressed" -> replace(Kind.ACTIVATED, function(method, arguments));
            case "whenDeactivated", "whenReleased" -> replace(Kind.DEACTIVATED, function(method, arguments));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Removes all listeners, as closing does. */
    void clear() {
        handlers.clear();
        settle();
    }

    private static GuestFunction function(String method, Object[] arguments) {
        if (arguments.length == 0) {
            throw EmbeddedException.typeError(method + ": the argument is a function");
        }
        return GuestFunction.optional(method, arguments[0]);
    }

    private void add(Kind kind, GuestFunction function) {
        if (function == null) {
            throw EmbeddedException.typeError("addListener: the argument is a function");
        }
        boolean known = handlers.stream().anyMatch(each -> each.kind == kind && each.function.same(function));
        if (!known) {
            handlers.add(new Handler(kind, function));
            settle();
        }
    }

    private void remove(GuestFunction function) {
        if (function != null) {
            handlers.removeIf(each -> each.kind == Kind.EVERY && each.function.same(function));
            settle();
        }
    }

    private void replace(Kind kind, GuestFunction function) {
        handlers.removeIf(each -> each.kind == kind);
        if (function != null) {
            handlers.add(new Handler(kind, function));
        }
        settle();
    }

    /** Passes events on, and keeps the loop alive, exactly while there are listeners. */
    private void settle() {
        boolean wanted = !handlers.isEmpty();
        if (wanted && hold == null) {
            install();
            listening = true;
            hold = hardware.hold();
        } else if (!wanted && hold != null) {
            listening = false;
            hold.release();
            hold = null;
        }
    }

    /** For good: taking a consumer away while diozero calls it would fail on the thread of all pins. */
    private void install() {
        if (installed) {
            return;
        }
        installed = true;
        switch (device) {
            case AbstractDigitalInputDevice digital -> {
                // In this order: diozero starts to listen with the second.
                digital.whenDeactivated(time -> relay(digital, false, time));
                digital.whenActivated(time -> relay(digital, true, time));
            }
            case AnalogInputDevice analog -> analog.addListener((AnalogInputEvent event) -> enqueue(event));
            default -> throw EmbeddedException.error(device.getClass().getSimpleName() + " takes no listeners");
        }
    }

    private void relay(AbstractDigitalInputDevice digital, boolean active, long nanoTime) {
        enqueue(new Edge(digital.getGpio(), nanoTime, active == digital.isActiveHigh(), active));
    }

    private void enqueue(DeviceEvent event) {
        if (listening) {
            hardware.agent().enqueue(() -> dispatch(event));
        }
    }

    private void dispatch(DeviceEvent event) {
        Object guestEvent = null;
        for (Handler handler : List.copyOf(handlers)) {
            if (!handlers.contains(handler)) {
                continue;
            }
            if (handler.kind == Kind.EVERY) {
                if (guestEvent == null) {
                    guestEvent = new DeviceObject(hardware, event);
                }
                handler.function.call(guestEvent);
            } else if (event instanceof Edge edge && edge.isActive() == (handler.kind == Kind.ACTIVATED)) {
                handler.function.call(event.getNanoTime());
            }
        }
    }

    /** diozero's event with what only diozero could set, which level counts as active. */
    public static final class Edge extends DigitalInputEvent {
        private final boolean active;

        Edge(int gpio, long nanoTime, boolean value, boolean active) {
            super(gpio, System.currentTimeMillis(), nanoTime, value);
            this.active = active;
        }

        @Override
        public boolean isActive() {
            return active;
        }
    }
}
