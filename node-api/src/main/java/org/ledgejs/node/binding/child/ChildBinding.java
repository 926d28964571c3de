package org.ledgejs.node.binding.child;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.HandleFunctions;
import org.ledgejs.node.binding.HandleObject;
import org.ledgejs.node.binding.ObjectBuilder;
import org.ledgejs.node.binding.StreamHandle;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.UvException;
import org.ledgejs.node.binding.net.ServerHandle;
import org.ledgejs.node.binding.net.SocketHandle;
import org.ledgejs.node.binding.process.Descriptors;
import org.ledgejs.node.binding.process.SocketNames;

/** Binding {@code child}: other programs. */
public final class ChildBinding {
    public static final PropertyTable TABLE = HandleFunctions.addTo(new PropertyTable())
            .method("spawn", 2, (realm, thisValue, args) -> spawn(realm, args))
            .method("spawnSync", 1, (realm, thisValue, args) -> {
                JSObject options = options(args);
                Programs program = Programs.of(realm.agent(), options);
                try {
                    return new SynchronousRun(NodeRuntime.of(realm), program, options).run();
                } catch (UvException e) {
                    return e.errno();
                }
            })
            .method("channel", 1, (realm, thisValue, args) -> {
                realm.agent().permissions().process("descriptor");
                return new DescriptorStream(NodeRuntime.of(realm), Conversions.toInt32(args.get(0)));
            })
            .method("takeSockets", 1, (realm, thisValue, args) -> {
                if (args.get(0) instanceof DescriptorStream stream) {
                    stream.takeSockets();
                }
                return Undefined.INSTANCE;
            })
            .method("pass", 2, (realm, thisValue, args) -> pass(NodeRuntime.of(realm), args.get(0), Conversions.toBoolean(args.get(1))))
            .method("writeWith", 4, (realm, thisValue, args) -> HandleObject.of(args.get(0), DescriptorStream.class)
                    .writeWith(Bytes.of(args.get(1)), HandleObject.of(args.get(2), PassedSocket.class).fd(), args.get(3)))
            .method("accept", 2, (realm, thisValue, args) -> {
                HandleObject.of(args.get(0), DescriptorServer.class).listen(args.get(1));
                return Undefined.INSTANCE;
            })
            .method("kill", 2, (realm, thisValue, args) ->
                    HandleObject.of(args.get(0), ChildHandle.class).kill(Conversions.toInt32(args.get(1))));

    private ChildBinding() { }

    /**
     * A second descriptor for a socket, to be sent.
     *
     * @param keep whether this process goes on using it
     * @return the handle, or a negative errno
     */
    private static Object pass(NodeRuntime node, Object handle, boolean keep) {
        int fd = switch (handle) {
            case StreamHandle stream -> stream.fd();
            case DescriptorServer server -> server.fd();
            case ServerHandle server -> server.descriptor();
            default -> -1;
        };
        if (fd < 0) {
            return UvErrors.ENOTSUP;
        }
        node.agent().permissions().process("descriptor");
        int duplicate = Descriptors.duplicate(fd, 3);
        if (duplicate < 0) {
            return duplicate;
        }
        if (!keep && handle instanceof SocketHandle socket) {
            socket.abandon();
            SocketNames.clearLinger(duplicate);
        } else if (!keep && handle instanceof HandleObject other) {
            other.close(Undefined.INSTANCE);
        }
        return new PassedSocket(node, duplicate);
    }

    private static JSObject options(Args args) {
        if (args.get(0) instanceof JSObject options) {
            return options;
        }
        throw Errors.typeError("options must be an object");
    }

    private static Object spawn(Realm realm, Args args) {
        NodeRuntime node = NodeRuntime.of(realm);
        JSObject options = options(args);
        Programs program = Programs.of(realm.agent(), options);
        try (Stdio stdio = Stdio.of(node, Programs.get(options, "stdio"))) {
            int pid = program.start(stdio.descriptors());
            if (pid < 0) {
                stdio.closeEnds();
                return pid;
            }
            ChildHandle child = new ChildHandle(node, pid, args.get(1));
            Object[] streams = new Object[stdio.ends().length];
            for (int i = 0; i < streams.length; i++) {
                streams[i] = stdio.ends()[i] < 0 ? Undefined.INSTANCE : new DescriptorStream(node, stdio.ends()[i]);
            }
            return new ObjectBuilder(realm).put("handle", child).put("pid", child.pid()).put("streams", JSArray.create(realm, streams)).build();
        } catch (UvException e) {
            return e.errno();
        }
    }
}
