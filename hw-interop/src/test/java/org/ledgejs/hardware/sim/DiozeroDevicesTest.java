package org.ledgejs.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.diozero.api.AnalogInputDevice;
import com.diozero.api.DeviceAlreadyOpenedException;
import com.diozero.api.DigitalInputDevice;
import com.diozero.api.DigitalInputOutputDevice;
import com.diozero.api.DeviceMode;
import com.diozero.api.GpioEventTrigger;
import com.diozero.api.GpioPullUpDown;
import com.diozero.api.I2CDevice;
import com.diozero.api.NoSuchDeviceException;
import com.diozero.api.PwmOutputDevice;
import com.diozero.api.RuntimeIOException;
import com.diozero.api.ServoDevice;
import com.diozero.api.SpiClockMode;
import com.diozero.devices.BMx280;
import com.diozero.devices.Button;
import com.diozero.devices.LED;
import com.diozero.devices.PwmLed;
import com.diozero.internal.spi.InternalSpiDeviceInterface;
import com.diozero.internal.spi.NativeDeviceFactoryInterface;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ledgejs.hardware.Errno;
import org.ledgejs.hardware.sim.i2c.I2cPeripheral;

/** diozero's own device classes on the simulated board. */
@Timeout(20)
class DiozeroDevicesTest {

    private final SimulatedBoard board = board();
    private final NativeDeviceFactoryInterface devices = board.devices();

    private static SimulatedBoard board() {
        return new SimulatedBoard(new BoardDescriptionReader("test").read("""
                board test
                led 17
                button 27
                wire 5 6
                analog 0 0.5
                i2c 1 data 2 clock 3
                bme280 1 0x76
                    21.5 45.25 1013.25
                    22.5 46.25 1012.25
                registers 1 0x50 16
                    00 11 22 33 44 55 66 77
                spi 0 1 loopback
                """), null);
    }

    @AfterEach
    void close() {
        board.close();
    }

    @Test
    void ledLightsAndIsOffWhenClosed() {
        LED led = new LED(devices, 17);
        led.on();
        assertTrue(led.isLit());
        assertTrue(board.pin(17).level());
        led.toggle();
        assertFalse(board.pin(17).level());
        led.setOn(true);
        led.close();
        assertFalse(board.pin(17).level());
        assertEquals(SimulatedPin.Function.UNUSED, board.pin(17).function());
    }

    @Test
    void closingTheBoardTurnsEverythingOff() {
        LED led = new LED(devices, 17);
        led.on();
        PwmLed dimmed = new PwmLed(devices, 18, 0.5f);
        assertEquals(0.5f, board.pin(18).duty(), 0.001f);
        board.close();
        assertFalse(board.pin(17).level());
        assertEquals(SimulatedPin.Function.UNUSED, board.pin(18).function());
        led.close();
        dimmed.close();
    }

    @Test
    void buttonSeesPressesAndReleases() throws InterruptedException {
        List<String> seen = new ArrayList<>();
        try (Button button = new Button(devices, 27, GpioPullUpDown.PULL_UP)) {
            button.addListener(event -> seen.add(event.isActive() ? "pressed" : "released"));
            assertTrue(button.isReleased());
            board.pin(27).press();
            assertTrue(button.isPressed());
            board.pin(27).release();
            board.pin(27).press();
            board.settle();
            assertEquals(List.of("pressed", "released", "pressed"), seen);
            button.removeAllListeners();
            board.pin(27).release();
            board.settle();
            assertEquals(3, seen.size());
        }
    }

    @Test
    void triggersSelectEdgesAcrossAWire() throws InterruptedException {
        List<Boolean> rising = new ArrayList<>();
        try (LED out = new LED(devices, 5);
                DigitalInputDevice in = new DigitalInputDevice(devices, 6, GpioPullUpDown.NONE, GpioEventTrigger.RISING)) {
            in.addListener(event -> rising.add(event.getValue()));
            out.on();
            out.off();
            out.on();
            board.settle();
            assertTrue(in.isActive());
        }
        assertEquals(List.of(true, true), rising);
    }

