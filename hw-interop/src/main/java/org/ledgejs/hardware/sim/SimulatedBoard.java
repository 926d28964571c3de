package org.ledgejs.hardware.sim;

import com.diozero.internal.spi.NativeDeviceFactoryInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.ledgejs.hardware.Board;
import org.ledgejs.hardware.BoardException;
import org.ledgejs.hardware.sim.i2c.Bme280;
import org.ledgejs.hardware.sim.i2c.I2cBus;
import org.ledgejs.hardware.sim.i2c.RegisterFile;

/**
 * A board in memory: pins that wires, resistors, buttons and a test act upon, buses with devices on them, and a
 * diozero device factory for the program. Boards share nothing with each other.
 */
public final class SimulatedBoard implements Board {

    private static final AtomicInteger COUNT = new AtomicInteger();

    final Object lock = new Object();
    final BoardThread thread = new BoardThread("ledge-board-" + COUNT.incrementAndGet());

    private final String name;
    private final String notice;
    private final TreeMap<Integer, SimulatedPin> pins = new TreeMap<>();
    private final TreeMap<Integer, AnalogChannel> analogs = new TreeMap<>();
    private final TreeMap<Integer, I2cBus> buses = new TreeMap<>();
    private final Set<String> spiLoopbacks = new TreeSet<>();
    private final TreeMap<String, SimulatedSerialPort> serialPorts = new TreeMap<>();
    private SimulatedDeviceFactory factory;
    private boolean closed;

    /**
     * Builds a board.
     *
     * @param notice what the user should know, or {@code null}
     * @throws BoardException if the description contradicts itself
     */
    public SimulatedBoard(BoardDescription description, String notice) {
        this.name = description.name();
        this.notice = notice;
        for (int number = description.firstPin(); number <= description.lastPin(); number++) {
            pins.put(number, new SimulatedPin(this, number));
        }
        try {
            description.parts().forEach(this::solder);
        } catch (IllegalArgumentException e) {
            throw new BoardException(name + ": " + e.getMessage(), e);
        }
    }

    private void solder(BoardDescription.Part part) {
        switch (part) {
            case BoardDescription.Led led -> pin(led.pin()).load();
            case BoardDescription.Button button -> pin(button.pin()).button(button);
            case BoardDescription.Wire wire -> wire(wire.from(), wire.to());
            case BoardDescription.Resistor resistor -> pin(resistor.pin()).resistor(resistor.pull());
            case BoardDescription.Analog analog ->
                analogs.put(analog.channel(), new AnalogChannel(analog.channel(), analog.value(), null));
            case BoardDescription.AnalogFrom analog ->
                analogs.put(analog.channel(), new AnalogChannel(analog.channel(), 0, pin(analog.pin())));
            case BoardDescription.Bus bus -> buses.put(bus.number(), new I2cBus(bus.number(), bus.dataPin(), bus.clockPin()));
            case BoardDescription.Bme280 sensor ->
                bus(sensor.bus()).attach(sensor.address(), new Bme280(sensor.script(), System::nanoTime));
            case BoardDescription.Registers device ->
                bus(device.bus()).attach(device.address(), new RegisterFile(device.contents()));
            case BoardDescription.SpiLoopback spi -> spiLoopbacks.add(spi.controller() + "." + spi.select());
            case BoardDescription.SerialLine line -> port(line.one()).connect(port(line.other()));
        }
    }

    private SimulatedSerialPort port(String portName) {
        return serialPorts.computeIfAbsent(portName, n -> new SimulatedSerialPort(n, thread));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public Optional<String> notice() {
        return Optional.ofNullable(notice);
    }

    @Override
    public NativeDeviceFactoryInterface devices() {
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("the board is closed");
            }
            if (factory == null) {
                factory = new SimulatedDeviceFactory(this);
                factory.start();
            }
            return factory;
        }
    }

    /**
     * A pin by its GPIO number.
     *
     * @throws BoardException naming the pins there are
     */
    public SimulatedPin pin(int number) {
        SimulatedPin pin = pins.get(number);
        if (pin == null) {
            throw new BoardException(noPin(number));
        }
        return pin;
    }

    String noPin(int number) {
        return "no GPIO %d on '%s', its pins are %d to %d".formatted(number, name, pins.firstKey(), pins.lastKey());
    }

    /** All pins, ascending. */
    public List<SimulatedPin> pins() {
        return new ArrayList<>(pins.values());
    }

    /** Connects two pins for good. */
    public void wire(int from, int to) {
        synchronized (lock) {
            pin(from).net.join(pin(to).net);
        }
    }

    /**
     * An analog input by its number.
     *
     * @throws BoardException naming the inputs there are
     */
    public AnalogChannel analog(int number) {
        AnalogChannel channel = analogs.get(number);
        if (channel == null) {
            throw new BoardException(noAnalog(number));
        }
        return channel;
    }

    String noAnalog(int number) {
        return "no analog input %d on '%s', its analog inputs are %s".formatted(number, name, analogs.keySet());
    }

    /** All analog inputs, ascending. */
    public List<AnalogChannel> analogs() {
        return new ArrayList<>(analogs.values());
    }

    /**
     * An I2C bus by its number.
     *
     * @throws BoardException naming the buses there are
     */
    public I2cBus bus(int number) {
        I2cBus bus = buses.get(number);
        if (bus == null) {
            throw new BoardException(noBus(number));
        }
        return bus;
    }

    String noBus(int number) {
        return "no I2C bus %d on '%s', its buses are %s".formatted(number, name, buses.keySet());
    }

    /** All I2C buses, ascending. */
    public List<I2cBus> buses() {
        return new ArrayList<>(buses.values());
    }

    @Override
    public OptionalInt i2cBus(int dataPin, int clockPin) {
        return buses.values().stream().filter(bus -> bus.isOn(dataPin, clockPin)).mapToInt(I2cBus::number).findFirst();
    }

    boolean hasSpi(int controller, int select) {
        return spiLoopbacks.contains(controller + "." + select);
    }

    /**
     * A serial port by its name.
     *
     * @throws BoardException naming the ports there are
     */
    public SimulatedSerialPort serial(String portName) {
        SimulatedSerialPort port = serialPorts.get(portName);
        if (port == null) {
            throw new BoardException("no serial port %s on '%s', its ports are %s".formatted(portName, name,
                    serialPorts.keySet()));
        }
        return port;
    }

    /** Waits until every edge that has happened so far was delivered. */
    public void settle() throws InterruptedException {
        thread.settle();
    }

    @Override
    public void close() {
        SimulatedDeviceFactory open;
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            open = factory;
        }
        if (open != null) {
            open.close();
        }
        thread.close();
    }
}
