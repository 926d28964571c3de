package org.ledgejs.hardware.sim.i2c;

import java.util.function.IntToDoubleFunction;

/**
 * The trimming of the simulated BME280 and its mathematics backwards: which raw values the converter must give for
 * the compensation (BST-BME280-DS002 §4.2 and appendix 8.1, in floating point) to arrive at a given weather.
 * Temperature and pressure are trimmed as in the worked example of the BMP280's data sheet (BST-BMP280-DS001 §3.12),
 * humidity with values usual for the part.
 */
final class Bme280Calibration {

    /** Where the first block of trimming registers begins. */
    static final int FIRST_BLOCK = 0x88;
    /** Where the second block begins. */
    static final int SECOND_BLOCK = 0xe1;

    private static final int T1 = 27504;
    private static final int T2 = 26435;
    private static final int T3 = -1000;
    private static final int P1 = 36477;
    private static final int P2 = -10685;
    private static final int P3 = 3024;
    private static final int P4 = 2855;
    private static final int P5 = 140;
    private static final int P6 = -7;
    private static final int P7 = 15500;
    private static final int P8 = -14600;
    private static final int P9 = 6000;
    private static final int H1 = 75;
    private static final int H2 = 370;
    private static final int H3 = 0;
    private static final int H4 = 313;
    private static final int H5 = 50;
    private static final int H6 = 30;

    private Bme280Calibration() {
    }

    /** Writes the trimming registers into a register file of 256 bytes. */
    static void store(byte[] registers) {
        int at = FIRST_BLOCK;
        for (int word : new int[] {T1, T2, T3, P1, P2, P3, P4, P5, P6, P7, P8, P9}) {
            registers[at++] = (byte) word;
            registers[at++] = (byte) (word >> 8);
        }
        registers[0xa1] = H1;
        registers[SECOND_BLOCK] = (byte) H2;
        registers[SECOND_BLOCK + 1] = (byte) (H2 >> 8);
        registers[SECOND_BLOCK + 2] = H3;
        registers[SECOND_BLOCK + 3] = (byte) (H4 >> 4);
        registers[SECOND_BLOCK + 4] = (byte) (H4 & 0xf | H5 << 4);
        registers[SECOND_BLOCK + 5] = (byte) (H5 >> 4);
        registers[SECOND_BLOCK + 6] = H6;
    }

    /** The 20-bit temperature reading for a temperature in °C. */
    static int rawTemperature(double celsius) {
        return inverse(raw -> fine(raw) / 5120, celsius, 20);
    }

    /** The 20-bit pressure reading for a pressure in hPa, given the temperature reading that goes with it. */
    static int rawPressure(double hectopascal, int rawTemperature) {
        double fine = fine(rawTemperature);
        return inverse(raw -> -pascal(raw, fine), -hectopascal * 100, 20);
    }

    /** The 16-bit humidity reading for a relative humidity in %, given the temperature reading that goes with it. */
    static int rawHumidity(double percent, int rawTemperature) {
        double fine = fine(rawTemperature);
        return inverse(raw -> percent(raw, fine), percent, 16);
    }

    private static double fine(int raw) {
        double coarse = (raw / 16384.0 - T1 / 1024.0) * T2;
        double square = raw / 131072.0 - T1 / 8192.0;
        return coarse + square * square * T3;
    }

    private static double pascal(int raw, double fine) {
        double x = fine / 2 - 64000;
        double offset = (x * x * P6 / 32768 + x * P5 * 2) / 4 + P4 * 65536.0;
        double scale = (1 + (P3 * x * x / 524288 + P2 * x) / 524288 / 32768) * P1;
        double p = (1048576.0 - raw - offset / 4096) * 6250 / scale;
        return p + (P9 * p * p / 2147483648.0 + p * P8 / 32768 + P7) / 16;
    }

    private static double percent(int raw, double fine) {
        double x = fine - 76800;
        double slope = H2 / 65536.0 * (1 + H6 / 67108864.0 * x * (1 + H3 / 67108864.0 * x));
        double h = (raw - (H4 * 64.0 + H5 / 16384.0 * x)) * slope;
        return h * (1 - H1 * h / 524288);
    }

    /** The raw value of so many bits whose image under an ascending function is nearest to the target. */
    private static int inverse(IntToDoubleFunction ascending, double target, int bits) {
        int low = 0;
        int high = (1 << bits) - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending.applyAsDouble(middle) < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean below = low > 0
                && target - ascending.applyAsDouble(low - 1) < ascending.applyAsDouble(low) - target;
        return below ? low - 1 : low;
    }
}
