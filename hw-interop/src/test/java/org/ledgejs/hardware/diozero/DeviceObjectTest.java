package org.ledgejs.hardware.diozero;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ledgejs.hardware.Boards;
import org.ledgejs.hardware.Errno;
import org.ledgejs.hardware.HardwareContext;
import org.ledgejs.hardware.embedded.EmbeddedException;
import org.ledgejs.hardware.embedded.EmbeddedException.Kind;
import org.ledgejs.hardware.sim.SimulatedBoard;
import org.ledgejs.hardware.sim.i2c.RegisterFile;

/** Uses devices through interop messages, as a program of any language does. */
@Timeout(20)
class DeviceObjectTest {

    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();

    private final QueueAgent agent = new QueueAgent();
    private final SimulatedBoard board = Boards.simulated();
    private final HardwareContext hardware = new HardwareContext(agent, () -> board);
    private final DeviceCatalog catalog = new DeviceCatalog(hardware);

    @AfterEach
    void close() {
        hardware.close();
        assertEquals(0, agent.retained, "the event loop could not end");
    }

    private Object create(String name, Object... arguments) throws Exception {
        return INTEROP.instantiate(catalog.export(name), arguments);
    }

    private static Object call(Object receiver, String name, Object... arguments) throws Exception {
        return INTEROP.invokeMember(receiver, name, arguments);
    }

    private static Object get(Object receiver, String name) throws Exception {
        return INTEROP.readMember(receiver, name);
    }

    @Test
    void everyNamedExportExistsAndIsAlwaysTheSame() {
        for (String name : DeviceCatalog.NAMES) {
            assertNotNull(catalog.export(name), name);
            assertSame(catalog.export(name), catalog.export(name));
            assertTrue(INTEROP.isMetaObject(catalog.export(name)), name);
        }
        assertNull(catalog.export("Led"));
    }

    @Test
    void methodsAndPropertiesOfALed() throws Exception {
        Object led = create("LED", 17);
        assertTrue(INTEROP.isMetaInstance(catalog.export("LED"), led));
        assertTrue(INTEROP.isMetaInstance(catalog.export("DigitalOutputDevice"), led));
        assertFalse(INTEROP.isMetaInstance(catalog.export("Button"), led));
        assertTrue(INTEROP.isNull(call(led, "on")));
        assertTrue(board.pin(17).level());
        assertEquals(true, get(led, "lit"));
        assertEquals(17, get(led, "gpio"));
        call(led, "setOn", false);
        assertEquals(false, call(led, "isLit"));
        INTEROP.writeMember(led, "value", true);
        assertTrue(board.pin(17).level());
        INTEROP.execute(get(led, "toggle"));
        assertFalse(board.pin(17).level());
        call(led, "on");
        call(led, "close");
        call(led, "close");
        assertFalse(board.pin(17).level());
    }

    @Test
    void membersAreListedAndUnknownOnesRefused() throws Exception {
        Object led = create("LED", 17);
        Object members = INTEROP.getMembers(led);
        List<Object> names = new ArrayList<>();
        for (long i = 0; i < INTEROP.getArraySize(members); i++) {
            names.add(INTEROP.readArrayElement(members, i));
        }
        assertTrue(names.containsAll(List.of("on", "off", "setOn", "isLit", "lit", "gpio", "blink", "close")), names.toString());
        assertFalse(names.contains("getClass") || names.contains("wait") || names.contains("class"), names.toString());
        assertFalse(INTEROP.isMemberReadable(led, "shine"));
        assertThrows(UnknownIdentifierException.class, () -> call(led, "shine"));
        assertThrows(UnknownIdentifierException.class, () -> INTEROP.writeMember(led, "lit", true));
    }

