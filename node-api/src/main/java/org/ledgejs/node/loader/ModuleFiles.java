package org.ledgejs.node.loader;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.oracle.truffle.api.TruffleFile;
import com.oracle.truffle.api.TruffleLanguage.Env;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Permissions;
import org.ledgejs.language.runtime.Permissions.Access;

/** The files modules are read from: the context's file system, as its embedder allows it. Paths are absolute, with {@code /}. */
public final class ModuleFiles {
    /** How many characters of a text are read at once. */
    private static final int PART = 1 << 16;

    private final Env env;
    private final Permissions permissions;

    public ModuleFiles(Agent agent) {
        this.env = agent.env();
        this.permissions = agent.permissions();
    }

    /** Whether a file that may be read begins with these bytes. */
    boolean startsWith(String path, byte[] magic) {
        if (!mayRead(path)) {
            return false;
        }
        try (InputStream in = env.getPublicTruffleFile(path).newInputStream()) {
            return Arrays.equals(in.readNBytes(magic.length), magic);
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    /** Whether a file may be read. Looking for one is never forbidden. */
    public boolean mayRead(String path) {
        return !permissions.isRestricted() || permissions.allowsTarget(Access.READ, path);
    }

    private void require(String path) {
        if (!mayRead(path)) {
            throw permissions.refusal(Access.READ, path);
        }
    }

    /** A file, or a pipe or device: what can be read. */
    public boolean isFile(String path) {
        return is(path, true);
    }

    public boolean isDirectory(String path) {
        return is(path, false);
    }

    private boolean is(String path, boolean file) {
        try {
            TruffleFile f = env.getPublicTruffleFile(path);
            return file ? f.isRegularFile() || f.exists() && !f.isDirectory() : f.isDirectory();
        } catch (SecurityException | UnsupportedOperationException | IllegalArgumentException e) {
            // What may not be seen is not there.
            return false;
        }
    }

    /** @throws org.ledgejs.language.runtime.JSException ERR_ACCESS_DENIED */
    public byte[] read(String path) throws IOException {
        require(path);
        return env.getPublicTruffleFile(path).readAllBytes();
    }

    /** The text of a file, read by parts: a second array as large as a large text would live as long as the program's first objects. */
    public String readText(String path) throws IOException {
        require(path);
        TruffleFile file = env.getPublicTruffleFile(path);
        try (Reader in = new InputStreamReader(file.newInputStream(), StandardCharsets.UTF_8)) {
            List<String> parts = new ArrayList<>();
            long size = file.size();
            // A pipe's size is 0, as is that of what the system makes up while it is read.
            char[] part = new char[size > 0 && size < PART ? (int) size + 1 : PART];
            for (int count; (count = in.read(part)) > 0;) {
                parts.add(new String(part, 0, count));
            }
            return parts.size() == 1 ? parts.getFirst() : String.join("", parts);
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
