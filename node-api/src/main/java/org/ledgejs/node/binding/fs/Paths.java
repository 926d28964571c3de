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

    /** A path argument of a name that is meant itself, be it a link or not. */
    static TruffleFile named(Operation call, int i, Access... accesses) {
        String path = call.path(i);
        for (Access access : accesses) {
            require(call, path, access);
        }
        TruffleFile file = file(call, path);
        TruffleFile parent = file.normalize().getParent();
        if (parent != null) {
            for (Access access : accesses) {
                requireTarget(call, parent, file.normalize().getName(), access);
            }
        }
        return file;
    }

    static TruffleFile checked(Operation call, String path, Access access) {
        require(call, path, access);
        TruffleFile file = file(call, path);
        requireTarget(call, file.normalize(), "", access);
        return file;
    }

    private static void require(Operation call, String path, Access access) {
        if (path.isEmpty()) {
            throw call.failure(UvErrors.ENOENT);
        }
        call.permissions().require(access, path);
    }

    private static TruffleFile file(Operation call, String path) {
        // Parts of Truffle's file system resolve relative paths against the process's folder, not the context's.
        return call.agent().env().getPublicTruffleFile(path).getAbsoluteFile();
    }

    /** Where a policy limits the program, asks for what a name leads to as well. @param name below it that is not followed, or empty */
    private static void requireTarget(Operation call, TruffleFile named, String name, Access access) {
        if (!call.permissions().isRestricted()) {
            return;
        }
        TruffleFile existing = named;
        while (existing != null) {
            try {
                TruffleFile real = existing.getCanonicalFile().resolve(existing.relativize(named).getPath());
                String path = (name.isEmpty() ? real : real.resolve(name)).normalize().getPath();
                if (!call.permissions().allowsTarget(access, path)) {
                    throw call.permissions().refusal(access, path);
                }
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
