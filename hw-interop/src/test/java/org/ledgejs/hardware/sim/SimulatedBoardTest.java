package org.ledgejs.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ledgejs.hardware.BoardException;
import org.ledgejs.hardware.EdgeListener;

@Timeout(20)
class SimulatedBoardTest {

    private final List<SimulatedBoard> boards = new ArrayList<>();

    private SimulatedBoard board(String... lines) {
        SimulatedBoard board = new SimulatedBoard(new BoardDescriptionReader("test").read(String.join("\n", lines)), null);
        boards.add(board);
        return board;
    }

    @AfterEach
    void close() {
        boards.forEach(SimulatedBoard::close);
    }

    @Test
    void wiresCarryLevelsThroughSeveralPins() {
        SimulatedBoard board = board("wire 1 2", "wire 3 4", "wire 2 3");
        board.pin(1).becomeOutput(true);
        assertTrue(board.pin(4).level());
        board.pin(1).becomeOutput(false);
        assertFalse(board.pin(4).level());
        assertFalse(board.pin(5).level());
    }

    @Test
    void resistorOutranksProcessorsPullAndDriversOutrankBoth() {
        SimulatedBoard board = board("pull 5 down", "led 7");
        board.pin(5).becomeInput(Pull.UP);
        assertFalse(board.pin(5).level());
        board.pin(5).drive(true);
        assertTrue(board.pin(5).level());
        board.pin(5).release();
        assertFalse(board.pin(5).level());
        board.pin(7).becomeInput(Pull.UP);
        assertTrue(board.pin(7).level(), "the pull outranks what an LED leaks");
    }

    @Test
    void unpulledPinKeepsItsLevel() {
        SimulatedBoard board = board();
        board.pin(9).becomeInput(Pull.NONE);
        board.pin(9).drive(true);
        board.pin(9).release();
        assertTrue(board.pin(9).level());
    }

    @Test
    void lowWinsAShortCircuit() {
        SimulatedBoard board = board("wire 1 2");
        board.pin(1).becomeOutput(true);
        board.pin(2).becomeOutput(false);
        assertFalse(board.pin(1).level());
    }

    @Test
    void ledIsOffOnceItsPinIsFree() {
        SimulatedBoard board = board("led 17");
        board.pin(17).becomeOutput(true);
        board.pin(17).free();
        assertFalse(board.pin(17).level());
    }

    @Test
    void edgesArriveInOrderOnTheBoardsThread() throws InterruptedException {
        SimulatedBoard board = board("wire 1 2");
        List<Boolean> seen = new ArrayList<>();
        AtomicReference<Thread> thread = new AtomicReference<>();
        board.pin(2).listen((high, nanoTime) -> {
            seen.add(high);
            thread.set(Thread.currentThread());
        });
        for (int i = 0; i < 100; i++) {
            board.pin(1).becomeOutput(i % 2 == 0);
            board.pin(1).becomeOutput(i % 2 == 0);
        }
        board.settle();
        assertEquals(100, seen.size());
        assertTrue(seen.getFirst());
        assertFalse(seen.getLast());
        assertTrue(thread.get().isDaemon());
        assertTrue(thread.get().getName().startsWith("ledge-board-"));
    }

