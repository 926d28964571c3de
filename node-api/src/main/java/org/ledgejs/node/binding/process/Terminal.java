package org.ledgejs.node.binding.process;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.node.binding.OpenResources;
import org.ledgejs.node.binding.UvErrors;

/** The mode of the process's terminal; put back as it was when the context ends. Only Linux's layout of termios is known. */
public final class Terminal implements Closeable {
    private static final int INPUT = 0;
    private static final int OUTPUT = 4;
    private static final int CONTROL = 8;
    private static final int LOCAL = 12;
    private static final int CHARACTERS = 17;
    private static final int VTIME = 5;
    private static final int VMIN = 6;

    private final OpenResources resources;
    private byte[] original;
    private int descriptor;

    private Terminal(OpenResources resources) {
        this.resources = resources;
    }

    public static Terminal of(Agent agent) {
        OpenResources resources = OpenResources.of(agent);
        return agent.attachment(Terminal.class, () -> new Terminal(resources));
    }

    /** Raw mode as uv_tty_set_mode has it: no echo, no lines, no signals, output still processed. @return a status */
    public int setRaw(int fd, boolean raw) {
        if (!raw) {
            return restore();
        }
        if (original != null) {
            return 0;
        }
        if (!System.getProperty("os.name").equals("Linux")) {
            return UvErrors.ENOSYS;
        }
        byte[] attributes = LibC.terminalAttributes(fd);
        if (attributes == null) {
            return UvErrors.ENOTTY;
        }
        original = attributes.clone();
        descriptor = fd;
        resources.add(this);
        ByteBuffer termios = ByteBuffer.wrap(attributes).order(ByteOrder.nativeOrder());
        // BRKINT, ICRNL, INPCK, ISTRIP, IXON
        change(termios, INPUT, 0002 | 0400 | 0020 | 0040 | 02000, 0);
        // ONLCR
        change(termios, OUTPUT, 0, 0004);
        // CS8
        change(termios, CONTROL, 0, 0060);
        // ECHO, ICANON, IEXTEN, ISIG
        change(termios, LOCAL, 0010 | 0002 | 0100000 | 0001, 0);
        termios.put(CHARACTERS + VMIN, (byte) 1).put(CHARACTERS + VTIME, (byte) 0);
        return LibC.setTerminalAttributes(fd, attributes);
    }

    private static void change(ByteBuffer termios, int at, int off, int on) {
        termios.putInt(at, termios.getInt(at) & ~off | on);
    }

    private int restore() {
        if (original == null) {
            return 0;
        }
        int status = LibC.setTerminalAttributes(descriptor, original);
        original = null;
        resources.remove(this);
        return status;
    }

    @Override
    public void close() {
        restore();
    }
}
