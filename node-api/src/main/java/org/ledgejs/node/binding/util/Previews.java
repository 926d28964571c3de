package org.ledgejs.node.binding.util;

import java.util.ArrayList;
import java.util.List;

import org.ledgejs.language.runtime.IteratorKind;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSMap;
import org.ledgejs.language.runtime.JSSet;
import org.ledgejs.language.runtime.JSTableIterator;
import org.ledgejs.language.runtime.JSWeakMap;
import org.ledgejs.language.runtime.JSWeakSet;
import org.ledgejs.language.runtime.OrderedTable;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** The entries of collections and of their iterators, without moving these or running code of the program. */
final class Previews {
    private Previews() { }

    /** {@code [entries, isKeyValue]} with entries flat, or undefined. Weak collections show nothing: their entries live in their keys. */
    static Object of(Realm realm, Object value) {
        return switch (value) {
            case JSMap map -> result(realm, all(map.table(), true, true), true);
            case JSSet set -> result(realm, all(set.table(), true, false), false);
            case JSTableIterator iterator -> remaining(realm, iterator);
            case JSWeakMap map -> result(realm, List.of(), true);
            case JSWeakSet set -> result(realm, List.of(), false);
            default -> Undefined.INSTANCE;
        };
    }

    private static JSArray result(Realm realm, List<Object> entries, boolean pairs) {
        return JSArray.create(realm, new Object[] {JSArray.create(realm, entries.toArray()), pairs});
    }

    static List<Object> all(OrderedTable table, boolean keys, boolean values) {
        List<Object> result = new ArrayList<>();
        OrderedTable.Cursor cursor = table.new Cursor();
        for (int i = cursor.next(); i >= 0; i = cursor.next()) {
            if (keys) {
                result.add(table.key(i));
            }
            if (values) {
                result.add(table.value(i));
            }
        }
        return result;
    }

    private static Object remaining(Realm realm, JSTableIterator iterator) {
        OrderedTable table = iterator.table();
        boolean pairs = iterator.kind() == IteratorKind.ENTRIES;
        List<Object> result = new ArrayList<>();
        for (int i : iterator.remaining()) {
            Object value = iterator.isMap() ? table.value(i) : table.key(i);
            if (pairs || iterator.kind() == IteratorKind.KEYS) {
                result.add(table.key(i));
            }
            if (pairs || iterator.kind() == IteratorKind.VALUES) {
                result.add(value);
            }
        }
        return result(realm, result, pairs);
    }
}
