package org.ledgejs.hardware.sim;

import java.io.ByteArrayOutputStream;

/** One end of a serial line in memory: what is written at one end is there to read at the other, in order. */
public final class SimulatedSerialPort {

    private final String name;
    private final BoardThread thread;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private SimulatedSerialPort peer = this;
    private volatile Runnable onReadable;

    SimulatedSerialPort(String name, BoardThread thread) {
        this.name = name;
        this.thread = thread;
    }

    void connect(SimulatedSerialPort other) {
        peer = other;
        other.peer = this;
    }

    /** The name of the port, such as {@code ttyS0}. */
    public String name() {
        return name;
    }

    /** Sends bytes to the other end. */
    public void write(byte[] bytes) {
        peer.receive(bytes.clone());
    }

    /** Takes everything that arrived, perhaps nothing. */
    public byte[] read() {
        synchronized (received) {
            byte[] bytes = received.toByteArray();
            received.reset();
            return bytes;
        }
    }

    /** How many bytes wait to be read. */
    public int available() {
        synchronized (received) {
            return received.size();
        }
    }

    /** Runs {@code action} on the board's thread when bytes arrive; {@code null} for no longer. */
    public void onReadable(Runnable action) {
        synchronized (received) {
            onReadable = action;
        }
    }

    private void receive(byte[] bytes) {
        synchronized (received) {
            received.writeBytes(bytes);
            if (onReadable != null && bytes.length > 0) {
                Runnable action = onReadable;
                thread.run(() -> {
                    if (onReadable == action) {
                        action.run();
                    }
                });
            }
        }
    }
}
