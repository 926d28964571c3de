package org.ledgejs.node.binding.child;

import java.io.Closeable;

import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.HandleObject;
import org.ledgejs.node.binding.OpenResources;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.process.Descriptors;
import org.ledgejs.node.binding.process.LibC;
import org.ledgejs.node.binding.process.Signals;
import org.ledgejs.node.binding.process.Spawning;

/** A program that runs. Its end is told once; the program lives on when the context ends. */
final class ChildHandle extends HandleObject {
    private final int pid;
    private final ProcessEnd end;
    private final Object onExit;
    private final DescriptorPoller poller;
    private final Closeable leaving = this::leave;
    private boolean exited;

    /** @param onExit gets (exit code, name of the signal or null) */
    ChildHandle(NodeRuntime node, int pid, Object onExit) {
        super(node);
        this.pid = pid;
        this.onExit = onExit;
        this.end = new ProcessEnd(pid);
        this.poller = DescriptorPoller.of(node);
        poller.await(end.descriptor(), Descriptors.POLLIN, events -> ended());
        OpenResources.of(node.agent()).add(leaving);
    }

    int pid() {
        return pid;
    }

    private void ended() {
        if (exited) {
            return;
        }
        Spawning.Exit exit = end.poll();
        if (exit == null) {
            // It was about another descriptor that had this number before.
            poller.await(end.descriptor(), Descriptors.POLLIN, again -> ended());
            return;
        }
        exited = true;
        poller.forget(end.descriptor());
        end.close();
        OpenResources.of(node().agent()).remove(leaving);
        super.unref();
        if (!isClosed()) {
            Object signal = exit.signal() == 0 ? Null.INSTANCE : Strings.of(Signals.name(exit.signal()));
            node().enter(onExit, exit.code(), signal);
        }
    }

    /** @return a status */
    int kill(int signal) {
        return exited ? UvErrors.ESRCH : LibC.kill(pid, signal);
    }

    /** Any thread: somebody has to ask for the process when it ends, or the system keeps its remains. */
    private void leave() {
        poller.forget(end.descriptor());
        end.close();
        Thread thread = new Thread(() -> Spawning.await(pid, true), "ledge-child-" + pid);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    protected String resourceName() {
        return "ProcessWrap";
    }

    @Override
    protected void release() {
        if (!exited) {
            OpenResources.of(node().agent()).remove(leaving);
            leave();
        }
    }
}
