package org.ledgejs.hardware.sim.i2c;

/** A device on an I2C bus, seen from the bus: it is called once a transfer, under the bus's lock. */
public interface I2cPeripheral {

    /** The bytes of one write transfer; none when the controller only asks whether the address answers. */
    void write(byte[] bytes);

    /** Answers one read transfer of {@code count} bytes. */
    byte[] read(int count);
}
