package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import com.oracle.truffle.api.exception.AbstractTruffleException;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PromiseCapability;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Thrown;
import org.ledgejs.language.runtime.Undefined;

/** %AsyncIteratorPrototype% (ECMA-262 §27.1.5). */
final class AsyncIteratorPrototype {
    private static final TruffleString RETURN = Strings.constant("return");
    private static final PropertyTable TABLE = new PropertyTable()
            .method(Symbol.ASYNC_ITERATOR, "[Symbol.asyncIterator]", 0, (realm, thisValue, args) -> thisValue)
            .method(Symbol.ASYNC_DISPOSE, "[Symbol.asyncDispose]", 0, AsyncIteratorPrototype::asyncDispose);

    private AsyncIteratorPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = JSObject.create(realm);
        TABLE.define(realm, prototype);
        return prototype;
    }

    /** §27.1.5.2. */
    private static Object asyncDispose(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        PromiseCapability capability = PromiseCapability.create(realm);
        try {
            Object method = ObjectOperations.getMethod(thisValue, RETURN);
            if (method == Undefined.INSTANCE) {
                capability.resolve(Undefined.INSTANCE);
            } else {
                Object result = ObjectOperations.call(method, thisValue);
                Promises.then(Promises.promiseResolve(realm, result), value -> capability.resolve(Undefined.INSTANCE), capability::reject);
            }
        } catch (AbstractTruffleException e) {
            capability.reject(Thrown.valueOf(e));
        }
        return capability.promise();
    }
}
