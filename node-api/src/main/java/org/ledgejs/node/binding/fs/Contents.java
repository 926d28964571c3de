package org.ledgejs.node.binding.fs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.oracle.truffle.api.TruffleFile;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.FileErrors;
import org.ledgejs.node.binding.HandleFunctions;
import org.ledgejs.node.binding.HandleObject;
import org.ledgejs.node.binding.Operation;
import org.ledgejs.node.binding.Operation.Answer;
import org.ledgejs.node.binding.Operation.Task;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.UvException;
import org.ledgejs.node.binding.Utf8;
import org.ledgejs.node.binding.buffer.Encodings;

/** The functions of binding {@code fs} on what is in files. */
final class Contents {
    /** Of a descriptor. */
    private static final Builtin.Body CLOSE = Operation.body("close", 1, call -> {
        int fd = call.integer(0);
        FileDescriptors descriptors = FileDescriptors.of(call.agent());
        return () -> {
            descriptors.close(fd);
            return Answer.NOTHING;
        };
    });

    private Contents() { }

    static PropertyTable addTo(PropertyTable table) {
        return table
                .method("open", 3, Operation.body("open", 3, Contents::open))
                .method("close", 1, (realm, thisValue, args) -> args.get(0) instanceof HandleObject
                        ? HandleFunctions.close(args) : CLOSE.call(realm, thisValue, args))
                .method("read", 5, Operation.body("read", 5, call -> {
                    Bytes target = window(call);
                    long position = position(call.get(4));
                    int fd = call.integer(0);
                    FileDescriptors descriptors = FileDescriptors.of(call.agent());
                    return () -> number(descriptors.get(fd, "read").read(target, position));
                }))
                .method("write", 5, Operation.body("write", 5, call -> write(call, window(call), position(call.get(4)))))
                .method("writeString", 4, Operation.body("write", 4, call -> {
                    byte[] bytes = Encodings.encode(Conversions.toJavaString(call.get(3)), (TruffleString) call.get(1));
                    return write(call, Bytes.of(bytes), position(call.get(2)));
                }))
                .method("readv", 3, Operation.body("read", 3, Contents::readv))
                .method("writev", 3, Operation.body("write", 3, Contents::writev))
                .method("readFile", 2, Operation.body("open", 2, call -> {
                    Loader loader = loader(call);
                    return () -> {
                        byte[] bytes = loader.load();
                        return realm -> Bytes.toBuffer(realm, bytes);
                    };
                }))
                .method("readFileUtf8", 2, Operation.body("open", 2, call -> {
                    Loader loader = loader(call);
                    return () -> {
                        TruffleString text = Utf8.decode(Bytes.of(loader.load()));
                        return realm -> text;
                    };
                }))
                .method("writeFile", 4, Operation.body("open", 4, Contents::writeFile))
                .method("ftruncate", 2, Operation.body("ftruncate", 2, call -> {
                    int fd = call.integer(0);
                    long length = (long) Math.max(0, call.get(1) == Undefined.INSTANCE ? 0 : call.number(1));
                    FileDescriptors descriptors = FileDescriptors.of(call.agent());
                    return () -> {
                        descriptors.get(fd, "ftruncate").truncate(length);
                        return Answer.NOTHING;
                    };
                }))
                .method("fsync", 1, Operation.body("fsync", 1, call -> sync(call, true, "fsync")))
                .method("fdatasync", 1, Operation.body("fdatasync", 1, call -> sync(call, false, "fdatasync")))
                .method("copyFile", 3, Operation.body("copyfile", 3, call -> {
                    TruffleFile source = Paths.toRead(call, 0);
                    TruffleFile target = Paths.toWrite(call, 1);
                    int mode = call.integer(2);
                    return () -> {
                        Copying.copy(source, target, mode, call);
                        return Answer.NOTHING;
                    };
                }));
    }

    private static Answer number(long n) {
        return realm -> Conversions.number(n);
    }

    private static Task open(Operation call) {
        OpenFlags flags = new OpenFlags(call.integer(1));
        TruffleFile file = Opening.file(call, 0, flags);
        int mode = call.get(2) == Undefined.INSTANCE ? 0666 : call.integer(2);
        FileDescriptors descriptors = FileDescriptors.of(call.agent());
        return () -> {
            int fd = descriptors.add(openNaming(call, file, flags, mode));
            return realm -> fd;
        };
    }

    private static OpenFile openNaming(Operation call, TruffleFile file, OpenFlags flags, int mode) throws IOException {
        try {
            return Opening.open(file, flags, mode);
        } catch (UvException e) {
            throw call.failure(e.errno());
        }
    }

