package org.ledgejs.node.binding.child;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Permissions.Access;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.StreamHandle;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.UvException;
import org.ledgejs.node.binding.fs.FileDescriptors;
import org.ledgejs.node.binding.process.Descriptors;
import org.ledgejs.node.binding.process.Spawning;

import com.oracle.truffle.api.strings.TruffleString;

/** What a child's descriptors are: those it gets of ours, and our ends of new pipes. */
final class Stdio implements AutoCloseable {
    /** For each of the child's descriptors one of ours, or {@link Spawning#IGNORE}. */
    private final int[] descriptors;
    /** For each our end of its pipe, or -1. */
    private final int[] ends;
    private final List<Integer> theirs = new ArrayList<>();

    private Stdio(int count) {
        descriptors = new int[count];
        ends = new int[count];
        Arrays.fill(descriptors, Spawning.IGNORE);
        Arrays.fill(ends, -1);
    }

    /**
     * @param array for each descriptor: a string for a new pipe, a number for a descriptor of the program, a stream handle, or anything else for nothing
     * @throws UvException where a pipe cannot be made, or a descriptor is none
     */
    static Stdio of(NodeRuntime node, Object array) {
        Object[] kinds = array instanceof JSObject ? ObjectOperations.createListFromArrayLike(array) : new Object[0];
        Stdio stdio = new Stdio(Math.max(3, kinds.length));
        boolean done = false;
        try {
            for (int i = 0; i < kinds.length; i++) {
                switch (kinds[i]) {
                    case TruffleString kind when !Strings.java(kind).isEmpty() -> stdio.pipe(i);
                    case Integer fd -> stdio.descriptors[i] = descriptor(node, fd);
                    case Double fd -> stdio.descriptors[i] = descriptor(node, Conversions.toInt32(fd));
                    case StreamHandle stream -> stdio.descriptors[i] = stream(stream, i);
                    default -> { }
                }
            }
            done = true;
        } finally {
            if (!done) {
                stdio.closeTheirs();
                stdio.closeEnds();
            }
        }
        return stdio;
    }

    private void pipe(int i) {
        int[] pair = Descriptors.socketPair();
        if (pair == null) {
            throw new UvException(UvErrors.EMFILE, "spawn");
        }
        ends[i] = pair[0];
        descriptors[i] = pair[1];
        theirs.add(pair[1]);
    }

    /** Blocking or not is a property of what both descriptors stand for. */
    private static int stream(StreamHandle stream, int target) {
        int fd = stream.fd();
        if (fd < 0) {
            throw new UvException(UvErrors.ENOTSUP, "spawn");
        }
        if (target <= 2) {
            Descriptors.setBlocking(fd);
        }
        return fd;
    }

    private static int descriptor(NodeRuntime node, int fd) {
        if (fd >= 0 && fd <= 2) {
            node.agent().permissions().require(Access.PROCESS, "stdio");
        }
        try {
            return FileDescriptors.of(node.agent()).real(fd);
        } catch (IOException e) {
            throw new UvException(UvErrors.EBADF, "spawn");
        }
    }

    int[] descriptors() {
        return descriptors;
    }

    int[] ends() {
        return ends;
    }

    /** Lets go of the child's ends. */
    void closeTheirs() {
        theirs.forEach(Descriptors::close);
        theirs.clear();
    }

    @Override
    public void close() {
        closeTheirs();
    }

    /** Where nobody takes our ends over. */
    void closeEnds() {
        for (int i = 0; i < ends.length; i++) {
            if (ends[i] >= 0) {
                Descriptors.close(ends[i]);
                ends[i] = -1;
            }
        }
    }
}
