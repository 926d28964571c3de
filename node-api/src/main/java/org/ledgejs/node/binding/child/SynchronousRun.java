package org.ledgejs.node.binding.child;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.TruffleSafepoint;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSArrayBuffer;
import org.ledgejs.language.runtime.JSBuffer;
import org.ledgejs.language.runtime.JSBufferView;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.ObjectBuilder;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.process.Descriptors;
import org.ledgejs.node.binding.process.Descriptors.Poll;
import org.ledgejs.node.binding.process.LibC;
import org.ledgejs.node.binding.process.Signals;
import org.ledgejs.node.binding.process.Spawning;

/** {@code spawnSync}: a program from its start to its end, with what it is given to read and what it writes, while the agent's thread waits. */
final class SynchronousRun {
    private static final int SIGTERM = 15;
    /** How long a wait lasts at most before the context may be cancelled. */
    private static final int SLICE_MILLIS = 100;

    private final NodeRuntime node;
    private final Programs program;
    private final Object stdio;
    private final Bytes[] input;
    private final double timeout;
    private final double maxBuffer;
    private final int killSignal;
    private final MemorySegment buffer;

    private int[] ends;
    private int[] written;
    private ByteArrayOutputStream[] output;
    private double buffered;
    private int error;
    private int pid;
    private boolean killed;

    SynchronousRun(NodeRuntime node, Programs program, JSObject options) {
        this.node = node;
        this.program = program;
        this.stdio = Programs.get(options, "stdio");
        this.timeout = number(options, "timeout", 0);
        this.maxBuffer = number(options, "maxBuffer", Double.POSITIVE_INFINITY);
        int signal = (int) number(options, "killSignal", 0);
        this.killSignal = signal > 0 ? signal : SIGTERM;
        this.input = inputs(Programs.get(options, "input"));
        this.buffer = DescriptorPoller.of(node).buffer();
    }

    private static double number(JSObject options, String name, double otherwise) {
        return Programs.get(options, name) instanceof Number number ? number.doubleValue() : otherwise;
    }

    /** For each descriptor the bytes the program reads there, or null. */
    private static Bytes[] inputs(Object array) {
        Object[] values = array instanceof JSObject ? ObjectOperations.createListFromArrayLike(array) : new Object[0];
        Bytes[] inputs = new Bytes[values.length];
        for (int i = 0; i < values.length; i++) {
            inputs[i] = values[i] instanceof JSBufferView || values[i] instanceof JSBuffer ? Bytes.of(values[i]) : null;
        }
        return inputs;
    }

    /** {@code { pid, status, signal, output, error }} */
    JSObject run() {
        long begin = System.nanoTime();
        Spawning.Exit exit = null;
        try (Stdio streams = Stdio.of(node, stdio)) {
            ends = streams.ends();
            written = new int[ends.length];
            output = new ByteArrayOutputStream[ends.length];
            pid = program.start(streams.descriptors());
            streams.closeTheirs();
            if (pid < 0) {
                streams.closeEnds();
                error = pid;
                return result(null);
            }
            for (int i = 0; i < ends.length; i++) {
                if (ends[i] >= 0) {
                    Descriptors.setNonBlocking(ends[i]);
                    output[i] = new ByteArrayOutputStream();
                    if (input(i) == null || input(i).length() == 0) {
                        Descriptors.shutdown(ends[i]);
                    }
                }
            }
            try (ProcessEnd end = new ProcessEnd(pid)) {
                exit = communicate(end, begin);
            } finally {
                streams.closeEnds();
            }
        }
        return result(exit);
    }

    private Bytes input(int i) {
        return i < input.length ? input[i] : null;
    }