    @Test
    void argumentsThatDoNotSuitAreTypeErrors() throws Exception {
        Object led = create("LED", 17);
        for (EmbeddedException error : List.of(
                assertThrows(EmbeddedException.class, () -> call(led, "setOn", 1)),
                assertThrows(EmbeddedException.class, () -> call(led, "setOn")),
                assertThrows(EmbeddedException.class, () -> create("LED", "seventeen")),
                assertThrows(EmbeddedException.class, () -> create("LED")),
                assertThrows(EmbeddedException.class, () -> create("Button", 5, "PULL_SIDEWAYS")))) {
            assertEquals(Kind.TYPE_ERROR, error.kind());
        }
        assertEquals("new LED: argument 1 is a whole number",
                assertThrows(EmbeddedException.class, () -> create("LED", 1.5)).getMessage());
    }

    @Test
    void absentAndTakenPinsAreErrors() throws Exception {
        assertEquals(Kind.RANGE_ERROR, assertThrows(EmbeddedException.class, () -> create("LED", 99)).kind());
        create("LED", 17);
        assertEquals(Errno.EBUSY,
                assertThrows(EmbeddedException.class, () -> create("LED", 17)).errno().orElseThrow());
    }

    @Test
    void activeLowLedIsOffAtFirst() throws Exception {
        Object led = create("LED", 20, false);
        assertEquals(false, get(led, "lit"));
        assertTrue(board.pin(20).level());
    }

    @Test
    void buttonCallsListenersOnTheAgentsThreadOnly() throws Exception {
        Object button = create("Button", 26, INTEROP.readMember(catalog.export("GpioPullUpDown"), "PULL_UP"));
        Function pressed = new Function();
        Function released = new Function();
        Function every = new Function();
        call(button, "whenReleased", released);
        call(button, "whenPressed", pressed);
        call(button, "addListener", every);
        call(button, "addListener", every);
        assertEquals(1, agent.retained);
        board.pin(26).press();
        board.pin(26).release();
        board.settle();
        assertEquals(2, agent.pending());
        assertEquals(0, pressed.calls.size(), "not before the agent's turn");
        agent.turn();
        assertEquals(1, pressed.calls.size());
        assertEquals(1, released.calls.size());
        assertEquals(2, every.calls.size());
        assertSame(Thread.currentThread(), every.thread);
        Object event = every.calls.getFirst()[0];
        assertEquals(true, get(event, "active"));
        assertEquals(false, get(event, "value"));
        assertEquals(26, get(event, "gpio"));
        assertEquals(get(event, "nanoTime"), pressed.calls.getFirst()[0]);
        assertEquals("PULL_UP", INTEROP.toDisplayString(get(button, "pullUpDown")));
        assertTrue(INTEROP.isIdentical(get(button, "pullUpDown"),
                INTEROP.readMember(catalog.export("GpioPullUpDown"), "PULL_UP"), INTEROP));
    }

    @Test
    void removedListenersHearNothingAndLetTheLoopEnd() throws Exception {
        Object button = create("Button", 26, "PULL_DOWN");
        Function one = new Function();
        Function two = new Function();
        call(button, "addListener", one);
        call(button, "whenPressed", two);
        board.pin(26).press();
        board.settle();
        call(button, "removeListener", one);
        assertEquals(1, agent.retained);
        call(button, "whenPressed", agent.undefined());
        assertEquals(0, agent.retained);
        agent.turn();
        board.pin(26).release();
        board.settle();
        assertEquals(0, agent.pending());
        call(button, "addListener", one);
        board.pin(26).press();
        board.settle();
        agent.turn();
        assertEquals(1, one.calls.size());
        assertEquals(0, two.calls.size());
        call(button, "close");
        assertEquals(0, agent.retained);
        assertThrows(EmbeddedException.class, () -> call(button, "addListener", 5));
    }

