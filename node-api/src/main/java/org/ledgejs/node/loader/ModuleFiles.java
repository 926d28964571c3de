package org.ledgejs.node.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.oracle.truffle.api.TruffleFile;
import com.oracle.truffle.api.TruffleLanguage.Env;

/** The files modules are read from: the context's file system, as its embedder allows it. Paths are absolute, with {@code /}. */
public final class ModuleFiles {
    /** How many bytes are read at once. */
    private static final int PART = 1 << 16;

    private final Env env;

    public ModuleFiles(Env env) {
        this.env = env;
    }

    public boolean isFile(String path) {
        return is(path, true);
    }

    public boolean isDirectory(String path) {
        return is(path, false);
    }

    private boolean is(String path, boolean file) {
        try {
            TruffleFile f = env.getPublicTruffleFile(path);
            return file ? f.isRegularFile() : f.isDirectory();
        } catch (SecurityException | UnsupportedOperationException | IllegalArgumentException e) {
            // What may not be seen is not there.
            return false;
        }
    }

    public byte[] read(String path) throws IOException {
        return env.getPublicTruffleFile(path).readAllBytes();
    }

    public String readText(String path) throws IOException {
        TruffleFile file = env.getPublicTruffleFile(path);
        try (InputStream in = file.newInputStream()) {
            byte[] bytes = new byte[(int) Math.min(file.size() + 1, Integer.MAX_VALUE / 2)];
            int count = 0;
            // By parts: a channel copies what it is asked for through a buffer outside of the heap, and keeps that for the thread.
            for (int read; (read = in.read(bytes, count, Math.min(PART, bytes.length - count))) > 0;) {
                count += read;
                if (count == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * count);
                }
            }
            return new String(bytes, 0, count, StandardCharsets.UTF_8);
        }
    }

    /** The path without symbolic links. */
    public String realPath(String path) throws IOException {
        return env.getPublicTruffleFile(path).getCanonicalFile().getPath();
    }

    public boolean isLink(String path) {
        return env.getPublicTruffleFile(path).isSymbolicLink();
    }

    /** An absolute path, normalised, of one that may be relative to the working folder. */
    public String absolute(String path) {
        TruffleFile file = env.getPublicTruffleFile(path);
        try {
            return file.getAbsoluteFile().normalize().getPath();
        } catch (SecurityException e) {
            // A context without files has no working folder either.
            return env.getPublicTruffleFile("/").resolve(path).normalize().getPath();
        }
    }
}
