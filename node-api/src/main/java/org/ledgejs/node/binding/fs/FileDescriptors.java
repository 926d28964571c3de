package org.ledgejs.node.binding.fs;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.TruffleLanguage.Env;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.node.binding.OpenResources;
import org.ledgejs.node.binding.Operation;
import org.ledgejs.node.binding.UvErrors;

/** The open files of a context by number. 0, 1 and 2 are its standard streams; others get the lowest free number. Any thread. */
public final class FileDescriptors implements Closeable {
    private final List<OpenFile> files = new ArrayList<>();
    private final Agent agent;
    private final Inheritance inheritance;
    private boolean closed;

    FileDescriptors(Agent agent) {
        this.agent = agent;
        Env env = agent.env();
        inheritance = Inheritance.of(agent);
        files.add(new OpenFile.OfStream(env.in(), null));
        files.add(new OpenFile.OfStream(null, env.out()));
        files.add(new OpenFile.OfStream(null, env.err()));
    }

    public static FileDescriptors of(Agent agent) {
        OpenResources resources = OpenResources.of(agent);
        return agent.attachment(FileDescriptors.class, () -> {
            FileDescriptors descriptors = new FileDescriptors(agent);
            resources.add(descriptors);
            return descriptors;
        });
    }

    synchronized int add(OpenFile file) throws IOException {
        if (closed) {
            file.close();
            throw new IOException("Bad file descriptor");
        }
        int free = 0;
        while (free < files.size() && files.get(free) != null || inheritance.isOne(free)) {
            free++;
        }
        put(free, file);
        return free;
    }

    private void put(int fd, OpenFile file) {
        while (files.size() <= fd) {
            files.add(null);
        }
        files.set(fd, file);
    }

    /** @throws org.ledgejs.node.binding.UvException EBADF, naming the call */
    synchronized OpenFile get(int fd, String syscall) {
        OpenFile file = fd >= 0 && fd < files.size() ? files.get(fd) : null;
        if (file == null && !closed && inheritance.take(fd)) {
            file = new InheritedFile(fd, agent.env().getPublicTruffleFile("/proc/self/fd/" + fd));
            put(fd, file);
        }
        if (file == null) {
            throw Operation.failure(UvErrors.EBADF, syscall);
        }
        return file;
    }

    /**
     * The descriptor of the process behind one of the context's, for programs it starts.
     *
     * @throws IOException if it has none
     */
    public int real(int fd) throws IOException {
        return fd >= 0 && fd <= 2 ? fd : get(fd, "spawn").descriptor();
    }

    void close(int fd) throws IOException {
        OpenFile file;
        synchronized (this) {
            file = get(fd, "close");
            files.set(fd, null);
        }
        file.close();
    }

    /** Closes all: the context ends. */
    @Override
    public void close() {
        List<OpenFile> open;
        synchronized (this) {
            closed = true;
            open = new ArrayList<>(files);
            files.clear();
        }
        for (OpenFile file : open) {
            if (file != null) {
                try {
                    file.close();
                } catch (IOException e) {
                    // Nobody is left to hear of it.
                }
            }
        }
    }
}
