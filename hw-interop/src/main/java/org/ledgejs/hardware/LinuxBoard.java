package org.ledgejs.hardware;

import com.diozero.api.RuntimeIOException;
import com.diozero.internal.provider.builtin.DefaultDeviceFactory;
import com.diozero.internal.spi.NativeDeviceFactoryInterface;
import java.util.Optional;
import java.util.OptionalInt;

/** The machine's own pins and buses, through diozero's provider for Linux (character devices, i2c-dev, spidev). */
final class LinuxBoard implements Board {

    private DefaultDeviceFactory factory;
    private boolean closed;

    @Override
    public String name() {
        return devices().getBoardInfo().getName();
    }

    @Override
    public boolean simulated() {
        return false;
    }

    @Override
    public Optional<String> notice() {
        return Optional.empty();
    }

    @Override
    public synchronized NativeDeviceFactoryInterface devices() {
        if (closed) {
            throw new IllegalStateException("the board is closed");
        }
        if (factory == null) {
            DefaultDeviceFactory created = new DefaultDeviceFactory();
            try {
                created.start();
            } catch (LinkageError e) {
                throw new RuntimeIOException("diozero's native library does not load here: " + e.getMessage(), e);
            }
            factory = created;
        }
        return factory;
    }

    /** The two buses of the Raspberry Pi's header, which other makers copied; elsewhere the program names a port. */
    @Override
    public OptionalInt i2cBus(int dataPin, int clockPin) {
        if (dataPin == 2 && clockPin == 3) {
            return OptionalInt.of(1);
        }
        return dataPin == 0 && clockPin == 1 ? OptionalInt.of(0) : OptionalInt.empty();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (factory != null && !factory.isClosed()) {
            factory.close();
        }
    }
}
