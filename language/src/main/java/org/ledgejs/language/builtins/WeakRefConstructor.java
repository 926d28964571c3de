package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSWeakRef;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.language.runtime.WeakTable;

/** The WeakRef constructor and prototype (ECMA-262 §26.1). */
final class WeakRefConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("WeakRef", 1, WeakRefConstructor::construct);
    private static final PropertyTable PROTOTYPE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.WEAK_REF)
            .method("deref", 0, WeakRefConstructor::deref)
            .toStringTag("WeakRef");

    private WeakRefConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.WEAK_REF, Intrinsic.WEAK_REF_PROTOTYPE, CONSTRUCTOR, new PropertyTable());
    }

    static JSObject createPrototype(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.WEAK_REF_PROTOTYPE, JSObject.create(realm));
        PROTOTYPE.define(realm, prototype);
        return prototype;
    }

    /** §26.1.1.1. */
    private static Object construct(Realm realm, JSObject newTarget, Args args) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor WeakRef requires 'new'");
        }
        Object target = args.get(0);
        if (!WeakTable.canBeHeldWeakly(target)) {
            throw Errors.typeError("WeakRef: target must be an object");
        }
        JSObject prototype = ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.WEAK_REF_PROTOTYPE);
        realm.agent().weakReferences().keepDuringJob(target);
        return JSWeakRef.create(prototype, target);
    }

    /** §26.1.3.2. */
    private static Object deref(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        if (!(thisValue instanceof JSWeakRef reference)) {
            throw Errors.typeError("Method WeakRef.prototype.deref called on incompatible receiver " + Errors.describe(thisValue));
        }
        Object target = reference.target();
        if (target == null) {
            return Undefined.INSTANCE;
        }
        realm.agent().weakReferences().keepDuringJob(target);
        return target;
    }
}
