package org.ledgejs.hardware.sim.i2c;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * Bosch's BME280, a sensor of temperature, humidity and pressure, as its driver sees it (BST-BME280-DS002 §3, §5): a
 * conversion takes its time, results stay put until the next one is done, humidity settings act when the measurement
 * register is written, a block read is one consistent set. What it measures is a script, one line a conversion, over
 * and over; in normal mode a conversion that nobody reads does not advance the script, and always is one of weather.
 */
public final class Bme280 implements I2cPeripheral {

    /** The address with the SDO pin at ground. */
    public static final int ADDRESS = 0x76;

    private static final int ID = 0xd0;
    private static final int RESET = 0xe0;
    private static final int CTRL_HUM = 0xf2;
    private static final int STATUS = 0xf3;
    private static final int CTRL_MEAS = 0xf4;
    private static final int CONFIG = 0xf5;
    private static final int DATA = 0xf7;
    private static final int DATA_END = 0xff;

    private static final int CHIP_ID = 0x60;
    private static final int RESET_WORD = 0xb6;
    private static final int MEASURING = 0x08;
    private static final int SKIPPED_20 = 0x80000;
    private static final int SKIPPED_16 = 0x8000;

    private static final int SLEEP = 0;
    private static final int NORMAL = 3;

    /** Standby between conversions in normal mode by the setting's code, in microseconds (§5.4.6). */
    private static final int[] STANDBY = {500, 62_500, 125_000, 250_000, 500_000, 1_000_000, 10_000, 20_000};

    private final byte[] registers = new byte[256];
    private final LongSupplier clock;
    private List<Measurement> script;
    private int next;
    private int pointer;
    private int humidityOversampling;
    private long done;
    private boolean filtering;
    private int temperature;
    private int pressure;

    /**
     * A sensor just powered up, asleep.
     *
     * @param script what it will measure, at least one weather
     * @param clock the time in nanoseconds, such as {@link System#nanoTime}
     */
    public Bme280(List<? extends Measurement> script, LongSupplier clock) {
        this.clock = clock;
        script(script);
        Bme280Calibration.store(registers);
        registers[ID] = CHIP_ID;
        reset();
    }

    /** Replaces the script; the next conversion is its first line. */
    public synchronized void script(List<? extends Measurement> measurements) {
        if (measurements.stream().noneMatch(Weather.class::isInstance)) {
            throw new IllegalArgumentException("a BME280 needs at least one weather to measure");
        }
        script = List.copyOf(measurements);
        next = 0;
    }

    @Override
    public synchronized void write(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        proceed();
        pointer = bytes[0] & 0xff;
        // Unlike reads, writes do not count on by themselves: pairs of register and value follow (§6.2.1).
        for (int i = 1; i < bytes.length; i += 2) {
            store(bytes[i - 1] & 0xff, bytes[i] & 0xff);
        }
    }

    @Override
    public synchronized byte[] read(int count) {
        proceed();
        registers[STATUS] = (byte) (converting() ? MEASURING : 0);
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = registers[pointer];
            pointer = pointer + 1 & 0xff;
        }
        return bytes;
    }

    private void store(int register, int value) {
        switch (register) {
            case RESET -> {
                if (value == RESET_WORD) {
                    reset();
                }
            }
            case CTRL_HUM -> registers[CTRL_HUM] = (byte) (value & 7);
            case CTRL_MEAS -> {
                if ((value & 3) != SLEEP && script.get(next) instanceof Measurement.NoAnswer) {
                    advance();
                    throw new NotAcknowledged();
                }
                registers[CTRL_MEAS] = (byte) value;
                humidityOversampling = registers[CTRL_HUM];
                done = clock.getAsLong() + conversionNanos();
            }
            case CONFIG -> {
                registers[CONFIG] = (byte) (value & 0xfd);
                filtering = false;
            }
            default -> {
                // The remaining registers are read-only.
            }
        }
    }

    private void reset() {
        registers[CTRL_HUM] = 0;
        registers[CTRL_MEAS] = 0;
        registers[CONFIG] = 0;
        humidityOversampling = 0;
        filtering = false;
        storeData(SKIPPED_20, SKIPPED_20, SKIPPED_16);
    }

    private int mode() {
        return registers[CTRL_MEAS] & 3;
    }

    private boolean converting() {
        return mode() != SLEEP && done - clock.getAsLong() > 0 && done - clock.getAsLong() <= conversionNanos();
    }

    /** Completes a conversion whose time has come. */
    private void proceed() {
        long now = clock.getAsLong();
        if (mode() == SLEEP || done - now > 0) {
            return;
        }
        measure();
        if (mode() == NORMAL) {
            long period = conversionNanos() + STANDBY[(registers[CONFIG] & 0xff) >> 5] * 1000L;
            done += ((now - done) / period + 1) * period;
        } else {
            registers[CTRL_MEAS] &= ~3;
        }
    }

    private void measure() {
        while (!(script.get(next) instanceof Weather)) {
            advance();
        }
        Weather weather = (Weather) script.get(next);
        advance();
        int rawTemperature = Bme280Calibration.rawTemperature(weather.temperature());
        int rawPressure = Bme280Calibration.rawPressure(weather.pressure(), rawTemperature);
        int rawHumidity = Bme280Calibration.rawHumidity(weather.humidity(), rawTemperature);
        int weight = 1 << Math.min((registers[CONFIG] & 0x1c) >> 2, 4);
        temperature = filtering ? filter(temperature, rawTemperature, weight) : rawTemperature;
        pressure = filtering ? filter(pressure, rawPressure, weight) : rawPressure;
        filtering = true;
        storeData(pressureOversampling() == 0 ? SKIPPED_20 : pressure,
                temperatureOversampling() == 0 ? SKIPPED_20 : temperature,
                humidityOversampling == 0 ? SKIPPED_16 : rawHumidity);
    }

    private void advance() {
        next = (next + 1) % script.size();
    }

    /** The low-pass filter of §3.4.4. */
    private static int filter(int old, int value, int weight) {
        return (int) Math.round(((double) old * (weight - 1) + value) / weight);
    }

    private void storeData(int rawPressure, int rawTemperature, int rawHumidity) {
        int at = DATA;
        for (int raw : new int[] {rawPressure, rawTemperature}) {
            registers[at++] = (byte) (raw >> 12);
            registers[at++] = (byte) (raw >> 4);
            registers[at++] = (byte) (raw << 4);
        }
        registers[at++] = (byte) (rawHumidity >> 8);
        registers[at++] = (byte) rawHumidity;
        assert at == DATA_END;
    }

    private int temperatureOversampling() {
        return (registers[CTRL_MEAS] & 0xe0) >> 5;
    }

    private int pressureOversampling() {
        return (registers[CTRL_MEAS] & 0x1c) >> 2;
    }

    /** The typical time of a conversion (appendix 9.1). */
    private long conversionNanos() {
        double millis = 1 + 2 * samples(temperatureOversampling());
        millis += pressureOversampling() == 0 ? 0 : 2 * samples(pressureOversampling()) + 0.5;
        millis += humidityOversampling == 0 ? 0 : 2 * samples(humidityOversampling) + 0.5;
        return (long) (millis * 1_000_000);
    }

    private static int samples(int code) {
        return code == 0 ? 0 : 1 << Math.min(code, 5) - 1;
    }
}
