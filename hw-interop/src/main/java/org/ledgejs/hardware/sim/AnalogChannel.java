package org.ledgejs.hardware.sim;

/** An analog input: a voltage set from outside, or the average voltage of a pin behind a low-pass filter. */
public final class AnalogChannel {

    private final int number;
    private final SimulatedPin source;
    private volatile float value;

    AnalogChannel(int number, float value, SimulatedPin source) {
        this.number = number;
        this.value = value;
        this.source = source;
    }

    /** The number of the input. */
    public int number() {
        return number;
    }

    /** The voltage as a share of the reference voltage, 0 to 1. */
    public float value() {
        return source == null ? value : source.duty();
    }

    /**
     * Sets the voltage.
     *
     * @throws IllegalArgumentException outside 0 to 1, or when the input follows a pin
     */
    public void set(float share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("an analog value is from 0 to 1, not " + share);
        }
        if (source != null) {
            throw new IllegalArgumentException("analog input " + number + " follows pin " + source.number());
        }
        value = share;
    }
}
