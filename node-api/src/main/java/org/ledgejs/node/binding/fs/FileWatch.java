package org.ledgejs.node.binding.fs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/** Watches a file, a folder or a tree on a thread of its own. A file is watched through its folder. */
final class FileWatch implements Closeable {
    private static final WatchEvent.Kind<?>[] KINDS = {StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE,
        StandardWatchEventKinds.ENTRY_MODIFY};

    /** Hears of changes, on the watching thread. */
    interface Listener {
        /** @param renamed something came or went; else content changed @param name relative to the folder; null if events were lost */
        void changed(boolean renamed, String name);

        void failed(Exception e);
    }

    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();
    private final Path root;
    /** The one name that counts, or null for all. */
    private final Path only;
    private final boolean recursive;
    private final Listener listener;

    FileWatch(Path path, boolean recursive, Listener listener) throws IOException {
        boolean folder = Files.isDirectory(path);
        this.root = folder ? path : path.getParent();
        this.only = folder ? null : path.getFileName();
        this.recursive = folder && recursive;
        this.listener = listener;
        this.service = path.getFileSystem().newWatchService();
        try {
            register(root);
        } catch (IOException | RuntimeException e) {
            service.close();
            throw e;
        }
    }

    void start() {
        Thread thread = new Thread(this::run, "ledge-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void register(Path folder) throws IOException {
        if (!recursive) {
            folders.put(folder.register(service, KINDS), folder);
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                folders.put(each.register(service, KINDS), each);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path each, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = service.take();
                Path folder = folders.get(key);
                for (WatchEvent<?> event : key.pollEvents()) {
                    deliver(folder, event);
                }
                if (!key.reset()) {
                    folders.remove(key);
                }
            }
        } catch (ClosedWatchServiceException e) {
            // Closed by its owner.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            listener.failed(e);
        }
    }

    private void deliver(Path folder, WatchEvent<?> event) throws IOException {
        if (!(event.context() instanceof Path name)) {
            listener.changed(false, null);
            return;
        }
        if (only != null && !only.equals(name)) {
            return;
        }
        Path path = folder.resolve(name);
        if (recursive && event.kind() == StandardWatchEventKinds.ENTRY_CREATE && Files.isDirectory(path)) {
            register(path);
        }
        listener.changed(event.kind() != StandardWatchEventKinds.ENTRY_MODIFY, root.relativize(path).toString());
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
