package org.ledgejs.hardware;

import com.diozero.internal.spi.NativeDeviceFactoryInterface;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a program's pins and buses are wired to: the machine's own hardware or the simulated board. Each board has a
 * diozero device factory of its own, so several live side by side in one JVM; diozero's JVM-wide one is never used.
 */
public interface Board extends AutoCloseable {

    /** A name for people. */
    String name();

    /** Whether this board exists in memory only. */
    boolean simulated();

    /** One line to tell the user, when the board is not what the user might expect. */
    Optional<String> notice();

    /**
     * The factory to give every diozero constructor and builder; created when first asked for.
     *
     * @throws com.diozero.api.RuntimeIOException when the hardware cannot be reached
     * @throws IllegalStateException when the board is closed
     */
    NativeDeviceFactoryInterface devices();

    /** The number of the I2C bus whose data and clock are on these pins. */
    OptionalInt i2cBus(int dataPin, int clockPin);

    /** Closes every device opened from this board; outputs are released, threads end. A second time does nothing. */
    @Override
    void close();
}
