package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;

/** A DisposeCapability Record (ECMA-262 §9.5, explicit resource management): resources to be disposed of in reverse order. */
public final class DisposeCapability {
    /**
     * A DisposableResource Record.
     *
     * @param method what disposes of it, called with the value as this; null for a null or undefined of {@code await using}
     * @param async the result of the method is awaited
     */
    public record Resource(Object value, Disposer method, boolean async) { }

    /** Disposes of a resource; its result may be a promise. */
    @FunctionalInterface
    public interface Disposer {
        Object dispose(Object value);
    }

    private final List<Resource> resources = new ArrayList<>();

    /** AddDisposableResource: finds the dispose method now. @throws JSException TypeError if there is none */
    @TruffleBoundary
    public void add(Object value, boolean async) {
        if (value == Undefined.INSTANCE || value == Null.INSTANCE) {
            if (async) {
                resources.add(new Resource(Undefined.INSTANCE, null, true));
            }
            return;
        }
        if (!ObjectOperations.isObject(value)) {
            throw Errors.typeError(Errors.describe(value) + " is not an object and cannot be disposed of");
        }
        resources.add(new Resource(value, disposer(value, async), async));
    }

    /** Adds a resource with a disposer of its own. */
    public void add(Object value, Disposer disposer, boolean async) {
        resources.add(new Resource(value, disposer, async));
    }

    /** GetDisposeMethod; a synchronous method stands in for a missing asynchronous one. */
    private static Disposer disposer(Object value, boolean async) {
        Object method = async ? ObjectOperations.getMethod(value, Symbol.ASYNC_DISPOSE) : Undefined.INSTANCE;
        if (method != Undefined.INSTANCE) {
            return v -> ObjectOperations.call(method, v);
        }
        Object synchronous = ObjectOperations.getMethod(value, Symbol.DISPOSE);
        if (synchronous == Undefined.INSTANCE) {
            throw Errors.typeError("Property [Symbol." + (async ? "asyncDispose" : "dispose") + "] is not a function");
        }
        return async ? v -> disposeSoon(synchronous, v) : v -> ObjectOperations.call(synchronous, v);
    }

    private static Object disposeSoon(Object method, Object value) {
        JSPromise promise = Promises.create(Realm.get(null));
        try {
            ObjectOperations.call(method, value);
            Promises.resolve(promise, Undefined.INSTANCE);
        } catch (AbstractTruffleException exception) {
            Promises.reject(promise, Thrown.valueOf(exception));
        }
        return promise;
    }

    /** The resource to dispose of next, taken out; null when none is left. */
    @TruffleBoundary
    public Resource next() {
        return resources.isEmpty() ? null : resources.removeLast();
    }

    /** Takes all resources over from another capability. */
    public void moveFrom(DisposeCapability other) {
        resources.addAll(other.resources);
        other.resources.clear();
    }

    /** DisposeResources of synchronous resources. @param pending what was thrown before, or null. @return what is to be thrown now, or null */
    @TruffleBoundary
    public AbstractTruffleException dispose(AbstractTruffleException pending) {
        AbstractTruffleException result = pending;
        for (Resource resource = next(); resource != null; resource = next()) {
            if (resource.method == null) {
                continue;
            }
            try {
                resource.method.dispose(resource.value);
            } catch (AbstractTruffleException exception) {
                result = suppress(exception, result);
            }
        }
        return result;
    }

    /** The exception, or a SuppressedError of it and the one before. */
    @TruffleBoundary
    public static AbstractTruffleException suppress(AbstractTruffleException exception, AbstractTruffleException before) {
        if (before == null) {
            return exception;
        }
        JSException suppressed = Errors.error(Intrinsic.SUPPRESSED_ERROR_PROTOTYPE, "An error was suppressed during disposal.");
        JSObject error = (JSObject) suppressed.value();
        error.define(PropertyKey.of("error"), Thrown.valueOf(exception), PropertyFlags.NOT_ENUMERABLE);
        error.define(PropertyKey.of("suppressed"), Thrown.valueOf(before), PropertyFlags.NOT_ENUMERABLE);
        return suppressed;
    }
}
