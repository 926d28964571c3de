package org.ledgejs.node.binding.v8;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;

/** The garbage collections of the machine since somebody first asked, the last of them. */
final class Collections {
    private static final int KEPT = 1000;
    private static final Deque<Collection> SEEN = new ArrayDeque<>();
    private static final List<Consumer<Collection>> LISTENERS = new CopyOnWriteArrayList<>();
    private static boolean watching;
    private static long count;

    private Collections() { }

    /** @param number its place among all seen @param before bytes used, of the heap @param startMillis since the machine started */
    record Collection(int number, double startMillis, double durationMillis, boolean major, long before, long after, boolean forced) { }

    /** Starts to watch, if nobody did. @return the number the next collection will have */
    static synchronized long watch() {
        if (!watching) {
            watching = true;
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                if (collector instanceof NotificationEmitter emitter) {
                    emitter.addNotificationListener((notification, handback) -> seen(notification), null, null);
                }
            }
        }
        return count;
    }

    /** Calls on a thread of the machine's after each collection. */
    static void listen(Consumer<Collection> listener) {
        LISTENERS.add(listener);
        watch();
    }

    private static synchronized void seen(Notification notification) {
        if (!notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            return;
        }
        GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
        SEEN.add(new Collection((int) count++, info.getGcInfo().getStartTime(), info.getGcInfo().getDuration(), info.getGcAction().contains("major"),
                used(info.getGcInfo().getMemoryUsageBeforeGc()), used(info.getGcInfo().getMemoryUsageAfterGc()),
                info.getGcCause().equals("System.gc()")));
        for (Consumer<Collection> listener : LISTENERS) {
            listener.accept(SEEN.getLast());
        }
        if (SEEN.size() > KEPT) {
            SEEN.remove();
        }
    }

    private static long used(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream().filter(pool -> !pool.getKey().matches(".*(Code|Metaspace|Class).*"))
                .mapToLong(pool -> pool.getValue().getUsed()).sum();
    }

    static synchronized List<Collection> since(long number) {
        return SEEN.stream().filter(each -> each.number() >= number).toList();
    }
}
