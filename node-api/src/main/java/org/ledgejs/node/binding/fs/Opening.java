package org.ledgejs.node.binding.fs;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.OpenOption;
import java.util.Set;

import com.oracle.truffle.api.TruffleFile;

import org.ledgejs.language.runtime.Permissions.Access;
import org.ledgejs.node.binding.Operation;
import org.ledgejs.node.binding.UvErrors;

/** Opens files by flags and mode of open(2). */
final class Opening {
    private Opening() { }

    /** A path argument, with the permissions the flags ask for. */
    static TruffleFile file(Operation call, int i, OpenFlags flags) {
        if (!flags.changes()) {
            return Paths.toRead(call, i);
        }
        if (flags.readable()) {
            Paths.checked(call, call.path(i), Access.READ);
        }
        return Paths.checked(call, call.samePath(i), Access.WRITE);
    }

    static OpenFile open(TruffleFile file, OpenFlags flags, int mode) throws IOException {
        if (flags.has(OpenFlags.O_DIRECTORY) && !FileStat.of(file, true).isDirectory()) {
            throw Operation.failure(UvErrors.ENOTDIR, "open");
        }
        SeekableByteChannel channel = channel(file, flags.options(), flags.has(OpenFlags.O_CREAT), mode);
        if (flags.has(OpenFlags.O_TRUNC) && flags.append() && !flags.readable()) {
            channel.truncate(0);
        }
        return new OpenFile.OfChannel(file, channel, flags);
    }

    static SeekableByteChannel channel(TruffleFile file, Set<OpenOption> options, boolean creates, int mode) throws IOException {
        if (!creates) {
            return file.newByteChannel(options);
        }
        try {
            return file.newByteChannel(options, Paths.attribute(mode));
        } catch (UnsupportedOperationException e) {
            // A file system without rights.
            return file.newByteChannel(options);
        }
    }
}
