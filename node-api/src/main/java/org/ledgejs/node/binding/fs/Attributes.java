package org.ledgejs.node.binding.fs;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import com.oracle.truffle.api.TruffleFile;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Permissions.Access;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.binding.FileErrors;
import org.ledgejs.node.binding.Operation;
import org.ledgejs.node.binding.Operation.Answer;
import org.ledgejs.node.binding.Operation.Task;
import org.ledgejs.node.binding.UvErrors;

/** The functions of binding {@code fs} on what is known about files. */
final class Attributes {
    private static final LinkOption[] FOLLOW = {};
    private static final LinkOption[] NOFOLLOW = {LinkOption.NOFOLLOW_LINKS};

    private Attributes() { }

    static PropertyTable addTo(PropertyTable table) {
        return table
                .method("stat", 3, Operation.body("stat", 3, call -> stat(call, true)))
                .method("lstat", 3, Operation.body("lstat", 3, call -> stat(call, false)))
                .method("fstat", 2, Operation.body("fstat", 2, Attributes::fstat))
                .method("statfs", 2, Operation.body("statfs", 2, Attributes::statfs))
                .method("access", 2, Operation.body("access", 2, Attributes::access))
                .method("exists", 1, (realm, thisValue, args) -> exists(realm.agent(), Conversions.toJavaString(args.get(0))))
                .method("internalModuleStat", 1, (realm, thisValue, args) -> internalStat(realm.agent(), Conversions.toJavaString(args.get(0))))
                .method("chmod", 2, Operation.prompt("chmod", 2, call -> chmod(call, Paths.toWrite(call, 0), FOLLOW)))
                .method("lchmod", 2, Operation.body("lchmod", 2, call -> chmod(call, Paths.named(call, 0, Access.WRITE), NOFOLLOW)))
                .method("fchmod", 2, Operation.body("fchmod", 2, call -> chmod(call, ofDescriptor(call, "fchmod"), FOLLOW)))
                .method("chown", 3, Operation.body("chown", 3, call -> chown(call, Paths.toWrite(call, 0), FOLLOW)))
                .method("lchown", 3, Operation.body("lchown", 3, call -> chown(call, Paths.named(call, 0, Access.WRITE), NOFOLLOW)))
                .method("fchown", 3, Operation.body("fchown", 3, call -> chown(call, ofDescriptor(call, "fchown"), FOLLOW)))
                .method("utimes", 3, Operation.prompt("utime", 3, call -> utimes(call, Paths.toWrite(call, 0), FOLLOW)))
                .method("lutimes", 3, Operation.prompt("lutime", 3, call -> utimes(call, Paths.named(call, 0, Access.WRITE), NOFOLLOW)))
                .method("futimes", 3, Operation.body("futime", 3, call -> utimes(call, ofDescriptor(call, "futime"), FOLLOW)));
    }

    /** The file of a descriptor argument. Rights and times go by its name. */
    private static TruffleFile ofDescriptor(Operation call, String syscall) {
        call.requireUnrestricted(syscall.equals("futime") ? "futimes" : syscall);
        TruffleFile file = FileDescriptors.of(call.agent()).get(call.integer(0), syscall).file();
        if (file == null) {
            throw Operation.failure(UvErrors.EPERM, syscall);
        }
        return file;
    }

    private static Task stat(Operation call, boolean followLinks) {
        TruffleFile file = followLinks ? Paths.toRead(call, 0) : Paths.named(call, 0, Access.READ);
        boolean bigint = call.flag(1);
        boolean mayMiss = call.get(2) == Boolean.FALSE;
        return () -> {
            try {
                FileStat stat = FileStat.of(file, followLinks);
                return realm -> stat.toArray(realm, bigint);
            } catch (IOException e) {
                int errno = FileErrors.errno(e);
                if (mayMiss && (errno == UvErrors.ENOENT || errno == UvErrors.ENOTDIR)) {
                    return Answer.NOTHING;
                }
                throw e;
            }
        };
    }

    private static Task fstat(Operation call) {
        int fd = call.integer(0);
        boolean bigint = call.flag(1);
        FileDescriptors descriptors = FileDescriptors.of(call.agent());
        // The process's own standard streams have names; those an embedding gave have not.
        TruffleFile standard = fd <= 2 && call.permissions().allows(Access.PROCESS, "fstat")
                ? call.agent().env().getPublicTruffleFile("/proc/self/fd/" + fd) : null;
        return () -> {
            FileStat stat = fstat(descriptors.get(fd, "fstat"), standard);
            return realm -> stat.toArray(realm, bigint);
        };
    }

