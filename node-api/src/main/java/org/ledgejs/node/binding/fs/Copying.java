package org.ledgejs.node.binding.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

import com.oracle.truffle.api.TruffleFile;

import org.ledgejs.node.binding.Operation;
import org.ledgejs.node.binding.UvErrors;

/** Copies a file as uv_fs_copyfile does: into the target as it stands, links and all, with the source's rights. */
final class Copying {
    private static final int EXCL = 1;
    private static final int FICLONE_FORCE = 4;
    private static final int CHUNK = 1 << 17;

    private Copying() { }

    static void copy(TruffleFile source, TruffleFile target, int mode, Operation call) throws IOException {
        if ((mode & FICLONE_FORCE) != 0) {
            throw call.failure(UvErrors.ENOSYS);
        }
        FileStat from = FileStat.of(source, true);
        if (from.isDirectory()) {
            throw call.failure(UvErrors.EISDIR);
        }
        boolean exclusive = (mode & EXCL) != 0;
        if (target.exists()) {
            if (exclusive) {
                throw call.failure(UvErrors.EEXIST);
            }
            if (FileStat.of(target, true).isSameFile(from)) {
                return;
            }
        }
        Set<OpenOption> options = exclusive ? Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)
                : Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        try (SeekableByteChannel in = source.newByteChannel(Set.of(StandardOpenOption.READ));
                SeekableByteChannel out = Opening.channel(target, options, true, from.mode())) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
            while (in.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                buffer.clear();
            }
        }
        try {
            target.setAttribute(TruffleFile.UNIX_MODE, from.mode() & ~FileStat.S_IFMT);
        } catch (UnsupportedOperationException e) {
            // A file system without rights.
        }
    }
}
