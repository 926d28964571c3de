package org.ledgejs.node.binding.fs;

import java.io.IOException;
import java.nio.file.Path;

import com.oracle.truffle.api.TruffleFile;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.FileErrors;
import org.ledgejs.node.binding.HandleFunctions;
import org.ledgejs.node.binding.HandleObject;
import org.ledgejs.node.binding.OpenResources;
import org.ledgejs.node.binding.Operation;
import org.ledgejs.node.binding.UvErrors;

/** {@code watch(path, persistent, recursive, fn)} and what closes it. Only files of the machine's own file system can be watched. */
final class Watching {
    private Watching() { }

    static PropertyTable addTo(PropertyTable table) {
        return HandleFunctions.addReferencesTo(table.method("watch", 4, Operation.body("watch", call -> {
            TruffleFile file = Paths.toRead(call, 0);
            boolean persistent = call.flag(1);
            boolean recursive = call.flag(2);
            Object function = call.get(3);
            NodeRuntime node = NodeRuntime.of(call.realm());
            return () -> {
                FileStat.of(file, true);
                Path path = HostFiles.path(file);
                if (path == null) {
                    throw call.failure(UvErrors.ENOSYS);
                }
                WatchHandle handle = new WatchHandle(node, OpenResources.of(call.agent()), path, recursive, function);
                if (!persistent) {
                    handle.unref();
                }
                return realm -> handle;
            };
        })));
    }

    private static final class WatchHandle extends HandleObject implements FileWatch.Listener {
        private final Object function;
        private final FileWatch watch;
        private final OpenResources resources;

        WatchHandle(NodeRuntime node, OpenResources resources, Path path, boolean recursive, Object function) throws IOException {
            super(node);
            this.function = function;
            FileWatch started = null;
            try {
                started = new FileWatch(path, recursive, this);
            } finally {
                if (started == null) {
                    close(Undefined.INSTANCE);
                }
            }
            this.watch = started;
            this.resources = resources;
            resources.add(started);
            started.start();
        }

        @Override
        public void changed(boolean renamed, String name) {
            node().loop().post(() -> {
                if (!isClosed()) {
                    enter(function, 0, Strings.of(renamed ? "rename" : "change"), name == null ? Null.INSTANCE : Strings.of(name));
                }
            });
        }

        @Override
        public void failed(Exception e) {
            int errno = FileErrors.errno(e);
            node().loop().post(() -> {
                if (!isClosed()) {
                    enter(function, errno, Strings.EMPTY, Null.INSTANCE);
                }
            });
        }

        @Override
        protected void release() {
            if (watch != null) {
                resources.remove(watch);
                watch.close();
            }
        }
    }
}
