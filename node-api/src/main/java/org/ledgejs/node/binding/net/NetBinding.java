package org.ledgejs.node.binding.net;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Permissions.Access;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.HandleFunctions;
import org.ledgejs.node.binding.HandleObject;
import org.ledgejs.node.binding.StreamHandle;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.buffer.Encodings;
import org.ledgejs.node.binding.child.DescriptorServer;
import org.ledgejs.node.binding.child.DescriptorStream;
import org.ledgejs.node.binding.process.LinuxSockets;

/** Binding {@code net}: streams of bytes, and TCP and local sockets to make them. */
public final class NetBinding {
    private static final int DEFAULT_BACKLOG = 511;
    /** What names of local sockets begin with that are in no file system. */
    private static final String ABSTRACT = "\0";

    public static final PropertyTable TABLE = HandleFunctions.addTo(new PropertyTable())
            .method("onRead", 2, (realm, thisValue, args) -> {
                stream(args).onRead(args.get(1));
                return Undefined.INSTANCE;
            })
            .method("setOwner", 2, (realm, thisValue, args) -> {
                HandleObject.of(args.get(0), HandleObject.class).setOwner(args.get(1));
                return Undefined.INSTANCE;
            })
            .method("readStart", 1, (realm, thisValue, args) -> stream(args).readStart())
            .method("readStop", 1, (realm, thisValue, args) -> stream(args).readStop())
            .method("write", 3, (realm, thisValue, args) -> stream(args).write(new Bytes[] {Bytes.of(args.get(1))}, args.get(2)))
            .method("writev", 3, (realm, thisValue, args) -> stream(args).write(views(args.get(1)), args.get(2)))
            .method("writeString", 4, (realm, thisValue, args) -> {
                byte[] bytes = Encodings.encode(Conversions.toJavaString(args.get(2)), Conversions.toString(args.get(1)));
                return stream(args).write(new Bytes[] {Bytes.of(bytes)}, args.get(3));
            })
            .method("shutdown", 2, (realm, thisValue, args) -> {
                stream(args).shutdown(args.get(1));
                return Undefined.INSTANCE;
            })
            .method("reset", 2, (realm, thisValue, args) -> {
                StreamHandle handle = stream(args);
                if (handle.isClosed()) {
                    return UvErrors.EBADF;
                }
                handle.reset(args.get(1));
                return 0;
            })
            .method("bytesRead", 1, (realm, thisValue, args) -> Conversions.number((double) stream(args).bytesRead()))
            .method("bytesWritten", 1, (realm, thisValue, args) -> Conversions.number((double) stream(args).bytesWritten()))
            .method("writeQueueSize", 1, (realm, thisValue, args) -> Conversions.number((double) stream(args).writeQueueSize()))
            .method("fd", 1, (realm, thisValue, args) -> switch (args.get(0)) {
                case StreamHandle handle -> handle.fd();
                case ServerHandle server -> server.descriptor();
                case DescriptorServer server -> server.fd();
                default -> -1;
            })
            .method("getsockname", 1, (realm, thisValue, args) -> switch (args.get(0)) {
                case SocketHandle socket -> socket.localAddress(realm);
                case ServerHandle server -> server.localAddress(realm);
                case DescriptorStream stream -> stream.localAddress(realm);
                case DescriptorServer server -> server.localAddress(realm);
                default -> UvErrors.ENOTCONN;
            })
            .method("getpeername", 1, (realm, thisValue, args) ->
                    args.get(0) instanceof SocketHandle socket ? socket.remoteAddress(realm)
                            : args.get(0) instanceof DescriptorStream stream ? stream.remoteAddress(realm) : UvErrors.ENOTCONN)
            .method("setNoDelay", 2, (realm, thisValue, args) ->
                    args.get(0) instanceof SocketHandle socket ? socket.setNoDelay(Conversions.toBoolean(args.get(1))) : 0)
            .method("setKeepAlive", 3, (realm, thisValue, args) -> args.get(0) instanceof SocketHandle socket
                    ? socket.setKeepAlive(Conversions.toBoolean(args.get(1)), Conversions.toInt32(args.get(2))) : 0)
            .method("tcp", 0, (realm, thisValue, args) -> new SocketHandle(NodeRuntime.of(realm)))
            .method("pipe", 0, (realm, thisValue, args) -> new SocketHandle(NodeRuntime.of(realm)))
            .method("bind", 4, (realm, thisValue, args) -> {
                InetSocketAddress local = address(args, 1);
                return local == null ? UvErrors.EINVAL : HandleObject.of(args.get(0), SocketHandle.class).bind(local);
            })
            .method("connect", 4, (realm, thisValue, args) -> {
                InetSocketAddress remote = address(args, 1);
                if (remote == null) {
                    return UvErrors.EINVAL;
                }
                realm.agent().permissions().connect(Conversions.toJavaString(args.get(1)), remote.getPort());
                return HandleObject.of(args.get(0), SocketHandle.class).connect(remote, args.get(3));
            })
            .method("connectPipe", 3, (realm, thisValue, args) -> {
                String path = Conversions.toJavaString(args.get(1));
                realm.agent().permissions().require(Access.CONNECT, path);
                UnixDomainSocketAddress remote = local(path);
                return remote == null ? UvErrors.EINVAL : HandleObject.of(args.get(0), SocketHandle.class).connect(remote, args.get(2));
            })
            .method("connectAbstract", 1, (realm, thisValue, args) -> {
                String name = Conversions.toJavaString(args.get(0));
                realm.agent().permissions().require(Access.CONNECT, name);
                int fd = LinuxSockets.connectAbstract(name.getBytes(StandardCharsets.UTF_8));
                return fd < 0 ? (Object) fd : new DescriptorStream(NodeRuntime.of(realm), fd);
            })
            .method("listen", 4, (realm, thisValue, args) -> listen(realm, args))
            .method("listenFd", 3, (realm, thisValue, args) -> {
                realm.agent().permissions().process("descriptor");
                return DescriptorServer.open(NodeRuntime.of(realm), Conversions.toInt32(args.get(0)), Conversions.toInt32(args.get(1)), args.get(2));
            })
            .method("listenPipe", 3, (realm, thisValue, args) -> listenPipe(realm, args));

