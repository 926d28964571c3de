package org.ledgejs.hardware.sim;

import com.diozero.api.I2CDevice;
import com.diozero.api.I2CDeviceInterface;
import com.diozero.internal.spi.AbstractDevice;
import com.diozero.internal.spi.InternalI2CDeviceInterface;
import java.util.Arrays;
import org.ledgejs.hardware.Errno;
import org.ledgejs.hardware.sim.i2c.I2cBus;

/**
 * diozero's view of one address of an {@link I2cBus}: the SMBus protocols in terms of plain transfers, as
 * {@code Documentation/i2c/smbus-protocol} of Linux has them; words are little-endian.
 */
final class SimulatedI2cDevice extends AbstractDevice implements InternalI2CDeviceInterface {

    /** What the bus can do, all that diozero asks for, without PEC, 10-bit addresses and protocol mangling. */
    static final int FUNCTIONS = I2CDeviceInterface.I2C_FUNC_I2C | I2CDeviceInterface.I2C_FUNC_SMBUS_QUICK
            | I2CDeviceInterface.I2C_FUNC_SMBUS_READ_BYTE | I2CDeviceInterface.I2C_FUNC_SMBUS_WRITE_BYTE
            | I2CDeviceInterface.I2C_FUNC_SMBUS_READ_BYTE_DATA | I2CDeviceInterface.I2C_FUNC_SMBUS_WRITE_BYTE_DATA
            | I2CDeviceInterface.I2C_FUNC_SMBUS_READ_WORD_DATA | I2CDeviceInterface.I2C_FUNC_SMBUS_WRITE_WORD_DATA
            | I2CDeviceInterface.I2C_FUNC_SMBUS_PROC_CALL | I2CDeviceInterface.I2C_FUNC_SMBUS_READ_BLOCK_DATA
            | I2CDeviceInterface.I2C_FUNC_SMBUS_WRITE_BLOCK_DATA | I2CDeviceInterface.I2C_FUNC_SMBUS_BLOCK_PROC_CALL
            | I2CDeviceInterface.I2C_FUNC_SMBUS_READ_I2C_BLOCK | I2CDeviceInterface.I2C_FUNC_SMBUS_WRITE_I2C_BLOCK;

    private static final byte[] NOTHING = {};

    private final I2cBus bus;
    private final int address;

    SimulatedI2cDevice(String key, SimulatedDeviceFactory factory, I2cBus bus, int address) {
        super(key, factory);
        this.bus = bus;
        this.address = address;
    }

    @Override
    public int getController() {
        return bus.number();
    }

    @Override
    public int getAddress() {
        return address;
    }

    @Override
    public boolean probe(I2CDevice.ProbeMode mode) {
        SimulatedDevices.checkOpen(this);
        return bus.peripheral(address).isPresent();
    }

    @Override
    public void writeQuick(byte bit) {
        write(NOTHING);
    }

    @Override
    public byte readByte() {
        return read(1)[0];
    }

    @Override
    public void writeByte(byte data) {
        write(new byte[] {data});
    }

    @Override
    public byte readByteData(int register) {
        return exchange(new byte[] {(byte) register}, 1)[0];
    }

    @Override
    public void writeByteData(int register, byte data) {
        write(new byte[] {(byte) register, data});
    }

    @Override
    public short readWordData(int register) {
        return word(exchange(new byte[] {(byte) register}, 2));
    }

    @Override
    public void writeWordData(int register, short data) {
        write(new byte[] {(byte) register, (byte) data, (byte) (data >> 8)});
    }

    @Override
    public short processCall(int register, short data) {
        return word(exchange(new byte[] {(byte) register, (byte) data, (byte) (data >> 8)}, 2));
    }

    @Override
    public byte[] readBlockData(int register) {
        return block(exchange(new byte[] {(byte) register}, 1 + MAX_I2C_BLOCK_SIZE));
    }

    @Override
    public void writeBlockData(int register, byte... data) {
        write(counted(register, data));
    }

    @Override
    public byte[] blockProcessCall(int register, byte... data) {
        return block(exchange(counted(register, data), 1 + MAX_I2C_BLOCK_SIZE));
    }

    @Override
    public int readI2CBlockData(int register, byte[] buffer) {
        int count = Math.min(buffer.length, MAX_I2C_BLOCK_SIZE);
        System.arraycopy(exchange(new byte[] {(byte) register}, count), 0, buffer, 0, count);
        return count;
    }

    @Override
    public void writeI2CBlockData(int register, byte... data) {
        write(prefixed(data, (byte) register));
    }

    @Override
    public int readBytes(byte[] buffer) {
        byte[] bytes = read(buffer.length);
        System.arraycopy(bytes, 0, buffer, 0, bytes.length);
        return bytes.length;
    }

    @Override
    public void writeBytes(byte... data) {
        write(data);
    }

    @Override
    public void readWrite(I2CMessage[] messages, byte[] buffer) {
        SimulatedDevices.checkOpen(this);
        synchronized (bus) {
            int at = 0;
            for (I2CMessage message : messages) {
                int end = at + message.getLength();
                if (end > buffer.length) {
                    throw Errno.EINVAL.i2cException("the messages are longer than their buffer");
                }
                if (message.isRead()) {
                    System.arraycopy(bus.read(address, message.getLength()), 0, buffer, at, message.getLength());
                } else {
                    bus.write(address, Arrays.copyOfRange(buffer, at, end));
                }
                at = end;
            }
        }
    }

    @Override
    protected void closeDevice() {
        // The bus stays as it is.
    }

    private void write(byte[] bytes) {
        SimulatedDevices.checkOpen(this);
        bus.write(address, bytes);
    }

    private byte[] read(int count) {
        SimulatedDevices.checkOpen(this);
        return bus.read(address, count);
    }

    private byte[] exchange(byte[] bytes, int count) {
        SimulatedDevices.checkOpen(this);
        return bus.writeRead(address, bytes, count);
    }

    private static short word(byte[] bytes) {
        return (short) (bytes[0] & 0xff | bytes[1] << 8);
    }

    /** The device says first how many bytes count. */
    private static byte[] block(byte[] bytes) {
        int count = bytes[0] & 0xff;
        if (count < 1 || count > MAX_I2C_BLOCK_SIZE) {
            throw Errno.EIO.i2cException("the device announces a block of " + count + " bytes");
        }
        return Arrays.copyOfRange(bytes, 1, 1 + count);
    }

    private static byte[] counted(int register, byte[] data) {
        return prefixed(data, (byte) register, (byte) data.length);
    }

    private static byte[] prefixed(byte[] data, byte... prefix) {
        if (data.length > MAX_I2C_BLOCK_SIZE) {
            throw new IllegalArgumentException("an SMBus block has at most 32 bytes, not " + data.length);
        }
        byte[] bytes = Arrays.copyOf(prefix, prefix.length + data.length);
        System.arraycopy(data, 0, bytes, prefix.length, data.length);
        return bytes;
    }
}
