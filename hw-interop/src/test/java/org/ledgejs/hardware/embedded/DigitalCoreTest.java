package org.ledgejs.hardware.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ledgejs.hardware.Boards;
import org.ledgejs.hardware.EdgeListener;
import org.ledgejs.hardware.Errno;
import org.ledgejs.hardware.embedded.DigitalOptions.Mode;
import org.ledgejs.hardware.embedded.EmbeddedException.Kind;
import org.ledgejs.hardware.sim.SimulatedBoard;
import org.ledgejs.hardware.sim.SimulatedPin;

class DigitalCoreTest {

    private static final EdgeListener NOBODY = (high, nanoTime) -> { };
    private static final Runnable FUNCTION = () -> { };

    private final SimulatedBoard board = Boards.simulated();

    @AfterEach
    void close() {
        board.close();
    }

    private static MapOptions options(Object... pairs) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return new MapOptions(values);
    }

    private DigitalCore open(EdgeListener edges, Object... pairs) {
        return DigitalCore.open(board, DigitalOptions.read(options(pairs)), edges);
    }

    private static EmbeddedException rejected(Object... pairs) {
        return assertThrows(EmbeddedException.class, () -> DigitalOptions.read(options(pairs)));
    }

    @Test
    void everyOptionIsReadOnceInTheTablesOrder() {
        MapOptions options = options("pin", 17, "mode", 8, "target", "mine");
        DigitalOptions read = DigitalOptions.read(options);
        assertEquals(List.of("pin", "mode", "edge", "activeLow", "initialValue", "onReadable", "format", "target"),
                options.reads);
        assertEquals("mine", read.target());
        assertEquals(Mode.OUTPUT, read.mode());
        assertEquals(0, read.initialValue());
    }

    @Test
    void optionsOutOfRangeAreRejectedByKind() {
        assertEquals(Kind.TYPE_ERROR, rejected("mode", 0).kind());
        assertEquals(Kind.TYPE_ERROR, rejected("pin", 1).kind());
        assertEquals(Kind.RANGE_ERROR, rejected("pin", -1, "mode", 0).kind());
        assertEquals(Kind.RANGE_ERROR, rejected("pin", 1.5, "mode", 0).kind());
        assertEquals(Kind.RANGE_ERROR, rejected("pin", 1, "mode", 4).kind());
        assertEquals(Kind.RANGE_ERROR, rejected("pin", 1, "mode", Double.NaN).kind());
        assertEquals(Kind.RANGE_ERROR, rejected("pin", 1, "mode", 8, "initialValue", 2).kind());
        assertEquals(Kind.TYPE_ERROR, rejected("pin", 1, "mode", 0, "onReadable", 5, "edge", 1).kind());
        assertEquals(Kind.TYPE_ERROR, rejected("pin", 1, "mode", 0, "onReadable", FUNCTION).kind());
        assertEquals(Kind.RANGE_ERROR, rejected("pin", 1, "mode", 0, "onReadable", FUNCTION, "edge", 0).kind());
        assertEquals(Kind.RANGE_ERROR, rejected("pin", 1, "mode", 0, "format", "buffer").kind());
        assertEquals("Digital: the option 'initialValue' is a whole number from 0 to 1, not 2",
                rejected("pin", 1, "mode", 8, "initialValue", 2).getMessage());
    }

    @Test
    void edgeIsIgnoredWithoutCallback() {
        assertEquals(0, DigitalOptions.read(options("pin", 1, "mode", 0, "edge", 77)).edges());
        assertEquals(0, DigitalOptions.read(options("pin", 1, "mode", 0, "onReadable", MapOptions.NULL)).edges());
    }

    @Test
    void outputWritesAndIsOffWhenClosed() {
        DigitalCore led = open(NOBODY, "pin", 17, "mode", Mode.OUTPUT.value(), "initialValue", 1);
        assertTrue(board.pin(17).level());
        led.write(0);
        assertFalse(board.pin(17).level());
        led.write(1);
        assertEquals(Kind.RANGE_ERROR, assertThrows(EmbeddedException.class, () -> led.write(2)).kind());
        assertEquals(Kind.ERROR, assertThrows(EmbeddedException.class, led::read).kind());
        led.close();
        led.close();
        assertFalse(board.pin(17).level());
        assertEquals(SimulatedPin.Function.UNUSED, board.pin(17).function());
        assertEquals(Kind.ERROR, assertThrows(EmbeddedException.class, () -> led.write(1)).kind());
    }

    @Test
    void activeLowInvertsBothDirections() {
        try (DigitalCore out = open(NOBODY, "pin", "GPIO20", "mode", Mode.OUTPUT.value(), "activeLow", true);
                DigitalCore in = open(NOBODY, "pin", 21, "mode", Mode.INPUT_PULL_UP.value(), "activeLow", true)) {
            assertTrue(board.pin(20).level());
            out.write(1);
            assertFalse(board.pin(20).level());
            assertEquals(0, in.read());
            board.pin(21).drive(false);
            assertEquals(1, in.read());
            assertThrows(EmbeddedException.class, () -> in.write(1));
        }
    }

    @Test
    void pullsDecideUndrivenInputs() {
        try (DigitalCore up = open(NOBODY, "pin", 20, "mode", Mode.INPUT_PULL_UP.value());
                DigitalCore down = open(NOBODY, "pin", 21, "mode", Mode.INPUT_PULL_DOWN.value())) {
            assertEquals(1, up.read());
            assertEquals(0, down.read());
        }
        assertEquals(Kind.ERROR, assertThrows(EmbeddedException.class,
                () -> open(NOBODY, "pin", 20, "mode", Mode.INPUT_PULL_UP_DOWN.value())).kind());
    }

    @Test
    void openDrainsShareAWire() {
        board.wire(20, 21);
        board.wire(21, 22);
        try (DigitalCore one = open(NOBODY, "pin", 20, "mode", Mode.OUTPUT_OPEN_DRAIN.value(), "initialValue", 1);
                DigitalCore two = open(NOBODY, "pin", 21, "mode", Mode.OUTPUT_OPEN_DRAIN.value(), "initialValue", 1);
                DigitalCore sense = open(NOBODY, "pin", 22, "mode", Mode.INPUT_PULL_UP.value())) {
            assertEquals(1, sense.read());
            one.write(0);
            assertEquals(0, sense.read());
            two.write(0);
            one.write(1);
            assertEquals(0, sense.read());
            two.write(1);
            assertEquals(1, sense.read());
        }
    }

    @Test
    void edgesArriveAsAskedAndNotAfterClose() throws InterruptedException {
        List<Boolean> both = new ArrayList<>();
        List<Boolean> rising = new ArrayList<>();
        DigitalCore one = open((v, t) -> both.add(v), "pin", 20, "mode", 2, "onReadable", FUNCTION, "edge", 3);
        DigitalCore two = open((v, t) -> rising.add(v), "pin", 21, "mode", 1, "onReadable", FUNCTION,
                "edge", DigitalOptions.RISING, "activeLow", true);
        for (int i = 0; i < 2; i++) {
            board.pin(20).drive(true);
            board.pin(20).drive(false);
            board.pin(21).drive(false);
            board.pin(21).drive(true);
        }
        board.settle();
        assertEquals(List.of(true, false, true, false), both);
        assertEquals(List.of(true, true), rising);
        one.close();
        two.close();
        board.pin(20).drive(true);
        board.settle();
        assertEquals(4, both.size());
    }

    @Test
    void unavailablePinsAreErrors() {
        EmbeddedException absent = assertThrows(EmbeddedException.class, () -> open(NOBODY, "pin", 54, "mode", 0));
        assertEquals("no GPIO 54 on 'Ledge simulated board', its pins are 0 to 53", absent.getMessage());
        assertEquals(Kind.RANGE_ERROR, absent.kind());
        assertEquals(Kind.RANGE_ERROR,
                assertThrows(EmbeddedException.class, () -> open(NOBODY, "pin", "D1", "mode", 0)).kind());
        try (DigitalCore first = open(NOBODY, "pin", 17, "mode", 8)) {
            EmbeddedException busy = assertThrows(EmbeddedException.class, () -> open(NOBODY, "pin", 17, "mode", 0));
            assertEquals(Kind.ERROR, busy.kind());
            assertEquals(Errno.EBUSY, busy.errno().orElseThrow());
            assertTrue(first.isOpen());
        }
    }

    @Test
    void closingAfterTheBoardIsHarmless() {
        DigitalCore led = open(NOBODY, "pin", 17, "mode", 8);
        board.close();
        led.close();
        assertFalse(led.isOpen());
    }
}