    @Test
    void noEdgeAfterForgetting() throws InterruptedException {
        SimulatedBoard board = board();
        List<Boolean> seen = new ArrayList<>();
        EdgeListener listener = (high, nanoTime) -> seen.add(high);
        CountDownLatch held = new CountDownLatch(1);
        board.thread.run(() -> await(held));
        board.pin(1).listen(listener);
        board.pin(1).drive(true);
        board.pin(1).forget(listener);
        held.countDown();
        board.settle();
        assertEquals(List.of(), seen);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void failingListenerIsReportedAndOthersStillHear() throws InterruptedException {
        SimulatedBoard board = board();
        List<Boolean> seen = new ArrayList<>();
        AtomicReference<Throwable> reported = new AtomicReference<>();
        board.thread.run(() -> Thread.currentThread().setUncaughtExceptionHandler((t, e) -> reported.set(e)));
        board.pin(1).listen((high, nanoTime) -> {
            throw new IllegalStateException("broken");
        });
        board.pin(1).listen((high, nanoTime) -> seen.add(high));
        board.pin(1).drive(true);
        board.pin(1).drive(false);
        board.settle();
        assertEquals(List.of(true, false), seen);
        assertEquals("broken", reported.get().getMessage());
    }

    @Test
    void buttonWorksAgainstThePullOfItsPin() {
        SimulatedBoard board = board("button 27", "button 28");
        board.pin(27).becomeInput(Pull.UP);
        board.pin(28).becomeInput(Pull.NONE);
        assertTrue(board.pin(27).level());
        assertFalse(board.pin(28).level());
        board.pin(27).press();
        board.pin(28).press();
        assertFalse(board.pin(27).level());
        assertTrue(board.pin(28).level());
        board.pin(27).release();
        board.pin(28).release();
        assertTrue(board.pin(27).level());
        assertFalse(board.pin(28).level());
    }

    @Test
    void scriptedButtonIsPressedAndReleasedOnceItsPinIsUsed() throws InterruptedException {
        SimulatedBoard board = board("button 27 every 3 hold 1");
        CountDownLatch edges = new CountDownLatch(6);
        List<Boolean> seen = new ArrayList<>();
        board.pin(27).listen((high, nanoTime) -> {
            seen.add(high);
            edges.countDown();
        });
        board.pin(27).becomeInput(Pull.DOWN);
        assertTrue(edges.await(10, TimeUnit.SECONDS));
        board.close();
        assertEquals(List.of(true, false, true, false, true, false), seen.subList(0, 6));
    }

    @Test
    void analogInputsAreSetOrFollowPwm() {
        SimulatedBoard board = board("analog 0 0.25", "analog 1 from 18");
        assertEquals(0.25f, board.analog(0).value());
        board.analog(0).set(0.75f);
        assertEquals(0.75f, board.analog(0).value());
        board.pin(18).becomePwm(0.4f, 1000);
        assertEquals(0.4f, board.analog(1).value());
        assertThrows(IllegalArgumentException.class, () -> board.analog(1).set(0.1f));
        assertThrows(IllegalArgumentException.class, () -> board.analog(0).set(Float.NaN));
    }

    @Test
    void serialLinesCarryBytesBothWaysOrBack() throws InterruptedException {
        SimulatedBoard board = board("serial a b", "serial c loopback");
        CountDownLatch readable = new CountDownLatch(1);
        board.serial("b").onReadable(readable::countDown);
        board.serial("a").write("hello".getBytes(StandardCharsets.US_ASCII));
        assertTrue(readable.await(10, TimeUnit.SECONDS));
        assertEquals(5, board.serial("b").available());
        assertEquals("hello", new String(board.serial("b").read(), StandardCharsets.US_ASCII));
        assertEquals(0, board.serial("b").read().length);
        board.serial("b").write(new byte[] {1});
        assertArrayEquals(new byte[] {1}, board.serial("a").read());
        board.serial("c").write(new byte[] {2});
        assertArrayEquals(new byte[] {2}, board.serial("c").read());
    }

    @Test
    void whatIsNotThereIsNamedWithWhatIs() {
        SimulatedBoard board = board("board tiny", "pins 2..5", "i2c 1 data 2 clock 3", "analog 7 0");
        assertEquals("no GPIO 6 on 'tiny', its pins are 2 to 5",
                assertThrows(BoardException.class, () -> board.pin(6)).getMessage());
        assertEquals("no I2C bus 0 on 'tiny', its buses are [1]",
                assertThrows(BoardException.class, () -> board.bus(0)).getMessage());
        assertEquals("no analog input 0 on 'tiny', its analog inputs are [7]",
                assertThrows(BoardException.class, () -> board.analog(0)).getMessage());
        assertThrows(BoardException.class, () -> board.serial("x"));
        assertThrows(BoardException.class, () -> board("i2c 1 data 2 clock 3", "registers 1 0x50 4", "registers 1 0x50 4"));
        assertThrows(BoardException.class, () -> board("registers 1 0x50 4"));
    }

    @Test
    void closedBoardHasNoThreadAndNoDevices() throws InterruptedException {
        SimulatedBoard board = board();
        AtomicReference<Thread> thread = new AtomicReference<>();
        board.thread.run(() -> thread.set(Thread.currentThread()));
        board.settle();
        board.close();
        board.close();
        thread.get().join(10_000);
        assertFalse(thread.get().isAlive());
        assertThrows(IllegalStateException.class, board::devices);
        board.pin(1).drive(true);
        board.settle();
    }
}
