package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.IteratorKind;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSSet;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.OrderedTable;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** Properties of the Set prototype (ECMA-262 §24.2.4); set algebra is in {@link SetAlgebra}. */
final class SetPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.SET)
            .node("add", 1, 1, CollectionNodes.SetAdd.FACTORY)
            .method("clear", 0, (realm, thisValue, args) -> {
                thisSet(thisValue, "clear").table().clear();
                return Undefined.INSTANCE;
            })
            .method("delete", 1, (realm, thisValue, args) -> thisSet(thisValue, "delete").table().remove(OrderedTable.normalize(args.get(0))))
            .method("difference", 1, SetAlgebra::difference)
            .node("entries", 0, 0, arguments -> IteratorNodesFactory.OverSetNodeGen.create(IteratorKind.ENTRIES, arguments))
            .method("forEach", 1, SetPrototype::forEach)
            .node("has", 1, 1, CollectionNodes.SetHas.FACTORY)
            .method("intersection", 1, SetAlgebra::intersection)
            .method("isDisjointFrom", 1, SetAlgebra::isDisjointFrom)
            .method("isSubsetOf", 1, SetAlgebra::isSubsetOf)
            .method("isSupersetOf", 1, SetAlgebra::isSupersetOf)
            .getter("size", (realm, thisValue, args) -> thisSet(thisValue, "size").table().size())
            .method("symmetricDifference", 1, SetAlgebra::symmetricDifference)
            .method("union", 1, SetAlgebra::union)
            .node("values", 0, 0, arguments -> IteratorNodesFactory.OverSetNodeGen.create(IteratorKind.VALUES, arguments))
            .toStringTag("Set");

    private SetPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.SET_PROTOTYPE, JSObject.create(realm));
        TABLE.define(realm, prototype);
        Object values = prototype.get(PropertyKey.of("values"));
        prototype.define(PropertyKey.of("keys"), values, PropertyFlags.METHOD);
        prototype.define(Symbol.ITERATOR, values, PropertyFlags.METHOD);
        return prototype;
    }

    static JSSet thisSet(Object value, String method) {
        if (value instanceof JSSet set) {
            return set;
        }
        throw Errors.typeError("Method Set.prototype." + method + " called on incompatible receiver " + Errors.describe(value));
    }

    /** §24.2.4.7. */
    private static Object forEach(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSSet set = thisSet(thisValue, "forEach");
        ArrayCallbacks.requireCallable(args.get(0));
        OrderedTable table = set.table();
        OrderedTable.Cursor cursor = table.new Cursor();
        for (int i = cursor.next(); i >= 0; i = cursor.next()) {
            ObjectOperations.call(args.get(0), args.get(1), table.key(i), table.key(i), set);
        }
        return Undefined.INSTANCE;
    }
}
