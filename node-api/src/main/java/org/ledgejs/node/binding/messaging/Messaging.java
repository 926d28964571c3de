package org.ledgejs.node.binding.messaging;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.node.NodeRuntime;

/** What an agent knows about messages: broadcast channels by name, ports that have something to hand over, and objects that must not be cloned. */
final class Messaging {
    /** Methods of our own classes: {@code [CLONE]()} and {@code [TRANSFER]()} give {@code { data, receiver, transfer? }}. */
    static final Symbol CLONE = new Symbol(Strings.constant("messaging_clone_symbol"));
    static final Symbol TRANSFER = new Symbol(Strings.constant("messaging_transfer_symbol"));

    private final Map<String, PortGroup> broadcasts = new HashMap<>();
    private final Map<JSObject, Boolean> uncloneable = new WeakHashMap<>();
    /** Ports are served in the order of their making, as libuv does with what was woken since the last turn. */
    private final ConcurrentSkipListSet<PortHandle> woken = new ConcurrentSkipListSet<>(Comparator.comparingLong(PortHandle::id));
    private final AtomicBoolean posted = new AtomicBoolean();
    private long lastId;

    private Messaging() { }

    long nextId() {
        return ++lastId;
    }

    /** The port has something to hand over. Any thread. */
    void wake(NodeRuntime node, PortHandle port) {
        woken.add(port);
        if (posted.compareAndSet(false, true)) {
            node.loop().post(this::serve);
        }
    }

    private void serve() {
        posted.set(false);
        for (PortHandle port : woken.toArray(PortHandle[]::new)) {
            woken.remove(port);
            port.handOver();
        }
    }

    static Messaging of(Realm realm) {
        return realm.agent().attachment(Messaging.class, Messaging::new);
    }

    /** The group of all channels of that name. */
    PortGroup broadcast(String name) {
        return broadcasts.computeIfAbsent(name, unused -> new PortGroup(true));
    }

    void markUncloneable(JSObject object) {
        uncloneable.put(object, Boolean.TRUE);
    }

    boolean isUncloneable(JSObject object) {
        return !uncloneable.isEmpty() && uncloneable.containsKey(object);
    }
}