    private Spawning.Exit communicate(ProcessEnd end, long begin) {
        Spawning.Exit exit = null;
        List<Poll> polls = new ArrayList<>();
        while (exit == null || anyOpen()) {
            TruffleSafepoint.poll(null);
            polls.clear();
            if (exit == null) {
                polls.add(new Poll(end.descriptor(), Descriptors.POLLIN));
            }
            for (int i = 0; i < ends.length; i++) {
                if (ends[i] >= 0) {
                    polls.add(new Poll(ends[i], Descriptors.POLLIN | (hasInput(i) ? Descriptors.POLLOUT : 0)));
                }
            }
            int wait = SLICE_MILLIS;
            if (timeout > 0 && !killed) {
                double left = timeout - (System.nanoTime() - begin) / 1e6;
                if (left <= 0) {
                    kill(UvErrors.ETIMEDOUT);
                    continue;
                }
                wait = (int) Math.min(wait, Math.ceil(left));
            }
            Descriptors.poll(polls, wait);
            if (exit == null) {
                exit = end.poll();
            }
            polls.forEach(this::serve);
        }
        return exit;
    }

    private boolean anyOpen() {
        for (int fd : ends) {
            if (fd >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean hasInput(int i) {
        return input(i) != null && written[i] < input(i).length();
    }

    private void serve(Poll poll) {
        for (int i = 0; i < ends.length; i++) {
            if (ends[i] == poll.fd() && poll.happened() != 0) {
                if ((poll.happened() & Descriptors.POLLOUT) != 0 && hasInput(i)) {
                    write(i);
                }
                if ((poll.happened() & ~Descriptors.POLLOUT) != 0) {
                    read(i);
                }
                return;
            }
        }
    }

    private void write(int i) {
        Bytes bytes = input(i);
        int part = (int) Math.min(buffer.byteSize(), bytes.length() - written[i]);
        MemorySegment.copy(bytes.array(), bytes.offset() + written[i], buffer, ValueLayout.JAVA_BYTE, 0, part);
        int count = Descriptors.write(ends[i], buffer, part);
        if (count > 0) {
            written[i] += count;
        } else if (count < 0 && count != UvErrors.EAGAIN) {
            // The program reads no more.
            written[i] = bytes.length();
            if (count != UvErrors.EPIPE && error == 0) {
                error = count;
            }
        }
        if (!hasInput(i)) {
            Descriptors.shutdown(ends[i]);
        }
    }

    private void read(int i) {
        int count = Descriptors.read(ends[i], buffer, buffer.byteSize());
        if (count > 0) {
            output[i].writeBytes(buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE));
            buffered += count;
            if (maxBuffer > 0 && buffered > maxBuffer) {
                kill(UvErrors.number("ENOBUFS"));
            }
        } else if (count != UvErrors.EAGAIN) {
            closeEnd(i);
        }
    }

    private void closeEnd(int i) {
        Descriptors.close(ends[i]);
        ends[i] = -1;
    }

    /** Nothing it still writes is waited for. */
    private void kill(int reason) {
        if (killed) {
            return;
        }
        killed = true;
        if (error == 0) {
            error = reason;
        }
        for (int i = 0; i < ends.length; i++) {
            if (ends[i] >= 0) {
                closeEnd(i);
            }
        }
        if (LibC.kill(pid, killSignal) < 0) {
            LibC.kill(pid, 9);
        }
    }

    private JSObject result(Spawning.Exit exit) {
        ObjectBuilder result = new ObjectBuilder(node.realm()).put("pid", Math.max(pid, 0));
        result.put("status", exit == null || exit.signal() != 0 ? Null.INSTANCE : Conversions.number(exit.code()));
        result.put("signal", exit == null || exit.signal() == 0 ? Null.INSTANCE : Strings.of(Signals.name(exit.signal())));
        if (exit == null) {
            result.put("output", Null.INSTANCE);
        } else {
            Object[] values = new Object[output.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = output[i] == null ? Null.INSTANCE : JSArrayBuffer.wrap(node.realm(), output[i].toByteArray());
            }
            result.put("output", JSArray.create(node.realm(), values));
        }
        if (error != 0) {
            result.put("error", Conversions.number(error));
        }
        return result.build();
    }
}
