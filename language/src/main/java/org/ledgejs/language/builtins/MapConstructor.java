package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSMap;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.OrderedTable;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;

/** The Map constructor (ECMA-262 §24.1.1, §24.1.2). */
final class MapConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("Map", 0, MapConstructor::construct);
    private static final PropertyTable STATICS = new PropertyTable()
            .method("groupBy", 2, MapConstructor::groupBy)
            .species();

    private MapConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.MAP, Intrinsic.MAP_PROTOTYPE, CONSTRUCTOR, STATICS);
    }

    /** §24.1.1.1. */
    private static Object construct(@SuppressWarnings("unused") Realm realm, JSObject newTarget, Args args) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor Map requires 'new'");
        }
        JSMap map = JSMap.create(ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.MAP_PROTOTYPE));
        addEntries(map, args.get(0), "set");
        return map;
    }

    /** AddEntriesFromIterable (§24.1.1.2), for Map and WeakMap. */
    static void addEntries(JSObject target, Object iterable, String adderName) {
        if (Comparison.isNullish(iterable)) {
            return;
        }
        Object adder = target.get(PropertyKey.of(adderName));
        if (!ObjectOperations.isCallable(adder)) {
            throw Errors.typeError("'" + Errors.describe(adder) + "' returned for property '" + adderName + "' of object '#<" + target.className() + ">' is not a function");
        }
        Iteration.forEach(iterable, item -> {
            if (!ObjectOperations.isObject(item)) {
                throw Errors.typeError("Iterator value " + Errors.describe(item) + " is not an entry object");
            }
            Object key = ObjectOperations.get(item, PropertyKey.of(0));
            ObjectOperations.call(adder, target, key, ObjectOperations.get(item, PropertyKey.of(1)));
        });
    }

    /** §24.1.2.1. */
    private static Object groupBy(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSMap map = JSMap.create(realm.intrinsic(Intrinsic.MAP_PROTOTYPE));
        Grouping.groupBy(args.get(0), args.get(1), OrderedTable::normalize,
                (key, items) -> map.table().put(key, ObjectOperations.createArrayFromList(realm, items)));
        return map;
    }
}
