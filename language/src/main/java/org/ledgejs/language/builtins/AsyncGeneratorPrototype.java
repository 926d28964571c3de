package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSAsyncGenerator;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.ResumeMode;

/** %AsyncGeneratorPrototype% (ECMA-262 §27.6.1). */
final class AsyncGeneratorPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE, PropertyFlags.CONFIGURABLE_ONLY)
            .method("next", 1, (realm, thisValue, args) -> enqueue(realm, thisValue, ResumeMode.NEXT, args.get(0), "next"))
            .method("return", 1, (realm, thisValue, args) -> enqueue(realm, thisValue, ResumeMode.RETURN, args.get(0), "return"))
            .method("throw", 1, (realm, thisValue, args) -> enqueue(realm, thisValue, ResumeMode.THROW, args.get(0), "throw"))
            .toStringTag("AsyncGenerator");

    private AsyncGeneratorPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.ASYNC_GENERATOR_PROTOTYPE, JSObject.create(realm.intrinsic(Intrinsic.ASYNC_ITERATOR_PROTOTYPE)));
        TABLE.define(realm, prototype);
        return prototype;
    }

    /** A wrong receiver rejects the promise: these methods never throw. */
    private static Object enqueue(Realm realm, Object thisValue, ResumeMode mode, Object value, String method) {
        if (thisValue instanceof JSAsyncGenerator generator) {
            return generator.enqueue(mode, value);
        }
        JSPromise promise = Promises.create(realm);
        Promises.reject(promise, Errors.typeError(method + " method called on incompatible receiver " + Errors.describe(thisValue)).value());
        return promise;
    }
}
