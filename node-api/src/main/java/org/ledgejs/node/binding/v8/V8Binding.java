package org.ledgejs.node.binding.v8;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.LinkedHashMap;
import java.util.Map;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;

/** Binding {@code v8}: the heap and its collections. The Java machine's figures, in V8's order and spaces. */
public final class V8Binding {
    public static final PropertyTable TABLE = new PropertyTable()
            .method("heapStatistics", 0, (realm, thisValue, args) -> numbers(realm, heap()))
            .method("heapSpaces", 0, (realm, thisValue, args) -> spaces(realm))
            .method("codeStatistics", 0, (realm, thisValue, args) -> numbers(realm, usage("code_space").getUsed(), usage("read_only_space").getUsed()))
            .method("watchCollections", 0, (realm, thisValue, args) -> Conversions.number((double) Collections.watch()))
            .method("collectionsSince", 1, (realm, thisValue, args) ->
                    JSArray.create(realm, Collections.since((long) Conversions.toNumber(args.get(0))).stream()
                            .map(each -> (Object) JSArray.create(realm, new Object[] {Conversions.number(each.number()), Conversions.number(each.startMillis()),
                                Conversions.number(each.durationMillis()), each.major(), Conversions.number((double) each.before()),
                                Conversions.number((double) each.after()), each.forced()})).toArray()))
            .method("onCollection", 1, (realm, thisValue, args) -> {
                NodeRuntime node = NodeRuntime.of(realm);
                Object callback = args.get(0);
                Collections.listen(each -> node.loop().post(() ->
                        node.enter(callback, Conversions.number(each.durationMillis()), each.major(), each.forced())));
                return Undefined.INSTANCE;
            })
            .method("gc", 0, (realm, thisValue, args) -> {
                System.gc();
                return Undefined.INSTANCE;
            });

    private static final String[] SPACES = {"read_only_space", "new_space", "old_space", "code_space", "shared_space", "trusted_space",
        "new_large_object_space", "large_object_space", "code_large_object_space", "shared_large_object_space", "trusted_large_object_space"};

    private V8Binding() { }

    /** Committed, executable, used, most, outside the heap, buffers outside the heap. */
    private static long[] heap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        MemoryUsage heap = memory.getHeapMemoryUsage();
        long buffers = 0;
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            buffers += Math.max(pool.getMemoryUsed(), 0);
        }
        return new long[] {heap.getCommitted(), usage("code_space").getCommitted(), heap.getUsed(),
            heap.getMax() < 0 ? Runtime.getRuntime().maxMemory() : heap.getMax(), memory.getNonHeapMemoryUsage().getUsed(), buffers};
    }

    private static Map<String, MemoryUsage> usages() {
        Map<String, MemoryUsage> all = new LinkedHashMap<>();
        for (String space : SPACES) {
            all.put(space, new MemoryUsage(0, 0, 0, -1));
        }
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getUsage();
            if (usage != null) {
                all.merge(space(pool), usage, (a, b) -> new MemoryUsage(0, a.getUsed() + b.getUsed(), a.getCommitted() + b.getCommitted(), -1));
            }
        }
        return all;
    }

    private static MemoryUsage usage(String space) {
        return usages().get(space);
    }

    /** Which of V8's spaces holds what this pool holds. */
    private static String space(MemoryPoolMXBean pool) {
        String name = pool.getName();
        if (pool.getType() == MemoryType.HEAP) {
            return name.contains("Eden") || name.contains("Survivor") ? "new_space" : "old_space";
        }
        return name.contains("Code") ? "code_space" : "read_only_space";
    }

    private static Object spaces(Realm realm) {
        return JSArray.create(realm, usages().entrySet().stream().map(entry -> {
            MemoryUsage usage = entry.getValue();
            return (Object) JSArray.create(realm, new Object[] {Strings.of(entry.getKey()), Conversions.number((double) usage.getCommitted()),
                Conversions.number((double) usage.getUsed()), Conversions.number((double) Math.max(usage.getCommitted() - usage.getUsed(), 0)),
                Conversions.number((double) usage.getCommitted())});
        }).toArray());
    }

    private static Object numbers(Realm realm, long... values) {
        Object[] result = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Conversions.number((double) values[i]);
        }
        return JSArray.create(realm, result);
    }
}
