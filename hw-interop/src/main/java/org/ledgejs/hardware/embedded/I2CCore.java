package org.ledgejs.hardware.embedded;

import com.diozero.api.I2CConstants;
import com.diozero.api.I2CDeviceInterface.I2CMessage;
import com.diozero.internal.spi.InternalI2CDeviceInterface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ledgejs.hardware.Board;

/**
 * A live {@code I2C} (ECMA-419 §10): one device's address on a bus. A write without stop bit is held back and leads
 * the next operation's transaction, as Linux runs transactions whole; a read always ends one.
 */
public final class I2CCore implements AutoCloseable {

    /** The most bytes of one transfer (I2C_RDWR of Linux). */
    public static final int MAX_TRANSFER = 8192;

    private static final int MAX_MESSAGES = 42;

    private final I2COptions options;
    private final InternalI2CDeviceInterface device;
    private final List<byte[]> held = new ArrayList<>();
    private boolean open = true;

    private I2CCore(I2COptions options, InternalI2CDeviceInterface device) {
        this.options = options;
        this.device = device;
    }

    /**
     * Allocates the address on the bus; whether something answers there shows with the first transfer.
     *
     * @throws EmbeddedException if there is no such bus or the address is in use
     */
    public static I2CCore open(Board board, I2COptions options) {
        try {
            return new I2CCore(options, board.devices().provisionI2CDevice(options.bus(board), options.address(),
                    I2CConstants.AddressSize.SIZE_7));
        } catch (RuntimeException e) {
            throw EmbeddedException.of(e);
        }
    }

    /**
     * Reads.
     *
     * @param count bytes, 0 to {@value #MAX_TRANSFER}; 0 only addresses the device
     * @throws EmbeddedException if this is closed, the count is out of range, or the transfer fails
     */
    public byte[] read(double count) {
        checkOpen();
        return transfer(null, checkCount(count));
    }

    /**
     * Writes all or nothing.
     *
     * @param bytes 0 to {@value #MAX_TRANSFER}; none only addresses the device
     * @param stop whether the transaction ends here
     * @throws EmbeddedException if this is closed, too much is given, or the transfer fails
     */
    public void write(byte[] bytes, boolean stop) {
        checkOpen();
        checkCount(bytes.length);
        if (stop) {
            transfer(bytes, -1);
        } else if (held.size() == MAX_MESSAGES - 2) {
            throw EmbeddedException.error("I2C: too many writes without a stop bit");
        } else {
            held.add(bytes.clone());
        }
    }

    /**
     * Writes and reads in one transaction, with a repeated start between.
     *
     * @throws EmbeddedException as {@link #read} and {@link #write}
     */
    public byte[] writeRead(byte[] bytes, double count) {
        checkOpen();
        checkCount(bytes.length);
        return transfer(bytes, checkCount(count));
    }

    /** One transaction: what was held back, perhaps a write, perhaps a read ({@code count} ≥ 0). */
    private byte[] transfer(byte[] bytes, int count) {
        List<byte[]> writes = new ArrayList<>(held);
        held.clear();
        if (bytes != null) {
            writes.add(bytes);
        }
        int written = writes.stream().mapToInt(each -> each.length).sum();
        byte[] buffer = new byte[written + Math.max(count, 0)];
        List<I2CMessage> messages = new ArrayList<>();
        int at = 0;
        for (byte[] each : writes) {
            messages.add(new I2CMessage(I2CMessage.I2C_M_WR, each.length));
            System.arraycopy(each, 0, buffer, at, each.length);
            at += each.length;
        }
        if (count >= 0) {
            messages.add(new I2CMessage(I2CMessage.I2C_M_RD, count));
        }
        try {
            device.readWrite(messages.toArray(I2CMessage[]::new), buffer);
        } catch (RuntimeException e) {
            throw EmbeddedException.of(e);
        }
        return Arrays.copyOfRange(buffer, at, buffer.length);
    }

    private static int checkCount(double count) {
        if (count != Math.rint(count) || !(count >= 0 && count <= MAX_TRANSFER)) {
            throw EmbeddedException.rangeError("I2C: a transfer has 0 to " + MAX_TRANSFER + " bytes");
        }
        return (int) count;
    }

    /** The validated options. */
    public I2COptions options() {
        return options;
    }

    /** Whether {@link #close} was not called yet. */
    public boolean isOpen() {
        return open;
    }

    /** Frees the address; a second time does nothing. Writes held back are dropped. */
    @Override
    public void close() {
        if (open) {
            open = false;
            held.clear();
            if (device.isOpen()) {
                device.close();
            }
        }
    }

    private void checkOpen() {
        if (!open) {
            throw EmbeddedException.error("I2C: closed");
        }
    }
}
