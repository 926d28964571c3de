package org.ledgejs.hardware.sim.i2c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.diozero.api.I2CException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Drives the model as firmware would, with the integer compensation of the data sheet (§4.2.3). */
class Bme280Test {

    private static final double TOLERANCE = 0.02;

    private final AtomicLong clock = new AtomicLong(-5);

    private Bme280 sensor(Measurement... script) {
        return new Bme280(List.of(script), clock::get);
    }

    private void millis(double millis) {
        clock.addAndGet((long) (millis * 1_000_000));
    }

    private static byte[] registers(Bme280 sensor, int from, int count) {
        sensor.write(new byte[] {(byte) from});
        return sensor.read(count);
    }

    private static int register(Bme280 sensor, int register) {
        return registers(sensor, register, 1)[0] & 0xff;
    }

    private static void set(Bme280 sensor, int register, int value) {
        sensor.write(new byte[] {(byte) register, (byte) value});
    }

    private static Weather measured(Bme280 sensor) {
        return new Compensation(sensor).weather(registers(sensor, 0xf7, 8));
    }

    private static void assertClose(Weather expected, Weather actual) {
        assertEquals(expected.temperature(), actual.temperature(), TOLERANCE, "°C");
        assertEquals(expected.humidity(), actual.humidity(), TOLERANCE, "%");
        assertEquals(expected.pressure(), actual.pressure(), TOLERANCE, "hPa");
    }

    /** The 32- and 64-bit integer formulae, over trimming values read from the device. */
    private static final class Compensation {
        private final int[] t = new int[4];
        private final long[] p = new long[10];
        private final int[] h = new int[7];

        Compensation(Bme280 sensor) {
            ByteBuffer first = ByteBuffer.wrap(registers(sensor, 0x88, 26)).order(ByteOrder.LITTLE_ENDIAN);
            t[1] = first.getShort() & 0xffff;
            t[2] = first.getShort();
            t[3] = first.getShort();
            p[1] = first.getShort() & 0xffff;
            for (int i = 2; i <= 9; i++) {
                p[i] = first.getShort();
            }
            h[1] = first.get(25) & 0xff;
            byte[] second = registers(sensor, 0xe1, 7);
            h[2] = (short) (second[0] & 0xff | second[1] << 8);
            h[3] = second[2] & 0xff;
            h[4] = second[3] << 4 | second[4] & 0xf;
            h[5] = second[5] << 4 | (second[4] & 0xff) >> 4;
            h[6] = second[6];
        }

        Weather weather(byte[] d) {
            int adcP = (d[0] & 0xff) << 12 | (d[1] & 0xff) << 4 | (d[2] & 0xff) >> 4;
            int adcT = (d[3] & 0xff) << 12 | (d[4] & 0xff) << 4 | (d[5] & 0xff) >> 4;
            int adcH = (d[6] & 0xff) << 8 | d[7] & 0xff;
            int a = ((adcT >> 3) - (t[1] << 1)) * t[2] >> 11;
            int b = (((adcT >> 4) - t[1]) * ((adcT >> 4) - t[1]) >> 12) * t[3] >> 14;
            int fine = a + b;
            return new Weather((fine * 5 + 128 >> 8) / 100.0, humidity(adcH, fine) / 1024.0, pressure(adcP, fine) / 25600.0);
        }

        private long pressure(int adc, int fine) {
            long x = fine - 128000L;
            long offset = x * x * p[6] + (x * p[5] << 17) + (p[4] << 35);
            long scale = (x * x * p[3] >> 8) + (x * p[2] << 12);
            scale = ((1L << 47) + scale) * p[1] >> 33;
            long value = ((1048576L - adc << 31) - offset) * 3125 / scale;
            long square = p[9] * (value >> 13) * (value >> 13) >> 25;
            return (value + square + (p[8] * value >> 19) >> 8) + (p[7] << 4);
        }

        private int humidity(int adc, int fine) {
            int x = fine - 76800;
            int left = (adc << 14) - (h[4] << 20) - h[5] * x + 16384 >> 15;
            int right = ((x * h[6] >> 10) * ((x * h[3] >> 11) + 32768) >> 10) + 2097152;
            int v = left * (right * h[2] + 8192 >> 14);
            v -= ((v >> 15) * (v >> 15) >> 7) * h[1] >> 4;
            return Math.clamp(v, 0, 419430400) >> 12;
        }
    }

    @Test
    void identifiesItselfAndSleepsAfterPowerUp() {
        Bme280 sensor = sensor(new Weather(20, 50, 1000));
        assertEquals(0x60, register(sensor, 0xd0));
        assertEquals(0, register(sensor, 0xf4));
        millis(1000);
        assertEquals(0x80, register(sensor, 0xf7), "nothing measured: the reset value");
        assertEquals(0x00, register(sensor, 0xf3));
    }

    @Test
    void trimmingOfTemperatureAndPressureIsTheDataSheetsExample() {
        Compensation trimming = new Compensation(sensor(new Weather(20, 50, 1000)));
        // BST-BMP280-DS001 §3.12: 519888 and 415148 are 25.08 °C and 1006.53 hPa.
        byte[] data = {(byte) (415148 >> 12), (byte) (415148 >> 4), (byte) (415148 << 4),
            (byte) (519888 >> 12), (byte) (519888 >> 4), (byte) (519888 << 4), (byte) 0x80, 0};
        Weather weather = trimming.weather(data);
        assertEquals(25.08, weather.temperature(), 0.001);
        assertEquals(1006.5327, weather.pressure(), 0.01);
    }

