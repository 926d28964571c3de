package org.ledgejs.hardware.sim.i2c;

/**
 * The air around a sensor.
 *
 * @param temperature in °C, −40 to 85
 * @param humidity relative, in %, 0 to 100
 * @param pressure in hPa, 300 to 1100
 */
public record Weather(double temperature, double humidity, double pressure) implements Measurement {

    public Weather {
        within("a temperature", temperature, -40, 85, "°C");
        within("a relative humidity", humidity, 0, 100, "%");
        within("a pressure", pressure, 300, 1100, "hPa");
    }

    private static void within(String what, double value, double from, double to, String unit) {
        if (!(value >= from && value <= to)) {
            throw new IllegalArgumentException("%s is from %.0f to %.0f %s, not %s".formatted(what, from, to, unit, value));
        }
    }
}
