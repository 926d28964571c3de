package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSFinalizationRegistry;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.language.runtime.WeakTable;

/** The FinalizationRegistry constructor and prototype (ECMA-262 §26.2). */
final class FinalizationRegistryConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("FinalizationRegistry", 1, FinalizationRegistryConstructor::construct);
    private static final PropertyTable PROTOTYPE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.FINALIZATION_REGISTRY)
            .method("register", 2, FinalizationRegistryConstructor::register)
            .method("unregister", 1, FinalizationRegistryConstructor::unregister)
            .toStringTag("FinalizationRegistry");

    private FinalizationRegistryConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.FINALIZATION_REGISTRY, Intrinsic.FINALIZATION_REGISTRY_PROTOTYPE, CONSTRUCTOR, new PropertyTable());
    }

    static JSObject createPrototype(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.FINALIZATION_REGISTRY_PROTOTYPE, JSObject.create(realm));
        PROTOTYPE.define(realm, prototype);
        return prototype;
    }

    /** §26.2.1.1. */
    private static Object construct(Realm realm, JSObject newTarget, Args args) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor FinalizationRegistry requires 'new'");
        }
        if (!ObjectOperations.isCallable(args.get(0))) {
            throw Errors.typeError("FinalizationRegistry: cleanup must be callable");
        }
        return JSFinalizationRegistry.create(ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.FINALIZATION_REGISTRY_PROTOTYPE), realm, args.get(0));
    }

    private static JSFinalizationRegistry registry(Object value, String method) {
        if (value instanceof JSFinalizationRegistry registry) {
            return registry;
        }
        throw Errors.typeError("Method FinalizationRegistry.prototype." + method + " called on incompatible receiver " + Errors.describe(value));
    }

    /** §26.2.3.2. */
    private static Object register(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSFinalizationRegistry registry = registry(thisValue, "register");
        Object target = args.get(0);
        if (!WeakTable.canBeHeldWeakly(target)) {
            throw Errors.typeError("FinalizationRegistry.prototype.register: invalid target");
        }
        if (Comparison.sameValue(target, args.get(1))) {
            throw Errors.typeError("FinalizationRegistry.prototype.register: target and holdings must not be same");
        }
        Object token = args.get(2);
        if (token != Undefined.INSTANCE && !WeakTable.canBeHeldWeakly(token)) {
            throw Errors.typeError("Invalid unregisterToken ('" + Errors.describe(token) + "')");
        }
        registry.register(target, args.get(1), token);
        return Undefined.INSTANCE;
    }

    /** §26.2.3.3. */
    private static Object unregister(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSFinalizationRegistry registry = registry(thisValue, "unregister");
        if (!WeakTable.canBeHeldWeakly(args.get(0))) {
            throw Errors.typeError("Invalid unregisterToken ('" + Errors.describe(args.get(0)) + "')");
        }
        return registry.unregister(args.get(0));
    }
}
