package org.ledgejs.hardware.sim;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ledgejs.hardware.EdgeListener;

/**
 * One general-purpose pin of a {@link SimulatedBoard}. The public side is the board's: what a test or a visitor with
 * a wire and a meter could do. The processor's side belongs to the device factory.
 */
public final class SimulatedPin {

    /** What the processor uses a pin for. */
    public enum Function {
        UNUSED, INPUT, OUTPUT, PWM
    }

    private final SimulatedBoard board;
    private final int number;
    private final List<EdgeListener> listeners = new CopyOnWriteArrayList<>();

    Net net = new Net(this);
    Drive drive = Drive.RELEASED;
    Pull pull = Pull.NONE;
    Drive outside = Drive.RELEASED;
    Pull resistor = Pull.NONE;
    boolean load;

    private Function function = Function.UNUSED;
    private float duty;
    private int hertz;
    private BoardDescription.Button button;
    private boolean scripted;

    SimulatedPin(SimulatedBoard board, int number) {
        this.board = board;
        this.number = number;
    }

    /** The GPIO number. */
    public int number() {
        return number;
    }

    /** The name of the line, {@code GPIO17} for pin 17. */
    public String name() {
        return "GPIO" + number;
    }

    /** Whether the level is high. */
    public boolean level() {
        synchronized (board.lock) {
            return net.high();
        }
    }

    /** What the processor uses the pin for at present. */
    public Function function() {
        synchronized (board.lock) {
            return function;
        }
    }

    /** The share of time the processor's output is high, 0 to 1: the duty of a PWM output, else 0 or 1. */
    public float duty() {
        synchronized (board.lock) {
            if (function == Function.PWM) {
                return duty;
            }
            return net.high() ? 1 : 0;
        }
    }

    /** The frequency of a PWM output in hertz, 0 for any other pin. */
    public int hertz() {
        synchronized (board.lock) {
            return function == Function.PWM ? hertz : 0;
        }
    }

    /** Forces a level from outside, as a test lead would. */
    public void drive(boolean high) {
        outside(Drive.of(high));
    }

    /** Takes the test lead, or the finger, away. */
    public void release() {
        outside(Drive.RELEASED);
    }

    /** Presses a button here: connects to ground what is pulled up, and to supply everything else. */
    public void press() {
        synchronized (board.lock) {
            outside(net.pull() == Pull.UP ? Drive.LOW : Drive.HIGH);
        }
    }

    /** Runs {@code listener} on the board's thread at every edge until {@link #forget}. */
    public void listen(EdgeListener listener) {
        listeners.add(listener);
    }

    /** No edge reaches {@code listener} that was not being delivered already. */
    public void forget(EdgeListener listener) {
        listeners.remove(listener);
    }

    private void outside(Drive level) {
        synchronized (board.lock) {
            outside = level;
            net.resolve();
        }
    }

    void resistor(Pull value) {
        synchronized (board.lock) {
            resistor = value;
            net.resolve();
        }
    }

    void load() {
        synchronized (board.lock) {
            load = true;
            net.resolve();
        }
    }

    void button(BoardDescription.Button value) {
        load();
        button = value;
    }

    void becomeInput(Pull value) {
        synchronized (board.lock) {
            become(Function.INPUT, Drive.RELEASED, value);
        }
    }

    void becomeOutput(boolean high) {
        synchronized (board.lock) {
            become(Function.OUTPUT, Drive.of(high), Pull.NONE);
        }
    }

    /** A wire from a PWM output carries high while it is high at least half of the time. */
    void becomePwm(float value, int frequency) {
        synchronized (board.lock) {
            duty = value;
            hertz = frequency;
            become(Function.PWM, Drive.of(value >= 0.5f), Pull.NONE);
        }
    }

    void free() {
        synchronized (board.lock) {
            become(Function.UNUSED, Drive.RELEASED, Pull.NONE);
        }
    }

    private void become(Function next, Drive level, Pull internal) {
        function = next;
        drive = level;
        pull = internal;
        net.resolve();
        if (next != Function.UNUSED && button != null && button.every() > 0 && !scripted) {
            scripted = true;
            pressAfter(button.every() - button.hold());
        }
    }

    private void pressAfter(long millis) {
        board.thread.after(millis, () -> {
            press();
            board.thread.after(button.hold(), () -> {
                release();
                pressAfter(button.every() - button.hold());
            });
        });
    }

    /** An edge: queued while the lock is held, so that listeners see edges in order. */
    void changed(boolean high) {
        long now = System.nanoTime();
        for (EdgeListener listener : listeners) {
            board.thread.run(() -> {
                if (listeners.contains(listener)) {
                    listener.edge(high, now);
                }
            });
        }
    }
}