    /** The window of (…, view, offset, length): parameters 1 to 3. */
    private static Bytes window(Operation call) {
        Bytes view = call.bytes(1);
        double offset = call.number(2);
        return view.slice(offset, offset + call.number(3));
    }

    private static long position(Object value) {
        if (value instanceof Integer i) {
            return i;
        }
        return value instanceof BigInt b ? b.longValue() : value instanceof Double d ? (long) (double) d : OpenFile.CURRENT;
    }

    private static Task write(Operation call, Bytes source, long position) {
        int fd = call.integer(0);
        FileDescriptors descriptors = FileDescriptors.of(call.agent());
        return () -> {
            descriptors.get(fd, "write").write(source, position);
            return number(source.length());
        };
    }

    private static Bytes[] windows(Operation call) {
        Object[] views = ObjectOperations.createListFromArrayLike(call.get(1));
        Bytes[] windows = new Bytes[views.length];
        for (int i = 0; i < views.length; i++) {
            windows[i] = Bytes.of(views[i]);
        }
        return windows;
    }

    private static Task readv(Operation call) {
        Bytes[] windows = windows(call);
        long position = position(call.get(2));
        int fd = call.integer(0);
        FileDescriptors descriptors = FileDescriptors.of(call.agent());
        return () -> {
            OpenFile file = descriptors.get(fd, "read");
            long total = 0;
            for (Bytes window : windows) {
                int n = file.read(window, position < 0 ? OpenFile.CURRENT : position + total);
                total += n;
                if (n < window.length()) {
                    break;
                }
            }
            return number(total);
        };
    }

    private static Task writev(Operation call) {
        Bytes[] windows = windows(call);
        long position = position(call.get(2));
        int fd = call.integer(0);
        FileDescriptors descriptors = FileDescriptors.of(call.agent());
        return () -> {
            OpenFile file = descriptors.get(fd, "write");
            long total = 0;
            for (Bytes window : windows) {
                file.write(window, position < 0 ? OpenFile.CURRENT : position + total);
                total += window.length();
            }
            return number(total);
        };
    }

    private interface Loader {
        byte[] load() throws IOException;
    }

    /** Reads all of a path, or the rest of a descriptor. */
    private static Loader loader(Operation call) {
        if (call.isDescriptor(0)) {
            int fd = call.integer(0);
            FileDescriptors descriptors = FileDescriptors.of(call.agent());
            return () -> rest(descriptors.get(fd, "read"));
        }
        OpenFlags flags = new OpenFlags(call.integer(1));
        TruffleFile file = Opening.file(call, 0, flags);
        return () -> {
            OpenFile open = openNaming(call, file, flags, 0666);
            try {
                return rest(open);
            } finally {
                open.close();
            }
        };
    }

    private static byte[] rest(OpenFile file) {
        try {
            return file.readRest();
        } catch (IOException e) {
            throw Operation.failure(FileErrors.errno(e), "read");
        }
    }

    private static Task writeFile(Operation call) {
        Bytes source = Utf8.bytesOf(call.get(1));
        if (call.isDescriptor(0)) {
            int fd = call.integer(0);
            FileDescriptors descriptors = FileDescriptors.of(call.agent());
            return () -> writeAll(descriptors.get(fd, "write"), source);
        }
        OpenFlags flags = new OpenFlags(call.integer(2));
        TruffleFile file = Opening.file(call, 0, flags);
        int mode = call.integer(3);
        return () -> {
            OpenFile open = openNaming(call, file, flags, mode);
            try {
                return writeAll(open, source);
            } finally {
                open.close();
            }
        };
    }

    private static Answer writeAll(OpenFile file, Bytes source) {
        try {
            file.write(source, OpenFile.CURRENT);
            return Answer.NOTHING;
        } catch (IOException e) {
            throw Operation.failure(FileErrors.errno(e), "write");
        }
    }

    /**
     * Truffle's channels cannot be forced to disk. On the machine's own file system the file is opened once more for that, since it is the file that is
     * forced, not the descriptor; another file system has no notion of it, for which POSIX permits that nothing happens.
     */
    private static Task sync(Operation call, boolean metadata, String syscall) {
        int fd = call.integer(0);
        call.requireUnrestricted(syscall);
        FileDescriptors descriptors = FileDescriptors.of(call.agent());
        return () -> {
            TruffleFile file = descriptors.get(fd, syscall).file();
            if (file == null) {
                throw Operation.failure(UvErrors.EINVAL, syscall);
            }
            Path path = HostFiles.path(file);
            if (path != null && Files.isRegularFile(path)) {
                HostFiles.force(path, metadata);
            }
            return Answer.NOTHING;
        };
    }
}
