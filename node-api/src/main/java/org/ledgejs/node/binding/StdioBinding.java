package org.ledgejs.node.binding;

import java.io.IOException;
import java.io.OutputStream;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.child.DescriptorStream;
import org.ledgejs.node.binding.process.Descriptors;

/** Binding {@code stdio}: the context's standard streams. */
final class StdioBinding {
    static final PropertyTable TABLE = new PropertyTable()
            .method("open", 1, (realm, thisValue, args) -> open(NodeRuntime.of(realm), Conversions.toInt32(args.get(0))))
            .method("type", 1, (realm, thisValue, args) -> Strings.of(StandardStreams.type(realm.agent(), Conversions.toInt32(args.get(0)))))
            .method("writeSync", 2, (realm, thisValue, args) -> {
                Bytes bytes = Utf8.bytesOf(args.get(1));
                int fd = Conversions.toInt32(args.get(0));
                if (fd != 1 && fd != 2) {
                    throw UvErrors.toGuest(new UvException(UvErrors.EBADF, "write"));
                }
                OutputStream out = StandardStreams.output(realm.agent(), fd);
                try {
                    out.write(bytes.array(), bytes.offset(), bytes.length());
                    out.flush();
                } catch (IOException e) {
                    throw UvErrors.toGuest(new UvException(FileErrors.errno(e), "write"));
                }
                return Undefined.INSTANCE;
            });

    private StdioBinding() { }

    /** A standard stream, or one the process inherited from who started it. */
    private static Object open(NodeRuntime node, int fd) {
        if (fd <= 2) {
            return new StandardStreamHandle(node, fd);
        }
        node.agent().permissions().process("descriptor");
        if (Descriptors.check(fd) < 0) {
            throw UvErrors.toGuest(new UvException(UvErrors.EBADF, "open"));
        }
        return new DescriptorStream(node, fd);
    }
}
