package org.ledgejs.language.builtins;

import com.oracle.truffle.api.exception.AbstractTruffleException;

import org.ledgejs.language.runtime.DisposeCapability;
import org.ledgejs.language.runtime.DisposeCapability.Resource;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Thrown;
import org.ledgejs.language.runtime.Undefined;

/** DisposeResources (ECMA-262 2027 §9.5) outside of an async function: goes from await to await in jobs, then settles a promise. */
final class AsyncDisposal {
    private final Realm realm;
    private final DisposeCapability capability;
    private final JSPromise promise = Promises.create(Realm.get(null));
    private AbstractTruffleException completion;
    private boolean needsAwait;
    private boolean hasAwaited;
    /** A synchronous resource taken out that a turn must pass before. */
    private Resource postponed;

    private AsyncDisposal(Realm realm, DisposeCapability capability) {
        this.realm = realm;
        this.capability = capability;
    }

    /** @return the promise of the end, rejected with what disposing threw */
    static JSPromise start(Realm realm, DisposeCapability capability) {
        AsyncDisposal disposal = new AsyncDisposal(realm, capability);
        disposal.goOn();
        return disposal.promise;
    }

    private void goOn() {
        for (Object awaited = next(); awaited != null; awaited = next()) {
            try {
                Promises.then(Promises.promiseResolve(realm, awaited), value -> goOn(), reason -> {
                    failed(new JSException(reason, null));
                    goOn();
                });
                return;
            } catch (AbstractTruffleException e) {
                failed(e);
            }
        }
        if (completion == null) {
            Promises.resolve(promise, Undefined.INSTANCE);
        } else {
            Promises.reject(promise, Thrown.valueOf(completion));
        }
    }

    /** Disposes up to the next await. @return what to await, or null when all is disposed */
    private Object next() {
        for (Resource resource = take(); resource != null; resource = take()) {
            if (!resource.async() && needsAwait && !hasAwaited) {
                needsAwait = false;
                postponed = resource;
                return Undefined.INSTANCE;
            }
            if (resource.method() == null) {
                needsAwait = true;
                continue;
            }
            try {
                Object result = resource.method().dispose(resource.value());
                if (resource.async()) {
                    hasAwaited = true;
                    return result;
                }
            } catch (AbstractTruffleException e) {
                failed(e);
            }
        }
        boolean lastTurn = needsAwait && !hasAwaited;
        needsAwait = false;
        return lastTurn ? Undefined.INSTANCE : null;
    }

    private Resource take() {
        Resource resource = postponed == null ? capability.next() : postponed;
        postponed = null;
        return resource;
    }

    private void failed(AbstractTruffleException exception) {
        completion = DisposeCapability.suppress(exception, completion);
    }
}
