package org.ledgejs.node;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.HostHooks.Rejection;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Undefined;

import com.oracle.truffle.api.source.SourceSection;

/** Exceptions and rejections nobody handled, on their way to {@code process}. */
public final class UncaughtExceptions {
    private final NodeRuntime node;
    private Object exceptionCallback = Undefined.INSTANCE;
    private Object rejectionCallback = Undefined.INSTANCE;
    /** The exception the program is being told of; else null. */
    private JSException reporting;
    private boolean embedded = true;
    /** The first one the embedder has not been told of; else null. */
    private JSException forEmbedder;

    UncaughtExceptions(NodeRuntime node) {
        this.node = node;
    }

    public void setExceptionCallback(Object callback) {
        exceptionCallback = callback;
    }

    public void setRejectionCallback(Object callback) {
        rejectionCallback = callback;
    }

    void setProgram() {
        embedded = false;
    }

    /** Throws what nobody took since the last time. */
    void rethrow() {
        JSException exception = forEmbedder;
        forEmbedder = null;
        if (exception != null) {
            throw exception;
        }
    }

    /**
     * Gives an exception to the program's handlers; ends the program if they do not take it.
     *
     * @param fromPromise it is the reason of a promise nobody handled
     */
    public void report(JSException exception, boolean fromPromise) {
        if (reporting == null) {
            node.boot();
        }
        if (exceptionCallback == Undefined.INSTANCE || reporting != null) {
            // Nobody to tell yet, or telling failed: it goes to the embedder.
            throw exception;
        }
        reporting = exception;
        boolean handled;
        try {
            handled = ObjectOperations.call(exceptionCallback, Undefined.INSTANCE, exception.value(), fromPromise, embedded) == Boolean.TRUE;
        } finally {
            reporting = null;
        }
        if (!handled && embedded) {
            forEmbedder = forEmbedder == null ? exception : forEmbedder;
        } else if (!handled) {
            node.exit(node.exitCode(1));
        }
    }

    /** Where the value that is being reported was thrown, or null if that is not known. */
    public SourceSection thrownAt(Object value) {
        if (reporting == null || reporting.getLocation() == null || !Comparison.sameValue(reporting.value(), value)) {
            return null;
        }
        SourceSection section = reporting.getLocation().getEncapsulatingSourceSection();
        return section != null && section.isAvailable() && section.getSource().hasCharacters() && !section.getSource().isInternal() ? section : null;
    }

    /** HostPromiseRejectionTracker. */
    public void promiseRejection(JSObject promise, Rejection operation, Object value) {
        node.boot();
        if (rejectionCallback != Undefined.INSTANCE) {
            ObjectOperations.call(rejectionCallback, Undefined.INSTANCE, operation.ordinal(), promise, value);
        }
    }
}