    private static FileStat fstat(OpenFile open, TruffleFile standard) throws IOException {
        if (open instanceof OpenFile.OfChannel channel) {
            try {
                return FileStat.of(open.file(), true);
            } catch (IOException e) {
                return FileStat.unlinked(channel.length());
            }
        }
        try {
            TruffleFile named = open.file() != null ? open.file() : standard;
            return named == null ? FileStat.pipe() : FileStat.of(named, true);
        } catch (IOException | SecurityException e) {
            return FileStat.pipe();
        }
    }

    /** Java does not tell a file system's type and its inodes: those are 0. */
    private static Task statfs(Operation call) {
        TruffleFile file = Paths.toRead(call, 0);
        boolean bigint = call.flag(1);
        return () -> {
            FileStat.of(file, true);
            TruffleFile.FileStoreInfo store = file.getFileStoreInfo();
            long block = Math.max(1, store.getBlockSize());
            long[] numbers = {0, block, store.getTotalSpace() / block, store.getUnallocatedSpace() / block, store.getUsableSpace() / block, 0, 0};
            return realm -> {
                Object[] values = new Object[numbers.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = bigint ? BigInt.of(numbers[i]) : Conversions.number(numbers[i]);
                }
                return JSArray.create(realm, values);
            };
        };
    }

    private static Task access(Operation call) {
        TruffleFile file = Paths.toRead(call, 0);
        int mode = call.integer(1);
        return () -> {
            FileStat.of(file, true);
            boolean allowed = ((mode & 4) == 0 || file.isReadable()) && ((mode & 2) == 0 || file.isWritable()) && ((mode & 1) == 0 || file.isExecutable());
            if (!allowed) {
                throw call.failure(UvErrors.EACCES);
            }
            return Answer.NOTHING;
        };
    }

    /** What an embedding does not show is not there; what a policy forbids to look at is an error. */
    private static boolean exists(Agent agent, String path) {
        if (agent.permissions().isRestricted() && !path.isEmpty()) {
            agent.permissions().read(path);
        }
        return internalStat(agent, path) >= 0;
    }

    /**
     * 0 for a file, 1 for a folder, negative for what is not there or what the embedding does not show. A policy has no say: modules are looked for in
     * many folders, and only reading them is asked for.
     */
    static int internalStat(Agent agent, String path) {
        if (path.isEmpty()) {
            return UvErrors.ENOENT;
        }
        try {
            TruffleFile file = agent.env().getPublicTruffleFile(path);
            return file.isDirectory() ? 1 : file.exists() ? 0 : UvErrors.ENOENT;
        } catch (SecurityException | IllegalArgumentException | UnsupportedOperationException e) {
            return UvErrors.ENOENT;
        }
    }

    private static Task chmod(Operation call, TruffleFile file, LinkOption[] links) {
        int mode = call.integer(1) & 07777;
        return () -> {
            file.setAttribute(TruffleFile.UNIX_MODE, mode, links);
            return Answer.NOTHING;
        };
    }

    private static Task chown(Operation call, TruffleFile file, LinkOption[] links) {
        int uid = (int) Conversions.toUint32(call.get(1));
        int gid = (int) Conversions.toUint32(call.get(2));
        return () -> {
            if (uid != -1) {
                file.setAttribute(TruffleFile.UNIX_UID, uid, links);
            }
            if (gid != -1) {
                file.setAttribute(TruffleFile.UNIX_GID, gid, links);
            }
            return Answer.NOTHING;
        };
    }

    private static Task utimes(Operation call, TruffleFile file, LinkOption[] links) {
        FileTime access = time(call.get(1));
        FileTime modification = time(call.get(2));
        return () -> {
            file.setLastAccessTime(access, links);
            file.setLastModifiedTime(modification, links);
            return Answer.NOTHING;
        };
    }

    /** @param seconds since 1970, with a fraction; undefined is now */
    private static FileTime time(Object seconds) {
        double value = seconds == Undefined.INSTANCE ? System.currentTimeMillis() / 1000.0 : Conversions.toNumber(seconds);
        double whole = Math.floor(value);
        return FileTime.from(Instant.ofEpochSecond((long) whole, (long) ((value - whole) * 1e9)));
    }
}
