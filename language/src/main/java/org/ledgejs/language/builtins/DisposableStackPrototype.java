package org.ledgejs.language.builtins;

import com.oracle.truffle.api.exception.AbstractTruffleException;

import org.ledgejs.language.runtime.DisposeCapability;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSDisposableStack;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Thrown;
import org.ledgejs.language.runtime.Undefined;

/** Properties of the DisposableStack and AsyncDisposableStack prototypes (ECMA-262 2027 §27.3.3, §27.4.3). */
final class DisposableStackPrototype {
    private static final PropertyTable SYNC = common(false)
            .intrinsic("constructor", Intrinsic.DISPOSABLE_STACK)
            .method("dispose", 0, DisposableStackPrototype::dispose)
            .toStringTag("DisposableStack");
    private static final PropertyTable ASYNC = common(true)
            .intrinsic("constructor", Intrinsic.ASYNC_DISPOSABLE_STACK)
            .method("disposeAsync", 0, DisposableStackPrototype::disposeAsync)
            .toStringTag("AsyncDisposableStack");

    private DisposableStackPrototype() { }

    static JSObject create(Realm realm, boolean async) {
        JSObject prototype = realm.register(async ? Intrinsic.ASYNC_DISPOSABLE_STACK_PROTOTYPE : Intrinsic.DISPOSABLE_STACK_PROTOTYPE, JSObject.create(realm));
        (async ? ASYNC : SYNC).define(realm, prototype);
        Object dispose = prototype.get(PropertyKey.of(async ? "disposeAsync" : "dispose"));
        prototype.define(async ? Symbol.ASYNC_DISPOSE : Symbol.DISPOSE, dispose, PropertyFlags.METHOD);
        return prototype;
    }

    private static PropertyTable common(boolean async) {
        return new PropertyTable()
                .method("adopt", 2, (realm, thisValue, args) -> adopt(thisValue, args, async))
                .method("defer", 1, (realm, thisValue, args) -> defer(thisValue, args, async))
                .getter("disposed", (realm, thisValue, args) -> thisStack(thisValue, async, "disposed").capability() == null)
                .method("move", 0, (realm, thisValue, args) -> move(realm, thisValue, async))
                .method("use", 1, (realm, thisValue, args) -> use(thisValue, args, async));
    }

    private static JSDisposableStack thisStack(Object value, boolean async, String method) {
        if (value instanceof JSDisposableStack stack && stack.isAsync() == async) {
            return stack;
        }
        throw Errors.typeError("Method " + (async ? "AsyncDisposableStack" : "DisposableStack") + ".prototype." + method
                + " called on incompatible receiver " + Errors.describe(value));
    }

    private static DisposeCapability pending(Object value, boolean async, String method) {
        JSDisposableStack stack = thisStack(value, async, method);
        if (stack.capability() == null) {
            throw Errors.referenceError("Cannot call " + stack.className() + ".prototype." + method + " on an already-disposed stack");
        }
        return stack.capability();
    }

    /** §27.3.3.1, §27.4.3.1. */
    private static Object adopt(Object thisValue, Args args, boolean async) {
        DisposeCapability capability = pending(thisValue, async, "adopt");
        ArrayCallbacks.requireCallable(args.get(1));
        capability.add(args.get(0), value -> ObjectOperations.call(args.get(1), Undefined.INSTANCE, value), async);
        return args.get(0);
    }

    /** §27.3.3.2, §27.4.3.2. */
    private static Object defer(Object thisValue, Args args, boolean async) {
        DisposeCapability capability = pending(thisValue, async, "defer");
        ArrayCallbacks.requireCallable(args.get(0));
        capability.add(Undefined.INSTANCE, value -> ObjectOperations.call(args.get(0), Undefined.INSTANCE), async);
        return Undefined.INSTANCE;
    }

    /** §27.3.3.5, §27.4.3.5. */
    private static Object move(Realm realm, Object thisValue, boolean async) {
        pending(thisValue, async, "move");
        JSObject prototype = realm.intrinsic(async ? Intrinsic.ASYNC_DISPOSABLE_STACK_PROTOTYPE : Intrinsic.DISPOSABLE_STACK_PROTOTYPE);
        return JSDisposableStack.create(prototype, async, ((JSDisposableStack) thisValue).take());
    }

    /** §27.3.3.6, §27.4.3.6. */
    private static Object use(Object thisValue, Args args, boolean async) {
        pending(thisValue, async, "use").add(args.get(0), async);
        return args.get(0);
    }

    /** §27.3.3.3. */
    private static Object dispose(@SuppressWarnings("unused") Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        DisposeCapability held = thisStack(thisValue, false, "dispose").take();
        AbstractTruffleException thrown = held == null ? null : held.dispose(null);
        if (thrown != null) {
            throw thrown;
        }
        return Undefined.INSTANCE;
    }

    /** §27.4.3.3. */
    private static Object disposeAsync(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        JSPromise promise = Promises.create(realm);
        try {
            DisposeCapability held = thisStack(thisValue, true, "disposeAsync").take();
            if (held != null) {
                return AsyncDisposal.start(realm, held);
            }
            Promises.resolve(promise, Undefined.INSTANCE);
        } catch (AbstractTruffleException e) {
            Promises.reject(promise, Thrown.valueOf(e));
        }
        return promise;
    }
}