    private NetBinding() { }

    private static StreamHandle stream(Args args) {
        return HandleObject.of(args.get(0), StreamHandle.class);
    }

    private static Bytes[] views(Object array) {
        Object[] views = ObjectOperations.createListFromArrayLike(array);
        Bytes[] result = new Bytes[views.length];
        for (int i = 0; i < views.length; i++) {
            result[i] = Bytes.of(views[i]);
        }
        return result;
    }

    /** The literal at an index with the port behind it; null if it is none. */
    private static InetSocketAddress address(Args args, int index) {
        try {
            return Addresses.parse(Conversions.toJavaString(args.get(index)), Conversions.toInt32(args.get(index + 1)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static UnixDomainSocketAddress local(String path) {
        try {
            return UnixDomainSocketAddress.of(path);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Object listen(Realm realm, Args args) {
        InetSocketAddress local = address(args, 0);
        if (local == null) {
            return UvErrors.EINVAL;
        }
        realm.agent().permissions().listen(Conversions.toJavaString(args.get(0)), local.getPort());
        // Java's IPv6 sockets always take IPv4 as well; only the wildcard address would notice.
        if (option(args.get(2), "ipv6Only") && local.getAddress() instanceof Inet6Address && local.getAddress().isAnyLocalAddress()) {
            int fd = LinuxSockets.listenIPv6Only(local, backlog(args.get(2)), option(args.get(2), "reusePort"));
            return DescriptorServer.listening(NodeRuntime.of(realm), fd, args.get(3));
        }
        return ServerHandle.listen(NodeRuntime.of(realm), local, backlog(args.get(2)), option(args.get(2), "reusePort"), args.get(3));
    }

    private static Object listenPipe(Realm realm, Args args) {
        String path = Conversions.toJavaString(args.get(0));
        realm.agent().permissions().require(Access.LISTEN, path);
        if (path.startsWith(ABSTRACT)) {
            int fd = LinuxSockets.listenAbstract(path.getBytes(StandardCharsets.UTF_8), backlog(args.get(1)));
            return DescriptorServer.listening(NodeRuntime.of(realm), fd, args.get(2));
        }
        UnixDomainSocketAddress local = local(path);
        if (local == null) {
            return UvErrors.EINVAL;
        }
        Object handle = ServerHandle.listen(NodeRuntime.of(realm), local, backlog(args.get(1)), false, args.get(2));
        if (handle instanceof ServerHandle) {
            open(local.getPath(), option(args.get(1), "readableAll"), option(args.get(1), "writableAll"));
        }
        return handle;
    }

    /** Lets others in. Where files have no such permissions there is nothing to open. */
    private static void open(Path path, boolean readable, boolean writable) {
        try {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            if (readable) {
                permissions.addAll(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
            }
            if (writable) {
                permissions.addAll(EnumSet.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));
            }
            Files.setPosixFilePermissions(path, permissions);
        } catch (IOException | UnsupportedOperationException e) {
            // The socket listens all the same, for its owner.
        }
    }

    private static Object property(Object options, String name) {
        return options instanceof JSObject object ? ObjectOperations.get(object, PropertyKey.of(name)) : Undefined.INSTANCE;
    }

    private static boolean option(Object options, String name) {
        return Conversions.toBoolean(property(options, name));
    }

    private static int backlog(Object options) {
        int backlog = property(options, "backlog") instanceof Integer n ? n : 0;
        return backlog > 0 ? backlog : DEFAULT_BACKLOG;
    }
}
