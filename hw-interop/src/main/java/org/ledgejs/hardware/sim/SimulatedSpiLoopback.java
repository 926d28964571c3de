package org.ledgejs.hardware.sim;

import com.diozero.internal.spi.AbstractDevice;
import com.diozero.internal.spi.InternalSpiDeviceInterface;
import java.util.Objects;

/** An SPI device that is only a wire: what goes out comes back. */
final class SimulatedSpiLoopback extends AbstractDevice implements InternalSpiDeviceInterface {

    private final int controller;
    private final int select;

    SimulatedSpiLoopback(String key, SimulatedDeviceFactory factory, int controller, int select) {
        super(key, factory);
        this.controller = controller;
        this.select = select;
    }

    @Override
    public int getController() {
        return controller;
    }

    @Override
    public int getChipSelect() {
        return select;
    }

    @Override
    public void write(byte... data) {
        SimulatedDevices.checkOpen(this);
    }

    @Override
    public void write(byte[] data, int offset, int length) {
        SimulatedDevices.checkOpen(this);
        Objects.checkFromIndexSize(offset, length, data.length);
    }

    @Override
    public byte[] writeAndRead(byte... data) {
        SimulatedDevices.checkOpen(this);
        return data.clone();
    }

    @Override
    protected void closeDevice() {
        // A wire holds nothing.
    }
}
