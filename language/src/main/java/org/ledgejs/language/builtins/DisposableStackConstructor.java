package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.DisposeCapability;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSDisposableStack;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;

/** The DisposableStack and AsyncDisposableStack constructors (ECMA-262 2027 §27.3.1, §27.4.1). */
final class DisposableStackConstructor {
    private static final Builtin SYNC = Builtin.constructor("DisposableStack", 0, (realm, newTarget, args) -> construct(newTarget, false));
    private static final Builtin ASYNC = Builtin.constructor("AsyncDisposableStack", 0, (realm, newTarget, args) -> construct(newTarget, true));

    private DisposableStackConstructor() { }

    static JSObject create(Realm realm, boolean async) {
        return async ? PropertyTable.constructor(realm, Intrinsic.ASYNC_DISPOSABLE_STACK, Intrinsic.ASYNC_DISPOSABLE_STACK_PROTOTYPE, ASYNC, new PropertyTable())
                : PropertyTable.constructor(realm, Intrinsic.DISPOSABLE_STACK, Intrinsic.DISPOSABLE_STACK_PROTOTYPE, SYNC, new PropertyTable());
    }

    private static Object construct(JSObject newTarget, boolean async) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor " + (async ? "AsyncDisposableStack" : "DisposableStack") + " requires 'new'");
        }
        JSObject prototype = ObjectOperations.prototypeFromConstructor(newTarget,
                async ? Intrinsic.ASYNC_DISPOSABLE_STACK_PROTOTYPE : Intrinsic.DISPOSABLE_STACK_PROTOTYPE);
        return JSDisposableStack.create(prototype, async, new DisposeCapability());
    }
}
