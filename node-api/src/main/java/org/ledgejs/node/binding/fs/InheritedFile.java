package org.ledgejs.node.binding.fs;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import com.oracle.truffle.api.TruffleFile;

import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.Operation;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.process.Descriptors;

/** A descriptor above 2 that was open already when the process began: the one who started it wants the program to have it. */
final class InheritedFile extends OpenFile {
    private static final int CHUNK = 1 << 16;

    private final int fd;
    private final TruffleFile file;

    /** @param file a path to it */
    InheritedFile(int fd, TruffleFile file) {
        this.fd = fd;
        this.file = file;
    }

    @Override
    int read(Bytes target, long position) {
        if (target.length() == 0) {
            return 0;
        }
        try (Arena arena = Arena.ofConfined()) {
            int wanted = Math.min(CHUNK, target.length());
            MemorySegment buffer = arena.allocate(wanted);
            int count;
            do {
                count = position < 0 ? Descriptors.read(fd, buffer, wanted) : Descriptors.readAt(fd, buffer, wanted, position);
            } while (count == UvErrors.number("EINTR"));
            if (count < 0) {
                throw Operation.failure(count, "read");
            }
            MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, target.array(), target.offset(), count);
            return count;
        }
    }

    @Override
    void write(Bytes source, long position) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(CHUNK);
            int done = 0;
            while (done < source.length()) {
                int part = Math.min(CHUNK, source.length() - done);
                MemorySegment.copy(source.array(), source.offset() + done, buffer, ValueLayout.JAVA_BYTE, 0, part);
                int count = position < 0 ? Descriptors.write(fd, buffer, part) : Descriptors.writeAt(fd, buffer, part, position + done);
                if (count < 0 && count != UvErrors.number("EINTR")) {
                    throw Operation.failure(count, "write");
                }
                done += Math.max(0, count);
            }
        }
    }

    @Override
    void truncate(long length) {
        throw Operation.failure(UvErrors.EINVAL, "ftruncate");
    }

    @Override
    long size() {
        return 0;
    }

    @Override
    TruffleFile file() {
        return file;
    }

    @Override
    int descriptor() {
        return fd;
    }

    @Override
    void close() {
        Descriptors.close(fd);
    }
}
