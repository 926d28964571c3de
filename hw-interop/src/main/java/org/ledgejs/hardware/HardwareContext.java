package org.ledgejs.hardware;

import com.diozero.api.PinInfo;
import com.diozero.internal.spi.NativeDeviceFactoryInterface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ledgejs.hardware.embedded.EmbeddedException;

/**
 * The hardware of one agent: its board, opened when first needed, and the devices that are open on it. Used by the
 * agent's thread alone. Closing it, when the program ends, closes every device, which turns outputs off.
 */
public final class HardwareContext implements AutoCloseable {

    private final Agent agent;
    private final Supplier<Board> opener;
    private final Set<AutoCloseable> live = Collections.newSetFromMap(new IdentityHashMap<>());
    private Board board;
    private boolean closed;

    /** Keeps the event loop alive until released; a second release does nothing. */
    public final class Hold {
        private boolean held = true;

        private Hold() {
            agent.retain();
        }

        public void release() {
            if (held) {
                held = false;
                agent.release();
            }
        }
    }

    public HardwareContext(Agent agent, Supplier<Board> opener) {
        this.agent = agent;
        this.opener = opener;
    }

    public Agent agent() {
        return agent;
    }

    /**
     * The board.
     *
     * @throws EmbeddedException when it cannot be opened, or after {@link #close}
     */
    public Board board() {
        if (closed) {
            throw EmbeddedException.error("the board is closed");
        }
        if (board == null) {
            try {
                board = opener.get();
            } catch (BoardException e) {
                throw EmbeddedException.error(e.getMessage());
            }
        }
        return board;
    }

    /** The diozero factory of the board. */
    public NativeDeviceFactoryInterface devices() {
        return board().devices();
    }

    /** A pin of the board by its GPIO number. */
    public PinInfo pin(int gpio) {
        return devices().getBoardPinInfo().getByGpioNumberOrThrow(gpio);
    }

    /** Begins to keep the event loop alive. */
    public Hold hold() {
        return new Hold();
    }

    /** Notes a device that is to be closed when the program ends. */
    public void opened(AutoCloseable device) {
        live.add(device);
    }

    /** Forgets a device that was closed. */
    public void closed(AutoCloseable device) {
        live.remove(device);
    }

    /** Closes all devices, whatever single ones answer, and then the board. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        List<AutoCloseable> open = new ArrayList<>(live);
        live.clear();
        for (AutoCloseable device : open) {
            try {
                device.close();
            } catch (Exception e) {
                // The program is over and the remaining devices matter more; the board closes this one below.
            }
        }
        closed = true;
        if (board != null) {
            board.close();
        }
    }
}
