package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Undefined;

/** GroupBy (ECMA-262 §7.3.35), for Object.groupBy and Map.groupBy. */
final class Grouping {
    private Grouping() { }

    /** @param keyOf turns what the callback returned into a key with the equality the caller wants */
    static Map<Object, List<Object>> groupBy(Object items, Object callback, Function<Object, Object> keyOf) {
        ObjectOperations.requireObjectCoercible(items);
        if (!ObjectOperations.isCallable(callback)) {
            throw Errors.typeError(Errors.describe(callback) + " is not a function");
        }
        Map<Object, List<Object>> groups = new LinkedHashMap<>();
        int[] k = {0};
        Iteration.forEach(items, value -> {
            Object key = keyOf.apply(ObjectOperations.call(callback, Undefined.INSTANCE, value, k[0]++));
            groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(value);
        });
        return groups;
    }
}
