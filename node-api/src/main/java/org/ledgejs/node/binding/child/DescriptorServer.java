package org.ledgejs.node.binding.child;

import java.io.Closeable;

import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.HandleObject;
import org.ledgejs.node.binding.OpenResources;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.net.Addresses;
import org.ledgejs.node.binding.process.Descriptors;
import org.ledgejs.node.binding.process.SocketNames;

/** A listening socket that came as a descriptor, from another process for the most part: connections are taken by whoever of its owners is first. */
public final class DescriptorServer extends HandleObject {
    private final DescriptorPoller poller;
    private final Closeable ending = this::closeDescriptor;
    private int fd;
    private Object onConnection = Undefined.INSTANCE;

    DescriptorServer(NodeRuntime node, int fd) {
        super(node);
        this.fd = fd;
        this.poller = DescriptorPoller.of(node);
        Descriptors.setNonBlocking(fd);
        OpenResources.of(node.agent()).add(ending);
        // Until somebody wants connections.
        super.unref();
    }

    /** Listens on a descriptor the process has. @param function gets (status, handle) @return the handle, or a negative errno */
    public static Object open(NodeRuntime node, int fd, int backlog, Object function) {
        if (SocketNames.local(fd) == null) {
            return UvErrors.EINVAL;
        }
        int status = Descriptors.listen(fd, backlog);
        return status < 0 ? (Object) status : listening(node, fd, function);
    }

    /** @param fd one that listens, or a negative errno @param function gets (status, handle) @return the handle, or the errno */
    public static Object listening(NodeRuntime node, int fd, Object function) {
        if (fd < 0) {
            return fd;
        }
        DescriptorServer server = new DescriptorServer(node, fd);
        server.listen(function);
        return server;
    }

    /** Begins to take connections. @param function gets (status, handle) */
    public void listen(Object function) {
        onConnection = function;
        super.ref();
        await();
    }

    private void await() {
        poller.await(fd, Descriptors.POLLIN, events -> accept());
    }

    private void accept() {
        if (isClosed()) {
            return;
        }
        int connection = Descriptors.accept(fd);
        if (!isClosed()) {
            await();
        }
        if (connection >= 0) {
            node().enter(onConnection, 0, new DescriptorStream(node(), connection));
        } else if (connection != UvErrors.EAGAIN) {
            node().enter(onConnection, connection, Undefined.INSTANCE);
        }
    }

    public int fd() {
        return fd;
    }

    public Object localAddress(Realm realm) {
        return Addresses.toGuest(realm, SocketNames.local(fd), SocketNames.isMapped(fd));
    }

    @Override
    protected String resourceName() {
        return "TCPServerWrap";
    }

    @Override
    protected void release() {
        closeDescriptor();
        OpenResources.of(node().agent()).remove(ending);
    }

    private void closeDescriptor() {
        int open = fd;
        fd = -1;
        if (open >= 0) {
            poller.forget(open);
            Descriptors.close(open);
        }
    }
}
