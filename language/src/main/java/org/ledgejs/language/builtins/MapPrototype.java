package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.IteratorKind;
import org.ledgejs.language.runtime.JSMap;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.OrderedTable;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** Properties of the Map prototype (ECMA-262 §24.1.3). */
final class MapPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.MAP)
            .method("clear", 0, (realm, thisValue, args) -> {
                thisMap(thisValue, "clear").table().clear();
                return Undefined.INSTANCE;
            })
            .method("delete", 1, (realm, thisValue, args) -> thisMap(thisValue, "delete").table().remove(OrderedTable.normalize(args.get(0))))
            .node("entries", 0, 0, arguments -> IteratorNodesFactory.OverMapNodeGen.create(IteratorKind.ENTRIES, arguments))
            .method("forEach", 1, MapPrototype::forEach)
            .node("get", 1, 1, CollectionNodes.MapGet.FACTORY)
            .method("getOrInsert", 2, MapPrototype::getOrInsert)
            .method("getOrInsertComputed", 2, MapPrototype::getOrInsertComputed)
            .node("has", 1, 1, CollectionNodes.MapHas.FACTORY)
            .node("keys", 0, 0, arguments -> IteratorNodesFactory.OverMapNodeGen.create(IteratorKind.KEYS, arguments))
            .node("set", 2, 2, CollectionNodes.MapSet.FACTORY)
            .getter("size", (realm, thisValue, args) -> thisMap(thisValue, "size").table().size())
            .node("values", 0, 0, arguments -> IteratorNodesFactory.OverMapNodeGen.create(IteratorKind.VALUES, arguments))
            .toStringTag("Map");

    private MapPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.MAP_PROTOTYPE, JSObject.create(realm));
        TABLE.define(realm, prototype);
        prototype.define(Symbol.ITERATOR, prototype.get(PropertyKey.of("entries")), PropertyFlags.METHOD);
        return prototype;
    }

    static JSMap thisMap(Object value, String method) {
        if (value instanceof JSMap map) {
            return map;
        }
        throw Errors.typeError("Method Map.prototype." + method + " called on incompatible receiver " + Errors.describe(value));
    }

    /** §24.1.3.5. */
    private static Object forEach(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSMap map = thisMap(thisValue, "forEach");
        ArrayCallbacks.requireCallable(args.get(0));
        OrderedTable table = map.table();
        OrderedTable.Cursor cursor = table.new Cursor();
        for (int i = cursor.next(); i >= 0; i = cursor.next()) {
            ObjectOperations.call(args.get(0), args.get(1), table.value(i), table.key(i), map);
        }
        return Undefined.INSTANCE;
    }

    /** §24.1.3.7. */
    private static Object getOrInsert(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        OrderedTable table = thisMap(thisValue, "getOrInsert").table();
        Object key = OrderedTable.normalize(args.get(0));
        int index = table.find(key);
        if (index >= 0) {
            return table.value(index);
        }
        table.put(key, args.get(1));
        return args.get(1);
    }

    /** §24.1.3.8. */
    private static Object getOrInsertComputed(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        OrderedTable table = thisMap(thisValue, "getOrInsertComputed").table();
        ArrayCallbacks.requireCallable(args.get(1));
        Object key = OrderedTable.normalize(args.get(0));
        int index = table.find(key);
        if (index >= 0) {
            return table.value(index);
        }
        Object value = ObjectOperations.call(args.get(1), Undefined.INSTANCE, key);
        table.put(key, value);
        return value;
    }
}
