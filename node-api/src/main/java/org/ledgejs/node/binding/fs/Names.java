package org.ledgejs.node.binding.fs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import com.oracle.truffle.api.TruffleFile;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Permissions;
import org.ledgejs.language.runtime.Permissions.Access;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.binding.FileErrors;
import org.ledgejs.node.binding.Operation;
import org.ledgejs.node.binding.Operation.Answer;
import org.ledgejs.node.binding.Operation.Task;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.UvException;

/** The functions of binding {@code fs} on names: folders, links, moving, removing. */
final class Names {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int MAX_TRIES = 1000;

    private Names() { }

    static PropertyTable addTo(PropertyTable table) {
        return table
                .method("readdir", 2, Operation.body("scandir", 2, Names::readdir))
                .method("mkdir", 3, Operation.prompt("mkdir", 3, Names::mkdir))
                .method("mkdtemp", 1, Operation.body("mkdtemp", 1, Names::mkdtemp))
                .method("rmdir", 1, Operation.prompt("rmdir", 1, call -> remove(call, true)))
                .method("unlink", 1, Operation.body("unlink", 1, call -> remove(call, false)))
                .method("rm", 5, Operation.body("rm", 5, Removal::prepare))
                .method("rename", 2, Operation.body("rename", 2, call -> {
                    TruffleFile from = Paths.named(call, 0, Access.READ, Access.WRITE);
                    TruffleFile to = Paths.named(call, 1, Access.WRITE);
                    return () -> {
                        // What rename(2) does, where there is one; plain moves would not replace.
                        from.move(to, StandardCopyOption.ATOMIC_MOVE);
                        return Answer.NOTHING;
                    };
                }))
                .method("link", 2, Operation.body("link", 2, call -> {
                    TruffleFile existing = Paths.named(call, 0, Access.READ, Access.WRITE);
                    TruffleFile link = Paths.toWrite(call, 1);
                    return () -> {
                        link.createLink(existing);
                        return Answer.NOTHING;
                    };
                }))
                .method("symlink", 3, Operation.body("symlink", 3, call -> {
                    // A link keeps its target as it is written.
                    TruffleFile target = call.agent().env().getPublicTruffleFile(call.path(0));
                    boolean all = call.permissions().allows(Access.READ, "") && call.permissions().allows(Access.WRITE, "");
                    if (call.permissions().isRestricted() && !all) {
                        // Where a link leads may change after it was made.
                        throw Permissions.denied("fs.symlink API requires full fs.read and fs.write permissions.", "", "");
                    }
                    TruffleFile link = Paths.named(call, 1, Access.WRITE);
                    return () -> {
                        link.createSymbolicLink(target);
                        return Answer.NOTHING;
                    };
                }))
                .method("readlink", 1, Operation.prompt("readlink", 1, call -> {
                    TruffleFile link = Paths.named(call, 0, Access.READ);
                    return () -> path(link.readSymbolicLink());
                }))
                .method("realpath", 1, Operation.body("realpath", 1, call -> {
                    TruffleFile file = Paths.toRead(call, 0);
                    return () -> path(file.getCanonicalFile());
                }));
    }

    private static Answer path(TruffleFile file) {
        String path = file.getPath();
        return realm -> Strings.of(path);
    }

    private static Task readdir(Operation call) {
        TruffleFile folder = Paths.toRead(call, 0);
        boolean withTypes = call.flag(1);
        return () -> {
            List<TruffleFile> entries = new ArrayList<>();
            try (DirectoryStream<TruffleFile> stream = folder.newDirectoryStream()) {
                stream.forEach(entries::add);
            }
            entries.sort(Comparator.comparing(TruffleFile::getName));
            Object[] names = entries.stream().map(entry -> (Object) Strings.of(entry.getName())).toArray();
            if (!withTypes) {
                return realm -> JSArray.create(realm, names);
            }
            int[] types = entries.stream().mapToInt(Names::type).toArray();
            return realm -> JSArray.create(realm, new Object[] {JSArray.create(realm, names), JSArray.create(realm, types)});
        };
    }

    /** UV_DIRENT_UNKNOWN for one that is gone again. */
    private static int type(TruffleFile entry) {
        try {
            return FileStat.of(entry, false).direntType();
        } catch (IOException | SecurityException e) {
            return 0;
        }
    }

    private static void create(TruffleFile folder, int mode) throws IOException {
        try {
            folder.createDirectory(Paths.attribute(mode));
        } catch (UnsupportedOperationException e) {
            // A file system without rights.
            folder.createDirectory();
        }
    }

    private static Task mkdir(Operation call) {
        TruffleFile folder = Paths.toWrite(call, 0);
        String given = call.samePath(0);
        int mode = call.integer(1);
        boolean recursive = call.flag(2);
        return () -> {
            if (!recursive) {
                create(folder, mode);
                return Answer.NOTHING;
            }
            if (!Path.of(given).isAbsolute() && !call.agent().env().getCurrentWorkingDirectory().exists()) {
                // The working folder is gone: nothing can be made in it, and it is not made again.
                throw call.failure(UvErrors.ENOENT);
            }
            TruffleFile first = createAll(call, folder.normalize(), mode);
            return first == null ? Answer.NOTHING : path(first);
        };
    }

    /** @return the topmost folder that was made, or null */
    private static TruffleFile createAll(Operation call, TruffleFile folder, int mode) throws IOException {
        List<TruffleFile> missing = new ArrayList<>();
        TruffleFile at = folder;
        while (at != null && !at.exists()) {
            missing.add(at);
            at = at.getParent();
        }
        if (at != null && !at.isDirectory()) {
            throw call.failure(missing.isEmpty() ? UvErrors.EEXIST : UvErrors.ENOTDIR);
        }
        for (TruffleFile next : missing.reversed()) {
            try {
                create(next, mode);
            } catch (IOException e) {
                // Somebody else may have been faster.
                if (FileErrors.errno(e) != UvErrors.EEXIST || !next.isDirectory()) {
                    throw e;
                }
            }
        }
        return missing.isEmpty() ? null : missing.getLast();
    }

    private static Task mkdtemp(Operation call) {
        String prefix = call.path(0);
        TruffleFile pattern = Paths.checked(call, prefix + "XXXXXX", Access.WRITE);
        String start = pattern.getName().substring(0, pattern.getName().length() - 6);
        return () -> {
            for (int tries = 0;; tries++) {
                String random = ThreadLocalRandom.current().ints(6, 0, LETTERS.length()).mapToObj(i -> LETTERS.substring(i, i + 1)).collect(Collectors.joining());
                try {
                    create(pattern.resolveSibling(start + random), 0700);
                    return realm -> Strings.of(prefix + random);
                } catch (IOException e) {
                    int errno = FileErrors.errno(e);
                    if (errno != UvErrors.EEXIST || tries >= MAX_TRIES) {
                        throw new UvException(errno, "mkdtemp", prefix + "XXXXXX", null);
                    }
                }
            }
        };
    }

    private static Task remove(Operation call, boolean folder) {
        TruffleFile file = Paths.named(call, 0, Access.WRITE);
        return () -> {
            // Java deletes either; which it is must be found out first.
            boolean isFolder = file.isDirectory(LinkOption.NOFOLLOW_LINKS);
            if (folder && !isFolder && file.exists(LinkOption.NOFOLLOW_LINKS)) {
                throw call.failure(UvErrors.ENOTDIR);
            }
            if (!folder && isFolder) {
                throw call.failure(UvErrors.EISDIR);
            }
            file.delete();
            return Answer.NOTHING;
        };
    }
}