    @Test
    void backgroundBlinkingKeepsTheLoopAliveUntilItEnds() throws Exception {
        Object led = create("LED", 17);
        Function stopped = new Function();
        call(led, "blink", 0.001, 0.001, 3, true, stopped);
        assertEquals(1, agent.retained);
        while (stopped.calls.isEmpty()) {
            agent.turn();
            Thread.onSpinWait();
        }
        assertEquals(0, agent.retained);
        assertEquals(3, get(led, "cycleCount"));
        call(led, "blink");
        assertEquals(1, agent.retained);
        call(led, "stopOnOffLoop");
        assertEquals(0, agent.retained);
        call(led, "blink", stopped);
        call(led, "close");
        assertEquals(0, agent.retained);
        assertFalse(board.pin(17).level());
    }

    @Test
    void i2cDeviceMovesBytes() throws Exception {
        board.bus(1).attach(0x50, new RegisterFile(new byte[] {(byte) 0xf0, 1, 2, 3, 4, 5, 6, 7}));
        Object device = create("I2CDevice", 1, 0x50);
        assertEquals(0x50, get(device, "address"));
        assertEquals(-16, call(device, "readByteData", 0));
        assertEquals(0xf0, call(device, "readUByte", 0));
        call(device, "writeByteData", 1, 0xb6);
        Object block = call(device, "readI2CBlockDataByteArray", 0, 3);
        assertEquals(3, INTEROP.getArraySize(block));
        assertEquals(0xf0, INTEROP.readArrayElement(block, 0));
        assertEquals(0xb6, INTEROP.readArrayElement(block, 1));
        Bytes buffer = new Bytes(9, 9);
        assertEquals(2, call(device, "readI2CBlockData", 1, buffer));
        assertArrayEquals(new Object[] {0xb6, 2}, buffer.elements);
        call(device, "writeBytes", 4, 40, 50);
        call(device, "writeI2CBlockData", 6, new Bytes(60, 70));
        call(device, "writeBytes", 4);
        Object bytes = call(device, "readBytes", 4);
        assertEquals(40, INTEROP.readArrayElement(bytes, 0));
        assertEquals(70, INTEROP.readArrayElement(bytes, 3));
        call(device, "close");
        Object absent = create("I2CDevice", 1, 0x33);
        EmbeddedException error = assertThrows(EmbeddedException.class, () -> call(absent, "readByteData", 0));
        assertEquals(Errno.EREMOTEIO, error.errno().orElseThrow());
        assertEquals("EREMOTEIO: Remote I/O error, nothing answers at 0x33 on i2c-1", error.getMessage());
    }

    @Test
    void floatsComeBackAsWritten() throws Exception {
        Object pwm = create("PwmOutputDevice", 18, 1000, 0.1);
        assertEquals(0.1, get(pwm, "value"));
        assertEquals(1000, get(pwm, "pwmFrequency"));
        INTEROP.writeMember(pwm, "value", 0.25);
        assertEquals(0.25f, board.pin(18).duty());
        assertEquals(0.25, get(create("AnalogInputDevice", 1), "unscaledValue"), "wired to pin 18");
    }

    @Test
    void sensorsAndSpiAreThere() throws Exception {
        Object sensor = create("BMx280");
        assertEquals("BME280", INTEROP.toDisplayString(get(sensor, "model")));
        assertEquals(3, INTEROP.getArraySize(get(sensor, "values")));
        Object spi = create("SpiDevice", 0, 0);
        Object echo = call(spi, "writeAndRead", new Bytes(1, 255));
        assertEquals(255, INTEROP.readArrayElement(echo, 1));
        Object rgb = create("RgbLed", 20, 21, 22);
        call(rgb, "setValues", true, false, true);
        assertTrue(board.pin(20).level() && !board.pin(21).level() && board.pin(22).level());
    }

    @Test
    void endOfTheProgramClosesEverything() throws Exception {
        Object led = create("LED", 17);
        call(led, "on");
        Object button = create("Button", 26);
        call(button, "whenPressed", new Function());
        hardware.close();
        assertEquals(0, agent.retained);
        assertFalse(board.pin(17).level());
        assertThrows(EmbeddedException.class, () -> create("LED", 17));
    }
}
