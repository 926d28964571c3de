package org.ledgejs.node.loader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.oracle.truffle.api.TruffleFile;
import com.oracle.truffle.api.TruffleLanguage.Env;

/** The files modules are read from: the context's file system, as its embedder allows it. Paths are absolute, with {@code /}. */
public final class ModuleFiles {
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
        return new String(read(path), StandardCharsets.UTF_8);
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
