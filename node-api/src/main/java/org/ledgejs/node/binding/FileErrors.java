package org.ledgejs.node.binding;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Map;

import org.ledgejs.language.runtime.JSException;

/** The error number behind an exception of java.nio.file. Java keeps it to itself, but says which it was by class or by the C library's text. */
public final class FileErrors {
    /** Texts of strerror, of glibc, musl and macOS. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("Is a directory", "EISDIR"), Map.entry("Not a directory", "ENOTDIR"), Map.entry("Operation not permitted", "EPERM"),
            Map.entry("No space left on device", "ENOSPC"), Map.entry("Read-only file system", "EROFS"),
            Map.entry("Too many levels of symbolic links", "ELOOP"), Map.entry("Symbolic link loop", "ELOOP"),
            Map.entry("File name too long", "ENAMETOOLONG"), Map.entry("Filename too long", "ENAMETOOLONG"),
            Map.entry("Too many open files", "EMFILE"), Map.entry("No file descriptors available", "EMFILE"),
            Map.entry("Directory not empty", "ENOTEMPTY"), Map.entry("Invalid argument", "EINVAL"), Map.entry("Device or resource busy", "EBUSY"),
            Map.entry("Resource busy", "EBUSY"), Map.entry("Text file busy", "ETXTBSY"), Map.entry("Invalid cross-device link", "EXDEV"),
            Map.entry("Cross-device link", "EXDEV"), Map.entry("File too large", "EFBIG"), Map.entry("Input/output error", "EIO"),
            Map.entry("I/O error", "EIO"), Map.entry("No such device or address", "ENXIO"), Map.entry("No such device", "ENODEV"),
            Map.entry("Broken pipe", "EPIPE"), Map.entry("Bad file descriptor", "EBADF"), Map.entry("Illegal seek", "ESPIPE"),
            Map.entry("Invalid seek", "ESPIPE"), Map.entry("Operation not supported", "ENOTSUP"), Map.entry("Not supported", "ENOTSUP"),
            Map.entry("Function not implemented", "ENOSYS"), Map.entry("Cannot allocate memory", "ENOMEM"), Map.entry("Out of memory", "ENOMEM"),
            Map.entry("Too many links", "EMLINK"), Map.entry("Resource temporarily unavailable", "EAGAIN"),
            Map.entry("Interrupted system call", "EINTR"), Map.entry("No such file or directory", "ENOENT"),
            Map.entry("Permission denied", "EACCES"), Map.entry("File exists", "EEXIST"), Map.entry("Inappropriate ioctl for device", "ENOTTY"),
            Map.entry("Value too large for defined data type", "EOVERFLOW"), Map.entry("No data available", "ENODATA"));

    private FileErrors() { }

    public static int errno(Throwable e) {
        return switch (e) {
            case UncheckedIOException u -> errno(u.getCause());
            case DirectoryIteratorException d -> errno(d.getCause());
            case NoSuchFileException n -> UvErrors.ENOENT;
            case FileAlreadyExistsException f -> UvErrors.EEXIST;
            case DirectoryNotEmptyException d -> UvErrors.ENOTEMPTY;
            case NotDirectoryException n -> UvErrors.ENOTDIR;
            case NotLinkException n -> UvErrors.EINVAL;
            case AccessDeniedException a -> UvErrors.EACCES;
            case FileSystemLoopException l -> UvErrors.ELOOP;
            case AtomicMoveNotSupportedException a -> UvErrors.EXDEV;
            case ReadOnlyFileSystemException r -> UvErrors.number("EROFS");
            case FileSystemException f -> byText(f.getReason());
            case ClosedChannelException c -> UvErrors.EBADF;
            case NonReadableChannelException n -> UvErrors.EBADF;
            case NonWritableChannelException n -> UvErrors.EBADF;
            case EOFException eof -> UvErrors.EOF;
            case IOException io -> byText(io.getMessage());
            case UnsupportedOperationException u -> UvErrors.ENOSYS;
            case InvalidPathException i -> UvErrors.ENOENT;
            case IllegalArgumentException i -> UvErrors.EINVAL;
            case OutOfMemoryError o -> UvErrors.ENOMEM;
            case SecurityException s -> UvErrors.EACCES;
            default -> UvErrors.UNKNOWN;
        };
    }

    /** The Error the program sees of a file that cannot be opened or read. On the agent's thread. */
    public static JSException unreadable(IOException e, String path) {
        int errno = errno(e);
        boolean opened = errno == UvErrors.EIO || errno == UvErrors.EISDIR;
        return UvErrors.toGuest(opened ? new UvException(errno, "read") : new UvException(errno, "open", path, null));
    }

    private static int byText(String text) {
        if (text == null) {
            return UvErrors.EIO;
        }
        String name = TEXTS.get(text);
        if (name == null) {
            // "Too many levels of symbolic links or unable to access attributes of symbolic link"
            name = TEXTS.entrySet().stream().filter(entry -> text.startsWith(entry.getKey())).map(Map.Entry::getValue).findFirst().orElse("EIO");
        }
        return UvErrors.number(name);
    }
}
