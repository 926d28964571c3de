package org.ledgejs.hardware.sim.i2c;

import com.diozero.api.I2CException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ledgejs.hardware.Errno;

/**
 * An I2C bus with the devices on it. A transfer with an address where nothing answers fails as Linux reports it,
 * with {@code EREMOTEIO}; opening such an address does not.
 */
public final class I2cBus {

    private final int number;
    private final int dataPin;
    private final int clockPin;
    private final TreeMap<Integer, I2cPeripheral> peripherals = new TreeMap<>();

    public I2cBus(int number, int dataPin, int clockPin) {
        this.number = number;
        this.dataPin = dataPin;
        this.clockPin = clockPin;
    }

    /** The bus's number, as in {@code /dev/i2c-1}. */
    public int number() {
        return number;
    }

    public boolean isOn(int data, int clock) {
        return dataPin == data && clockPin == clock;
    }

    /**
     * Puts a device on the bus.
     *
     * @throws IllegalArgumentException if the address is taken or is none of 7 bits
     */
    public synchronized void attach(int address, I2cPeripheral peripheral) {
        if (address < 0 || address > 0x7f) {
            throw new IllegalArgumentException("an I2C address is from 0x00 to 0x7f, not 0x" + Integer.toHexString(address));
        }
        if (peripherals.putIfAbsent(address, peripheral) != null) {
            throw new IllegalArgumentException(describe(address) + " is taken");
        }
    }

    /** Takes a device off the bus; from then on its address does not answer. */
    public synchronized void detach(int address) {
        peripherals.remove(address);
    }

    /** The device at an address. */
    public synchronized Optional<I2cPeripheral> peripheral(int address) {
        return Optional.ofNullable(peripherals.get(address));
    }

    /** The addresses that answer, ascending. */
    public synchronized Set<Integer> addresses() {
        return new TreeSet<>(peripherals.keySet());
    }

    /** One write transfer. */
    public synchronized void write(int address, byte[] bytes) throws I2CException {
        try {
            answering(address).write(bytes);
        } catch (NotAcknowledged e) {
            throw silence(address);
        }
    }

    /** One read transfer. */
    public synchronized byte[] read(int address, int count) throws I2CException {
        return answering(address).read(count);
    }

    /** A write and a read with no other transfer between them. */
    public synchronized byte[] writeRead(int address, byte[] bytes, int count) throws I2CException {
        write(address, bytes);
        return read(address, count);
    }

    private I2cPeripheral answering(int address) {
        I2cPeripheral peripheral = peripherals.get(address);
        if (peripheral == null) {
            throw silence(address);
        }
        return peripheral;
    }

    private I2CException silence(int address) {
        return Errno.EREMOTEIO.i2cException("nothing answers at " + describe(address));
    }

    private String describe(int address) {
        return "0x%02x on i2c-%d".formatted(address, number);
    }
}
