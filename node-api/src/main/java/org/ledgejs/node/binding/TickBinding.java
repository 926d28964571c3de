package org.ledgejs.node.binding;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;

/** Binding {@code tick}: process.nextTick and promise jobs. */
final class TickBinding {
    static final PropertyTable TABLE = new PropertyTable()
            .method("setTickCallback", 2, (realm, thisValue, args) -> {
                NodeRuntime.of(realm).ticks().setCallback(args.get(0), (JSObject) args.get(1));
                return Undefined.INSTANCE;
            })
            .method("runMicrotasks", 0, (realm, thisValue, args) -> {
                NodeRuntime.of(realm).ticks().runMicrotasks();
                return Undefined.INSTANCE;
            })
            .method("enqueueMicrotask", 1, (realm, thisValue, args) -> {
                Object job = args.get(0);
                realm.agent().enqueueJob(() -> ObjectOperations.call(job, Undefined.INSTANCE));
                return Undefined.INSTANCE;
            });

    private TickBinding() { }
}
