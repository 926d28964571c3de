package org.ledgejs.node.binding.fs;

import java.io.File;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

import com.oracle.truffle.api.TruffleFile;

import org.ledgejs.node.binding.Proc;

/** Which descriptor of the process an open channel is: Java does not say, Linux does. */
final class RealDescriptor {
    private static final long FAR = 1L << 40;

    private RealDescriptor() { }

    /** @throws IOException if it cannot be found */
    static int of(TruffleFile file, SeekableByteChannel channel) throws IOException {
        long position = channel.position();
        // Only this channel is at a place nobody else would go to.
        long mark = ThreadLocalRandom.current().nextLong(FAR, FAR << 1);
        try {
            channel.position(mark);
            for (int fd : open()) {
                if (Proc.number(Proc.field(Proc.read("/proc/self/fdinfo/" + fd), "pos"), -1) == mark) {
                    return fd;
                }
            }
        } finally {
            channel.position(position);
        }
        return byPath(file);
    }

    /** For what has no positions. */
    private static int byPath(TruffleFile file) throws IOException {
        Path path = Path.of(file.getCanonicalFile().getPath());
        for (int fd : open()) {
            if (Files.exists(Path.of("/proc/self/fd/" + fd)) && Files.isSameFile(path, Path.of("/proc/self/fd/" + fd))) {
                return fd;
            }
        }
        throw new IOException("Bad file descriptor");
    }

    private static int[] open() {
        String[] names = new File("/proc/self/fd").list();
        return names == null ? new int[0] : Arrays.stream(names).mapToInt(Integer::parseInt).filter(fd -> fd > 2).toArray();
    }
}
