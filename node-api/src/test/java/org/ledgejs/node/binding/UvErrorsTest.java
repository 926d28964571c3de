package org.ledgejs.node.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UvErrorsTest {

    @Test
    void messagesNameTheCallAndItsPaths() {
        assertEquals("ENOENT: no such file or directory, open 'x'", new UvException(UvErrors.ENOENT, "open", "x", null).getMessage());
        assertEquals("EXDEV: cross-device link not permitted, rename 'a' -> 'b'", new UvException(UvErrors.EXDEV, "rename", "a", "b").getMessage());
        assertEquals("EBADF: bad file descriptor, read", new UvException(UvErrors.EBADF, "read").getMessage());
        assertEquals("Unknown system error -7777", UvErrors.name(-7777));
    }

    @Test
    void exceptionsOfFilesHaveNumbers() {
        assertEquals(UvErrors.ENOENT, FileErrors.errno(new NoSuchFileException("x")));
        assertEquals(UvErrors.EACCES, FileErrors.errno(new AccessDeniedException("x")));
        assertEquals(UvErrors.EISDIR, FileErrors.errno(new FileSystemException("x", null, "Is a directory")));
        assertEquals(UvErrors.ELOOP, FileErrors.errno(new FileSystemException("x", null, "Too many levels of symbolic links or unable to access attributes of symbolic link")));
        assertEquals(UvErrors.EBADF, FileErrors.errno(new ClosedChannelException()));
        assertEquals(UvErrors.EIO, FileErrors.errno(new IOException("something else")));
        assertEquals(UvErrors.ENOMEM, FileErrors.errno(new OutOfMemoryError()));
    }

    @Test
    void whatThisSystemThrowsIsUnderstood(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("f"));
        assertEquals(UvErrors.ENOTDIR, errno(() -> Files.newByteChannel(file.resolve("x"))));
        assertEquals(UvErrors.EISDIR, errno(() -> Files.newByteChannel(folder, StandardOpenOption.WRITE)));
        assertEquals(UvErrors.ENOTEMPTY, errno(() -> Files.delete(folder)));
        assertEquals(UvErrors.EEXIST, errno(() -> Files.createDirectory(file)));
        assertEquals(UvErrors.EINVAL, errno(() -> Files.readSymbolicLink(file)));
        assertEquals(UvErrors.number("ENAMETOOLONG"), errno(() -> Files.newByteChannel(folder.resolve("n".repeat(300)))));
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        assertEquals(UvErrors.ELOOP, errno(() -> Files.newByteChannel(loop)));
    }

    private interface Action {
        void run() throws IOException;
    }

    private static int errno(Action action) {
        try {
            action.run();
            return 0;
        } catch (IOException e) {
            return FileErrors.errno(e);
        }
    }
}