    @Test
    void debouncedInputReportsOnlyLastingLevels() throws InterruptedException {
        List<Boolean> seen = new ArrayList<>();
        var input = devices.provisionDigitalInputDevice(devices.getBoardPinInfo().getByGpioNumberOrThrow(6),
                GpioPullUpDown.PULL_DOWN, GpioEventTrigger.BOTH);
        input.setDebounceTimeMillis(30);
        Object arrived = new Object();
        input.setListener(event -> {
            synchronized (arrived) {
                seen.add(event.getValue());
                arrived.notifyAll();
            }
        });
        for (int i = 0; i < 5; i++) {
            board.pin(6).drive(true);
            board.pin(6).drive(false);
        }
        board.pin(6).drive(true);
        synchronized (arrived) {
            while (seen.isEmpty()) {
                arrived.wait();
            }
        }
        assertEquals(List.of(true), seen);
        input.close();
    }

    @Test
    void directionChangesOnTheFly() {
        try (DigitalInputOutputDevice pin = new DigitalInputOutputDevice(devices, 5, DeviceMode.DIGITAL_INPUT)) {
            board.pin(6).drive(true);
            assertTrue(pin.getValue());
            board.pin(6).release();
            pin.setMode(DeviceMode.DIGITAL_OUTPUT);
            assertFalse(board.pin(6).level());
            pin.setValue(true);
            assertTrue(board.pin(6).level());
        }
    }

    @Test
    void pwmReadsBackWhatWasSet() {
        try (PwmOutputDevice pwm = new PwmOutputDevice(devices, 18, 1000, 0.25f)) {
            assertEquals(0.25f, pwm.getValue(), 0.0001f);
            assertEquals(1000, board.pin(18).hertz());
            pwm.setValue(0.5f);
            pwm.setPwmFrequency(200);
            assertEquals(0.5f, board.pin(18).duty(), 0.0001f);
            assertEquals(200, board.pin(18).hertz());
        }
        assertEquals(0, board.pin(18).duty());
    }

    @Test
    void servosAreMadeFromPwm() {
        try (ServoDevice servo = ServoDevice.Builder.builder(12).setDeviceFactory(devices).build()) {
            servo.setPulseWidthUs(1000);
            assertEquals(0.05f, board.pin(12).duty(), 0.001f);
        }
    }

    @Test
    void analogInputIsScaledToTheReferenceVoltage() {
        try (AnalogInputDevice input = new AnalogInputDevice(devices, 0)) {
            assertEquals(1.65f, input.getScaledValue(), 0.001f);
            board.analog(0).set(1);
            assertEquals(3.3f, input.getScaledValue(), 0.001f);
        }
    }

    @Test
    void diozerosDriverReadsTheBme280() throws InterruptedException {
        I2CDevice device = I2CDevice.builder(0x76).setController(1).setDeviceFactory(devices).build();
        try (BMx280 sensor = BMx280.I2CBuilder.builder(device).setOperatingMode(BMx280.OperatingMode.FORCED).build()) {
            assertEquals(BMx280.Model.BME280, sensor.getModel());
            assertTrue(sensor.waitDataAvailable(1, 10_000));
            float[] values = sensor.getValues();
            assertEquals(21.5f, values[0], 0.02f);
            assertEquals(1013.25f, values[1], 0.02f);
            assertEquals(45.25f, values[2], 0.02f);
        }
    }

    @Test
    void smbusProtocolsReachRegisters() {
        try (I2CDevice device = I2CDevice.builder(0x50).setController(1).setDeviceFactory(devices).build()) {
            assertTrue(device.probe());
            assertEquals(0x33, device.readByteData(3));
            assertEquals(0x4433, device.readWordData(3));
            assertArrayEquals(new byte[] {0x55, 0x66, 0x77}, device.readI2CBlockDataByteArray(5, 3));
            device.writeByteData(3, (byte) 9);
            device.writeWordData(4, (short) 0x1234);
            device.writeI2CBlockData(8, (byte) 7, (byte) 8);
            byte[] all = new byte[10];
            device.readI2CBlockData(0, all);
            assertArrayEquals(new byte[] {0, 0x11, 0x22, 9, 0x34, 0x12, 0x66, 0x77, 7, 8}, all);
            device.writeByte((byte) 1);
            assertEquals(0x11, device.readByte());
            device.writeBytes((byte) 2);
            assertArrayEquals(new byte[] {0x22, 9}, device.readBytes(2));
            device.writeBlockData(10, (byte) 5, (byte) 6);
            assertArrayEquals(new byte[] {5, 6}, device.readBlockData(10));
            assertThrows(RuntimeIOException.class, () -> device.readBlockData(0), "0 announces no block");
        }
    }

