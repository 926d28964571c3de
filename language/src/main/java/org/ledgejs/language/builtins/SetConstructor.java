package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSSet;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;

/** The Set constructor (ECMA-262 §24.2.2, §24.2.3). */
final class SetConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("Set", 0, SetConstructor::construct);

    private SetConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.SET, Intrinsic.SET_PROTOTYPE, CONSTRUCTOR, new PropertyTable().species());
    }

    private static Object construct(@SuppressWarnings("unused") Realm realm, JSObject newTarget, Args args) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor Set requires 'new'");
        }
        JSSet set = JSSet.create(ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.SET_PROTOTYPE));
        addValues(set, args.get(0));
        return set;
    }

    /** Adds each value of the iterable with the object's own "add": Set and WeakSet. */
    static void addValues(JSObject target, Object iterable) {
        if (Comparison.isNullish(iterable)) {
            return;
        }
        Object adder = target.get(PropertyKey.of("add"));
        if (!ObjectOperations.isCallable(adder)) {
            throw Errors.typeError("'" + Errors.describe(adder) + "' returned for property 'add' of object '#<" + target.className() + ">' is not a function");
        }
        Iteration.forEach(iterable, value -> ObjectOperations.call(adder, target, value));
    }
}
