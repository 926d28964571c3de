package org.ledgejs.hardware.embedded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ledgejs.hardware.Boards;
import org.ledgejs.hardware.Errno;
import org.ledgejs.hardware.embedded.EmbeddedException.Kind;
import org.ledgejs.hardware.sim.SimulatedBoard;
import org.ledgejs.hardware.sim.i2c.RegisterFile;

class I2CCoreTest {

    private static final Map<String, Object> COMPLETE = Map.of("data", 2, "clock", 3, "hz", 100_000, "address", 0x50);

    private final SimulatedBoard board = Boards.simulated();
    private final RegisterFile device = new RegisterFile(new byte[] {10, 11, 12, 13});

    I2CCoreTest() {
        board.bus(1).attach(0x50, device);
    }

    @AfterEach
    void close() {
        board.close();
    }

    private static MapOptions with(String name, Object value) {
        Map<String, Object> values = new HashMap<>(COMPLETE);
        values.put(name, value);
        return new MapOptions(values);
    }

    private I2CCore open(MapOptions options) {
        return I2CCore.open(board, I2COptions.read(options));
    }

    @Test
    void everyOptionIsReadOnceInTheTablesOrder() {
        MapOptions options = new MapOptions(COMPLETE);
        I2COptions.read(options);
        assertEquals(List.of("data", "clock", "hz", "address", "port", "format", "target"), options.reads);
    }

    @Test
    void optionsOutOfRangeAreRejected() {
        for (String required : COMPLETE.keySet()) {
            EmbeddedException error = assertThrows(EmbeddedException.class, () -> I2COptions.read(with(required, null)));
            assertEquals(Kind.TYPE_ERROR, error.kind(), required);
        }
        for (MapOptions wrong : List.of(with("address", 128), with("hz", 0), with("data", -2), with("format", "number"))) {
            assertEquals(Kind.RANGE_ERROR, assertThrows(EmbeddedException.class, () -> I2COptions.read(wrong)).kind());
        }
    }

    @Test
    void readsAndWritesTransferBytes() {
        try (I2CCore i2c = open(new MapOptions(COMPLETE))) {
            i2c.write(new byte[] {1}, true);
            assertArrayEquals(new byte[] {11, 12}, i2c.read(2));
            i2c.write(new byte[] {2, 99}, true);
            assertEquals(99, device.get(2));
            assertArrayEquals(new byte[] {10, 11, 99, 13}, i2c.writeRead(new byte[] {0}, 4));
            assertArrayEquals(new byte[0], i2c.read(0));
            i2c.write(new byte[0], true);
        }
    }

    @Test
    void writeWithoutStopLeadsTheNextTransaction() {
        try (I2CCore i2c = open(new MapOptions(COMPLETE))) {
            device.set(3, 33);
            i2c.write(new byte[] {3}, false);
            assertArrayEquals(new byte[] {33}, i2c.read(1));
            i2c.write(new byte[] {0, 7}, false);
            assertEquals(10, device.get(0), "not sent yet");
            i2c.write(new byte[] {1, 8}, true);
            assertEquals(7, device.get(0));
            assertEquals(8, device.get(1));
            i2c.write(new byte[] {0, 9}, false);
        }
        assertEquals(7, device.get(0), "dropped by close");
    }

    @Test
    void portNamesABusInsteadOfPins() {
        open(with("port", "i2c-1")).close();
        open(with("port", 1)).close();
        open(with("port", "/dev/i2c-1")).close();
        assertEquals(Kind.RANGE_ERROR, assertThrows(EmbeddedException.class, () -> open(with("port", "first"))).kind());
        assertEquals(Errno.ENOENT,
                assertThrows(EmbeddedException.class, () -> open(with("port", 4))).errno().orElseThrow());
        assertEquals(Kind.RANGE_ERROR, assertThrows(EmbeddedException.class, () -> open(with("clock", 4))).kind());
    }

    @Test
    void absentDeviceShowsWithTheFirstTransfer() {
        try (I2CCore i2c = open(with("address", 0x33))) {
            EmbeddedException error = assertThrows(EmbeddedException.class, () -> i2c.read(1));
            assertEquals(Errno.EREMOTEIO, error.errno().orElseThrow());
            assertEquals(Kind.ERROR, error.kind());
            assertThrows(EmbeddedException.class, () -> i2c.write(new byte[0], true));
        }
    }

    @Test
    void addressIsExclusiveUntilClosedAndClosedForGood() {
        I2CCore first = open(new MapOptions(COMPLETE));
        assertEquals(Errno.EBUSY,
                assertThrows(EmbeddedException.class, () -> open(new MapOptions(COMPLETE))).errno().orElseThrow());
        first.close();
        first.close();
        assertThrows(EmbeddedException.class, () -> first.read(1));
        assertThrows(EmbeddedException.class, () -> first.write(new byte[] {1}, false));
        open(new MapOptions(COMPLETE)).close();
    }

    @Test
    void countsOutOfRangeAreRejected() {
        try (I2CCore i2c = open(new MapOptions(COMPLETE))) {
            for (double count : new double[] {-1, 1.5, Double.NaN, 8193}) {
                assertEquals(Kind.RANGE_ERROR, assertThrows(EmbeddedException.class, () -> i2c.read(count)).kind());
            }
            assertThrows(EmbeddedException.class, () -> i2c.write(new byte[8193], true));
        }
    }
}
