package org.ledgejs.hardware.sim;

import com.diozero.api.DeviceMode;
import com.diozero.api.GpioEventTrigger;
import com.diozero.api.GpioPullUpDown;
import com.diozero.api.I2CConstants;
import com.diozero.api.NoSuchDeviceException;
import com.diozero.api.PinInfo;
import com.diozero.api.SerialDevice;
import com.diozero.api.SpiClockMode;
import com.diozero.internal.spi.AnalogInputDeviceInterface;
import com.diozero.internal.spi.AnalogOutputDeviceInterface;
import com.diozero.internal.spi.BaseNativeDeviceFactory;
import com.diozero.internal.spi.GpioDigitalInputDeviceInterface;
import com.diozero.internal.spi.GpioDigitalInputOutputDeviceInterface;
import com.diozero.internal.spi.GpioDigitalOutputDeviceInterface;
import com.diozero.internal.spi.InternalI2CDeviceInterface;
import com.diozero.internal.spi.InternalPwmOutputDeviceInterface;
import com.diozero.internal.spi.InternalSerialDeviceInterface;
import com.diozero.internal.spi.InternalServoDeviceInterface;
import com.diozero.internal.spi.InternalSpiDeviceInterface;
import com.diozero.sbc.BoardInfo;
import java.util.List;
import org.ledgejs.hardware.Errno;
import org.ledgejs.hardware.sim.i2c.I2cBus;

/** diozero's provider for a {@link SimulatedBoard}; built by the board, never found by diozero itself. */
final class SimulatedDeviceFactory extends BaseNativeDeviceFactory {

    private static final int I2C_ADDRESSES = 0x80;

    private final SimulatedBoard board;
    private int pwmFrequency = 50;
    private int servoFrequency = 50;

    SimulatedDeviceFactory(SimulatedBoard board) {
        this.board = board;
    }

    @Override
    public String getName() {
        return board.name();
    }

    @Override
    protected BoardInfo lookupBoardInfo() {
        return new SimulatedBoardInfo(board);
    }

    @Override
    public void shutdown() {
        // The board itself ends its thread.
    }

    @Override
    public float getCpuTemperature() {
        return 40;
    }

    @Override
    public int getGpioValue(int gpio) {
        return board.pin(gpio).level() ? 1 : 0;
    }

    @Override
    public DeviceMode getGpioMode(int gpio) {
        return switch (board.pin(gpio).function()) {
            case UNUSED, INPUT -> DeviceMode.DIGITAL_INPUT;
            case OUTPUT -> DeviceMode.DIGITAL_OUTPUT;
            case PWM -> DeviceMode.PWM_OUTPUT;
        };
    }

    @Override
    public GpioDigitalInputDeviceInterface createDigitalInputDevice(String key, PinInfo pinInfo, GpioPullUpDown pud,
            GpioEventTrigger trigger) {
        return new SimulatedDigitalInput(key, this, pin(pinInfo), pud, trigger);
    }

    @Override
    public GpioDigitalOutputDeviceInterface createDigitalOutputDevice(String key, PinInfo pinInfo, boolean initialValue) {
        return new SimulatedDigitalOutput(key, this, pin(pinInfo), initialValue);
    }

    @Override
    public GpioDigitalInputOutputDeviceInterface createDigitalInputOutputDevice(String key, PinInfo pinInfo,
            DeviceMode mode) {
        return new SimulatedDigitalInputOutput(key, this, pin(pinInfo), mode);
    }

    @Override
    public InternalPwmOutputDeviceInterface createPwmOutputDevice(String key, PinInfo pinInfo, int frequency,
            float initialValue) {
        return new SimulatedPwmOutput(key, this, pin(pinInfo), frequency, initialValue);
    }

    @Override
    public AnalogInputDeviceInterface createAnalogInputDevice(String key, PinInfo pinInfo) {
        return new SimulatedAnalogInput(key, this, board.analog(pinInfo.getDeviceNumber()));
    }

    @Override
    public AnalogOutputDeviceInterface createAnalogOutputDevice(String key, PinInfo pinInfo, float initialValue) {
        throw new NoSuchDeviceException("'" + board.name() + "' has no analog outputs");
    }

    /** Never called: no pin claims servo support, so diozero makes servos from PWM. */
    @Override
    public InternalServoDeviceInterface createServoDevice(String key, PinInfo pinInfo, int frequencyHz,
            int minPulseWidthUs, int maxPulseWidthUs, int initialPulseWidthUs) {
        throw new NoSuchDeviceException("'" + board.name() + "' has no servo controller");
    }

    @Override
    public InternalI2CDeviceInterface createI2CDevice(String key, int controller, int address,
            I2CConstants.AddressSize addressSize) {
        I2cBus bus = board.buses().stream().filter(each -> each.number() == controller).findFirst()
                .orElseThrow(() -> Errno.ENOENT.i2cException(board.noBus(controller)));
        if (address < 0 || address >= I2C_ADDRESSES) {
            throw Errno.EINVAL.i2cException("an I2C address is from 0x00 to 0x7f, not 0x" + Integer.toHexString(address));
        }
        return new SimulatedI2cDevice(key, this, bus, address);
    }

    @Override
    public List<Integer> getI2CBusNumbers() {
        return board.buses().stream().map(I2cBus::number).toList();
    }

    @Override
    public int getI2CFunctionalities(int controller) {
        return SimulatedI2cDevice.FUNCTIONS;
    }

    @Override
    public InternalSpiDeviceInterface createSpiDevice(String key, int controller, int chipSelect, int frequency,
            SpiClockMode spiClockMode, boolean lsbFirst) {
        if (!board.hasSpi(controller, chipSelect)) {
            throw Errno.ENOENT.exception("no SPI device %d.%d on '%s'".formatted(controller, chipSelect, board.name()));
        }
        return new SimulatedSpiLoopback(key, this, controller, chipSelect);
    }

    @Override
    public int getSpiBufferSize() {
        return DEFAULT_SPI_BUFFER_SIZE;
    }

    /** diozero's serial device ends the JVM when it is closed on Linux, so Ledge gives programs none. */
    @Override
    public InternalSerialDeviceInterface createSerialDevice(String key, String deviceFilename, int baud,
            SerialDevice.DataBits dataBits, SerialDevice.StopBits stopBits, SerialDevice.Parity parity,
            boolean readBlocking, int minReadChars, int readTimeoutMillis) {
        throw Errno.EOPNOTSUPP.exception("serial ports do not go through diozero");
    }

    @Override
    public int getBoardPwmFrequency() {
        return pwmFrequency;
    }

    @Override
    public void setBoardPwmFrequency(int frequency) {
        pwmFrequency = frequency;
    }

    @Override
    public int getBoardServoFrequency() {
        return servoFrequency;
    }

    @Override
    public void setBoardServoFrequency(int frequency) {
        servoFrequency = frequency;
    }

    private SimulatedPin pin(PinInfo pinInfo) {
        return board.pin(pinInfo.getDeviceNumber());
    }

    BoardThread thread() {
        return board.thread;
    }
}
