package org.ledgejs.hardware.sim.i2c;

/**
 * The commonest kind of I2C device: bytes behind a pointer. The first byte of a write sets the pointer, further ones
 * are stored from there on; a read continues at the pointer. The pointer wraps at the end.
 */
public final class RegisterFile implements I2cPeripheral {

    private final byte[] registers;
    private int pointer;

    /** A device of 1 to 256 registers that begin with these bytes. */
    public RegisterFile(byte[] contents) {
        if (contents.length < 1 || contents.length > 256) {
            throw new IllegalArgumentException("a device has 1 to 256 registers, not " + contents.length);
        }
        registers = contents.clone();
    }

    /** The value of a register, 0 to 255. */
    public synchronized int get(int register) {
        return registers[register] & 0xff;
    }

    /** Sets a register from outside. */
    public synchronized void set(int register, int value) {
        registers[register] = (byte) value;
    }

    @Override
    public synchronized void write(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        pointer = (bytes[0] & 0xff) % registers.length;
        for (int i = 1; i < bytes.length; i++) {
            registers[pointer] = bytes[i];
            pointer = (pointer + 1) % registers.length;
        }
    }

    @Override
    public synchronized byte[] read(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = registers[pointer];
            pointer = (pointer + 1) % registers.length;
        }
        return bytes;
    }
}
