package org.ledgejs.node.binding.child;

import java.io.Closeable;

import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.HandleObject;
import org.ledgejs.node.binding.OpenResources;
import org.ledgejs.node.binding.process.Descriptors;

/** A socket on its way to another process: open here until it has arrived there. */
final class PassedSocket extends HandleObject {
    private final Closeable ending = this::closeDescriptor;
    private int fd;

    PassedSocket(NodeRuntime node, int fd) {
        super(node);
        this.fd = fd;
        super.unref();
        OpenResources.of(node.agent()).add(ending);
    }

    int fd() {
        return fd;
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
            Descriptors.close(open);
        }
    }
}