    @Test
    void processCallsAnswer() {
        board.bus(1).attach(0x20, new I2cPeripheral() {
            private byte[] last = {};

            @Override
            public void write(byte[] bytes) {
                last = bytes;
            }

            @Override
            public byte[] read(int count) {
                byte[] answer = new byte[count];
                System.arraycopy(last, 1, answer, 0, Math.min(count, last.length - 1));
                return answer;
            }
        });
        try (I2CDevice device = I2CDevice.builder(0x20).setController(1).setDeviceFactory(devices).build()) {
            assertEquals(0x1234, device.processCall(1, (short) 0x1234));
            assertArrayEquals(new byte[] {1, 2, 3}, device.blockProcessCall(1, (byte) 1, (byte) 2, (byte) 3));
        }
    }

    @Test
    void absentAddressFailsAsTheKernelReportsIt() {
        try (I2CDevice device = I2CDevice.builder(0x40).setController(1).setDeviceFactory(devices).build()) {
            assertFalse(device.probe());
            RuntimeIOException error = assertThrows(RuntimeIOException.class, () -> device.readByteData(0));
            assertEquals("EREMOTEIO: Remote I/O error, nothing answers at 0x40 on i2c-1", error.getMessage());
            assertEquals(-121, error.getError());
            assertEquals(Errno.EREMOTEIO, Errno.of(error).orElseThrow());
            assertThrows(RuntimeIOException.class, () -> device.writeQuick((byte) 0));
        }
        RuntimeIOException noBus = assertThrows(RuntimeIOException.class,
                () -> I2CDevice.builder(0x40).setController(7).setDeviceFactory(devices).build());
        assertEquals(Errno.ENOENT, Errno.of(noBus).orElseThrow());
    }

    @Test
    void spiLoopbackEchoes() {
        InternalSpiDeviceInterface spi = devices.provisionSpiDevice(0, 1, 1_000_000, SpiClockMode.MODE_0, false);
        assertArrayEquals(new byte[] {1, 2, 3}, spi.writeAndRead((byte) 1, (byte) 2, (byte) 3));
        spi.close();
        assertThrows(RuntimeIOException.class, () -> spi.writeAndRead((byte) 1));
        assertThrows(RuntimeIOException.class, () -> devices.provisionSpiDevice(1, 0, 1, SpiClockMode.MODE_0, false));
    }

    @Test
    void pinsThatDoNotExistOrAreTakenAreRefused() {
        assertEquals("no GPIO 54 on 'test', its pins are 0 to 53",
                assertThrows(NoSuchDeviceException.class, () -> new LED(devices, 54)).getMessage());
        assertThrows(NoSuchDeviceException.class, () -> new PwmLed(devices, 99));
        assertThrows(NoSuchDeviceException.class, () -> new AnalogInputDevice(devices, 4));
        try (LED led = new LED(devices, 17)) {
            assertThrows(DeviceAlreadyOpenedException.class, () -> new LED(devices, 17));
            led.on();
        }
        new LED(devices, 17).close();
    }

    @Test
    void boardsInOneJvmShareNothing() {
        SimulatedBoard other = board();
        try (LED here = new LED(devices, 17); LED there = new LED(other.devices(), 17)) {
            here.on();
            assertFalse(there.isLit());
            assertFalse(other.pin(17).level());
            there.on();
            board.close();
            assertTrue(other.pin(17).level());
        } finally {
            other.close();
        }
    }
}
