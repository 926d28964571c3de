package org.ledgejs.hardware.embedded;

import java.util.OptionalInt;
import org.ledgejs.hardware.Board;

/**
 * The validated options of {@code I2C} (ECMA-419 §10, annex A.6.5).
 *
 * @param hz the speed asked for; Linux fixes a bus's speed when it boots, so it is validated and not applied
 * @param address of 7 bits
 * @param port the bus, or {@code null} to find it by its pins
 * @param target the program's value for the property of this name, or {@code null}
 */
public record I2COptions(Specifier data, Specifier clock, int hz, int address, Specifier port, Object target) {

    private static final int LAST_ADDRESS = 0x7f;

    /**
     * Reads and validates, touching no hardware.
     *
     * @throws EmbeddedException for the first option that is missing or out of range
     */
    public static I2COptions read(OptionReader reader) {
        Options options = new Options(reader, "I2C");
        Specifier data = options.required("data");
        Specifier clock = options.required("clock");
        int hz = options.requiredInteger("hz", 1, Integer.MAX_VALUE);
        int address = options.requiredInteger("address", 0, LAST_ADDRESS);
        Specifier port = options.optional("port");
        options.format("buffer");
        return new I2COptions(data, clock, hz, address, port, options.target());
    }

    /** The number of the bus on a board. */
    int bus(Board board) {
        if (port != null) {
            return port.port();
        }
        OptionalInt bus = board.i2cBus(data.pin(board).getDeviceNumber(), clock.pin(board).getDeviceNumber());
        return bus.orElseThrow(() -> EmbeddedException.rangeError(
                "I2C: '%s' has no bus with data on %s and clock on %s; the option 'port' can name one".formatted(
                        board.name(), data, clock)));
    }
}
