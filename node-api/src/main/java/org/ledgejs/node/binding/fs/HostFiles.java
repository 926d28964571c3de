package org.ledgejs.node.binding.fs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import com.oracle.truffle.api.TruffleFile;

/**
 * The machine's own files behind files of the context, for the few things Truffle's interface cannot do and that reveal nothing: forcing to disk,
 * watching. A context's file system may be another one, or an embedder's; only where both see the same inode is it the same file.
 */
final class HostFiles {
    private HostFiles() { }

    /** The path if the machine's file of that name is this one, or null. */
    static Path path(TruffleFile file) {
        try {
            Path path = Path.of(file.getAbsoluteFile().getPath());
            boolean same = file.getAttribute(TruffleFile.UNIX_INODE).equals(Files.getAttribute(path, "unix:ino"))
                    && file.getAttribute(TruffleFile.UNIX_DEV).equals(Files.getAttribute(path, "unix:dev"));
            return same ? path : null;
        } catch (IOException | UnsupportedOperationException | SecurityException | InvalidPathException e) {
            return null;
        }
    }

    static void force(Path path, boolean metadata) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(metadata);
        }
    }
}
