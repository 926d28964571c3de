package org.ledgejs.node.binding.fs;

import java.io.IOException;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

import com.oracle.truffle.api.TruffleFile;

import org.ledgejs.language.runtime.Permissions.Access;
import org.ledgejs.node.binding.Operation;
import org.ledgejs.node.binding.UvErrors;

/** Path arguments as files of the context's file system, after asking for permission. */
final class Paths {
    private static final PosixFilePermission[] FROM_LOWEST_BIT = {PosixFilePermission.OTHERS_EXECUTE, PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_READ,
        PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_READ};

    private Paths() { }

    /** A path argument that will be read. */
    static TruffleFile toRead(Operation call, int i) {
        return checked(call, call.path(i), Access.READ);
    }

    /** A path argument that will be made, changed or removed. */
    static TruffleFile toWrite(Operation call, int i) {
        return checked(call, call.path(i), Access.WRITE);
    }

    static TruffleFile checked(Operation call, String path, Access access) {
        if (!call.permissions().isRestricted()) {
            call.permissions().require(access, path);
        }
        if (path.isEmpty()) {
            throw call.failure(UvErrors.ENOENT);
        }
        // Parts of Truffle's file system resolve relative paths against the process's folder, not the context's.
        TruffleFile file = call.agent().env().getPublicTruffleFile(path).getAbsoluteFile();
        requireWhereRestricted(call, file, access);
        return file;
    }

    /** Asks for a file by its name and by what that leads to. */
    static void requireWhereRestricted(Operation call, TruffleFile file, Access access) {
        if (!call.permissions().isRestricted()) {
            return;
        }
        TruffleFile named = file.normalize();
        call.permissions().require(access, named.getPath());
        TruffleFile existing = named;
        while (existing != null) {
            try {
                TruffleFile real = existing.getCanonicalFile();
                call.permissions().require(access, real.resolve(existing.relativize(named).getPath()).normalize().getPath());
                return;
            } catch (IOException e) {
                existing = existing.getParent();
            }
        }
    }

    /** The rights in a mode as what a new file gets; the process's umask is taken off by the system. */
    static FileAttribute<?> attribute(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < FROM_LOWEST_BIT.length; bit++) {
            if ((mode & 1 << bit) != 0) {
                permissions.add(FROM_LOWEST_BIT[bit]);
            }
        }
        return PosixFilePermissions.asFileAttribute(permissions);
    }
}
