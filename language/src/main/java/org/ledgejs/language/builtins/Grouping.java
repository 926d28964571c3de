package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.OrderedTable;
import org.ledgejs.language.runtime.Undefined;

/** GroupBy (ECMA-262 §7.3.35), for Object.groupBy and Map.groupBy. */
final class Grouping {
    private Grouping() { }

    /**
     * @param keyOf coerces what the callback returned to the kind of key the caller wants
     * @param group receives each key with its elements, in order of the keys' first appearance
     */
    static void groupBy(Object items, Object callback, UnaryOperator<Object> keyOf, BiConsumer<Object, List<Object>> group) {
        ObjectOperations.requireObjectCoercible(items);
        ArrayCallbacks.requireCallable(callback);
        OrderedTable groups = new OrderedTable();
        long[] k = {0};
        Iteration.forEach(items, value -> {
            Object key = keyOf.apply(ObjectOperations.call(callback, Undefined.INSTANCE, value, Conversions.number(k[0]++)));
            int index = groups.find(key);
            if (index < 0) {
                groups.put(key, new ArrayList<>());
                index = groups.find(key);
            }
            elements(groups, index).add(value);
        });
        OrderedTable.Cursor cursor = groups.new Cursor();
        for (int i = cursor.next(); i >= 0; i = cursor.next()) {
            group.accept(groups.key(i), elements(groups, i));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> elements(OrderedTable groups, int index) {
        return (List<Object>) groups.value(index);
    }
}
