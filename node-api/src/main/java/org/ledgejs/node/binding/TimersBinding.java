package org.ledgejs.node.binding;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.loop.NodeEventLoop;

/** Binding {@code timers}: the loop's one timer and its immediates. */
final class TimersBinding {
    private static final PropertyTable TABLE = new PropertyTable()
            .method("setupTimers", 2, (realm, thisValue, args) -> {
                NodeRuntime.of(realm).phases().setUp(args.get(0), args.get(1));
                return Undefined.INSTANCE;
            })
            // As Node has it: a timer counts from when it is set, not from when its turn began.
            .method("now", 0, (realm, thisValue, args) -> Conversions.number((double) NodeRuntime.of(realm).loop().updateNow()))
            .method("updateNow", 0, (realm, thisValue, args) -> Conversions.number((double) NodeRuntime.of(realm).loop().updateNow()))
            .method("schedule", 1, (realm, thisValue, args) -> {
                NodeEventLoop loop = NodeRuntime.of(realm).loop();
                loop.armTimer(loop.now() + (long) Math.max(1, Conversions.toNumber(args.get(0))));
                return Undefined.INSTANCE;
            })
            .method("toggleTimerRef", 1, (realm, thisValue, args) -> {
                NodeRuntime.of(realm).loop().setTimerReferenced(Conversions.toBoolean(args.get(0)));
                return Undefined.INSTANCE;
            })
            // The loop reads immediateInfo itself.
            .method("toggleImmediateRef", 1, (realm, thisValue, args) -> Undefined.INSTANCE);

    private TimersBinding() { }

    static void define(NodeRuntime node, JSObject target) {
        TABLE.define(node.realm(), target);
        JSObject constructor = node.realm().intrinsic(Intrinsic.INT32_ARRAY);
        JSObject info = (JSObject) ObjectOperations.construct(constructor, new Object[] {3}, constructor);
        node.phases().setImmediateInfo(info);
        target.define(PropertyKey.of("immediateInfo"), info, PropertyFlags.DEFAULT);
    }
}
