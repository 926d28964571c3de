package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSProxy;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** The Proxy constructor (ECMA-262 §28.2). */
final class ProxyConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("Proxy", 2, (realm, newTarget, args) -> {
        if (newTarget == null) {
            throw Errors.typeError("Constructor Proxy requires 'new'");
        }
        return proxy(args);
    });
    private static final Builtin REVOKE = Builtin.function("", 0, (realm, thisValue, args) -> {
        args.<JSProxy>state().revoke();
        return Undefined.INSTANCE;
    });
    private static final PropertyTable STATICS = new PropertyTable().method("revocable", 2, ProxyConstructor::revocable);

    private ProxyConstructor() { }

    static JSObject create(Realm realm) {
        JSFunction constructor = realm.register(Intrinsic.PROXY, BuiltinData.function(realm, CONSTRUCTOR));
        STATICS.define(realm, constructor);
        return constructor;
    }

    /** ProxyCreate (§10.5.14). */
    private static JSProxy proxy(Args args) {
        if (args.get(0) instanceof JSObject target && args.get(1) instanceof JSObject handler) {
            return JSProxy.create(target, handler);
        }
        throw Errors.typeError("Cannot create proxy with a non-object as target or handler");
    }

    /** §28.2.2.1. */
    private static Object revocable(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSProxy proxy = proxy(args);
        JSObject result = JSObject.create(realm);
        ObjectOperations.createDataProperty(result, PropertyKey.of("proxy"), proxy);
        ObjectOperations.createDataProperty(result, PropertyKey.of("revoke"),
                BuiltinData.closure(realm, REVOKE, proxy));
        return result;
    }
}