    @Test
    void forcedConversionsGiveTheScriptBackInOrderAndOverAgain() {
        List<Weather> script = new ArrayList<>();
        for (double t = -39.5; t <= 85; t += 12.3) {
            script.add(new Weather(t, Math.clamp(50 + t / 2, 5, 95), 700 + 4 * t));
        }
        script.add(new Weather(21.4, 45.2, 1013.25));
        Bme280 sensor = sensor(script.toArray(Weather[]::new));
        set(sensor, 0xf2, 1);
        for (int round = 0; round < 2; round++) {
            for (Weather weather : script) {
                set(sensor, 0xf4, 0x25);
                millis(10);
                assertClose(weather, measured(sensor));
            }
        }
    }

    @Test
    void conversionTakesItsTimeAndKeepsTheOldResultMeanwhile() {
        Bme280 sensor = sensor(new Weather(10, 40, 900), new Weather(30, 60, 1000));
        set(sensor, 0xf2, 1);
        set(sensor, 0xf4, 0x25);
        assertEquals(0x08, register(sensor, 0xf3));
        assertEquals(0x25, register(sensor, 0xf4));
        millis(7.9);
        assertEquals(0x08, register(sensor, 0xf3));
        assertEquals(0x80, register(sensor, 0xf7));
        millis(0.1);
        assertEquals(0x00, register(sensor, 0xf3));
        assertEquals(0x24, register(sensor, 0xf4), "asleep again");
        assertClose(new Weather(10, 40, 900), measured(sensor));
        set(sensor, 0xf4, 0x25);
        assertClose(new Weather(10, 40, 900), measured(sensor));
        millis(8);
        assertClose(new Weather(30, 60, 1000), measured(sensor));
        millis(1000);
        assertClose(new Weather(30, 60, 1000), measured(sensor));
    }

    @Test
    void normalModeMeasuresOnceAPeriodAndSkipsNothingUnread() {
        Bme280 sensor = sensor(new Weather(10, 40, 900), new Weather(20, 50, 950), new Weather(30, 60, 1000));
        set(sensor, 0xf5, 0b100_000_00);
        set(sensor, 0xf2, 1);
        set(sensor, 0xf4, 0x27);
        millis(8);
        assertClose(new Weather(10, 40, 900), measured(sensor));
        millis(400);
        assertClose(new Weather(10, 40, 900), measured(sensor));
        millis(5000);
        assertClose(new Weather(20, 50, 950), measured(sensor));
        millis(508);
        assertClose(new Weather(30, 60, 1000), measured(sensor));
    }

    @Test
    void humiditySettingActsOnlyWithTheMeasurementRegister() {
        Bme280 sensor = sensor(new Weather(20, 50, 1000));
        set(sensor, 0xf4, 0x25);
        set(sensor, 0xf2, 1);
        millis(10);
        assertEquals(0x80, register(sensor, 0xfd), "humidity was skipped");
        set(sensor, 0xf4, 0x25);
        millis(10);
        assertClose(new Weather(20, 50, 1000), measured(sensor));
    }

    @Test
    void filterSmoothsTemperatureAndPressure() {
        Bme280 sensor = sensor(new Weather(20, 50, 1000), new Weather(30, 50, 1000));
        set(sensor, 0xf5, 0b000_010_00);
        set(sensor, 0xf2, 1);
        set(sensor, 0xf4, 0x25);
        millis(10);
        assertEquals(20, measured(sensor).temperature(), TOLERANCE);
        set(sensor, 0xf4, 0x25);
        millis(10);
        assertEquals(22.5, measured(sensor).temperature(), 0.1, "a quarter of the step");
    }

    @Test
    void resetWordPutsItToSleep() {
        Bme280 sensor = sensor(new Weather(20, 50, 1000));
        set(sensor, 0xf4, 0x27);
        set(sensor, 0xe0, 0x01);
        assertEquals(0x27, register(sensor, 0xf4));
        set(sensor, 0xe0, 0xb6);
        assertEquals(0, register(sensor, 0xf4));
    }

    @Test
    void oneWriteSetsSeveralRegistersByPairs() {
        Bme280 sensor = sensor(new Weather(20, 50, 1000));
        sensor.write(new byte[] {(byte) 0xf2, 5, (byte) 0xf5, 0x10, (byte) 0xd0, 1});
        assertEquals(5, register(sensor, 0xf2));
        assertEquals(0x10, register(sensor, 0xf5));
        assertEquals(0x60, register(sensor, 0xd0), "the identifier is read-only");
    }

    @Test
    void scriptsAreReplacedAndChecked() {
        Bme280 sensor = sensor(new Weather(20, 50, 1000));
        set(sensor, 0xf2, 1);
        sensor.script(List.of(new Weather(-10.5, 88.25, 980.5)));
        set(sensor, 0xf4, 0x25);
        millis(10);
        assertClose(new Weather(-10.5, 88.25, 980.5), measured(sensor));
        assertThrows(IllegalArgumentException.class, () -> sensor.script(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Weather(86, 50, 1000));
        assertThrows(IllegalArgumentException.class, () -> new Weather(20, Double.NaN, 1000));
    }

    @Test
    void aLineWithoutAnswerFailsTheStartOfItsMeasurement() {
        I2cBus bus = new I2cBus(1, 2, 3);
        bus.attach(0x76, sensor(new Measurement.NoAnswer(), new Weather(20, 50, 1000)));
        byte[] start = {(byte) 0xf4, 0x25};
        I2CException silence = assertThrows(I2CException.class, () -> bus.write(0x76, start));
        assertEquals("EREMOTEIO: Remote I/O error, nothing answers at 0x76 on i2c-1", silence.getMessage());
        bus.write(0x76, start);
        bus.write(0x76, new byte[] {(byte) 0xd0});
        assertEquals(0x60, bus.read(0x76, 1)[0]);
        assertThrows(IllegalArgumentException.class, () -> sensor(new Measurement.NoAnswer()));
    }
}
