package org.ledgejs.node;

import org.ledgejs.language.runtime.HostHooks.Rejection;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Undefined;

/** Exceptions and rejections nobody handled, on their way to {@code process}. */
public final class UncaughtExceptions {
    private final NodeRuntime node;
    private Object exceptionCallback = Undefined.INSTANCE;
    private Object rejectionCallback = Undefined.INSTANCE;
    private boolean reporting;

    UncaughtExceptions(NodeRuntime node) {
        this.node = node;
    }

    public void setExceptionCallback(Object callback) {
        exceptionCallback = callback;
    }

    public void setRejectionCallback(Object callback) {
        rejectionCallback = callback;
    }

    /**
     * Gives an exception to the program's handlers; ends the program if they do not take it.
     *
     * @param fromPromise it is the reason of a promise nobody handled
     */
    public void report(JSException exception, boolean fromPromise) {
        if (exceptionCallback == Undefined.INSTANCE || reporting) {
            // Nobody to tell yet, or telling failed: it goes to the embedder.
            throw exception;
        }
        reporting = true;
        boolean handled;
        try {
            handled = ObjectOperations.call(exceptionCallback, Undefined.INSTANCE, exception.value(), fromPromise) == Boolean.TRUE;
        } finally {
            reporting = false;
        }
        if (!handled) {
            node.exit(node.exitCode(1));
        }
    }

    /** HostPromiseRejectionTracker. */
    public void promiseRejection(JSObject promise, Rejection operation, Object value) {
        if (rejectionCallback != Undefined.INSTANCE) {
            ObjectOperations.call(rejectionCallback, Undefined.INSTANCE, operation.ordinal(), promise, value);
        }
    }
}
