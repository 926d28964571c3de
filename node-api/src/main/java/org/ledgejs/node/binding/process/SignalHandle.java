package org.ledgejs.node.binding.process;

import java.io.Closeable;
import java.util.function.IntConsumer;

import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.HandleObject;
import org.ledgejs.node.binding.OpenResources;

/** A program listening to a signal. Starts unreferenced. */
public final class SignalHandle extends HandleObject {
    private final int number;
    private final IntConsumer listener;
    private final Closeable ending = this::stop;

    /** A signal the virtual machine keeps to itself (as it does with SIGQUIT) never comes. @param function gets the number */
    public SignalHandle(NodeRuntime node, int number, Object function) {
        super(node);
        unref();
        this.number = number;
        this.listener = signal -> node.loop().post(() -> {
            if (!isClosed()) {
                enter(function, signal);
            }
        });
        Signals.listen(number, listener);
        OpenResources.of(node.agent()).add(ending);
    }

    private void stop() {
        Signals.unlisten(number, listener);
    }

    @Override
    protected String resourceName() {
        return "SignalWrap";
    }

    @Override
    protected void release() {
        OpenResources.of(node().agent()).remove(ending);
        stop();
    }
}
