package org.ledgejs.node.binding.fs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.oracle.truffle.api.TruffleFile;

import org.ledgejs.language.runtime.Permissions.Access;
import org.ledgejs.node.binding.FileErrors;
import org.ledgejs.node.binding.Operation;
import org.ledgejs.node.binding.Operation.Answer;
import org.ledgejs.node.binding.Operation.Task;
import org.ledgejs.node.binding.UvErrors;

/** {@code rm}: removes a file or a whole tree, trying again where something is only busy. Links are removed, not followed. */
final class Removal {
    private static final Set<Integer> WORTH_RETRYING = Set.of(UvErrors.EBUSY, UvErrors.EMFILE, UvErrors.ENOTEMPTY, UvErrors.EPERM, UvErrors.number("ENFILE"));

    private Removal() { }

    /** {@code rm(path, force, recursive, maxRetries, retryDelay)} */
    static Task prepare(Operation call) {
        TruffleFile file = Paths.named(call, 0, Access.READ, Access.WRITE);
        boolean force = call.flag(1);
        boolean recursive = call.flag(2);
        int retries = Math.max(0, call.integer(3));
        int delay = Math.max(0, call.integer(4));
        return () -> {
            if (!file.exists(LinkOption.NOFOLLOW_LINKS)) {
                if (!force) {
                    throw call.failure(UvErrors.ENOENT);
                }
                return Answer.NOTHING;
            }
            for (int tries = 0;; tries++) {
                try {
                    remove(call, file, recursive);
                    return Answer.NOTHING;
                } catch (IOException e) {
                    if (tries >= retries || !WORTH_RETRYING.contains(FileErrors.errno(e))) {
                        throw e;
                    }
                    pause((long) delay * (tries + 1));
                }
            }
        };
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted system call");
        }
    }

    private static void remove(Operation call, TruffleFile file, boolean recursive) throws IOException {
        if (!file.isDirectory(LinkOption.NOFOLLOW_LINKS)) {
            delete(file);
            return;
        }
        if (!recursive) {
            throw call.failure(UvErrors.EISDIR);
        }
        List<TruffleFile> entries = new ArrayList<>();
        try (DirectoryStream<TruffleFile> stream = file.newDirectoryStream()) {
            stream.forEach(entries::add);
        }
        for (TruffleFile entry : entries) {
            remove(call, entry, true);
        }
        delete(file);
    }

    /** Somebody else may have been faster. */
    private static void delete(TruffleFile file) throws IOException {
        try {
            file.delete();
        } catch (IOException e) {
            if (FileErrors.errno(e) != UvErrors.ENOENT) {
                throw e;
            }
        }
    }
}
