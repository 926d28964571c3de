package org.ledgejs.node.binding;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;

/** Binding {@code errors}: what nobody caught. */
final class ErrorsBinding {
    static final PropertyTable TABLE = new PropertyTable()
            .method("setPromiseRejectCallback", 1, (realm, thisValue, args) -> {
                NodeRuntime.of(realm).uncaught().setRejectionCallback(args.get(0));
                return Undefined.INSTANCE;
            })
            .method("setUncaughtExceptionCallback", 1, (realm, thisValue, args) -> {
                NodeRuntime.of(realm).uncaught().setExceptionCallback(args.get(0));
                return Undefined.INSTANCE;
            })
            .method("triggerUncaughtException", 2, (realm, thisValue, args) -> {
                NodeRuntime.of(realm).uncaught().report(new JSException(args.get(0), null), args.get(1) == Boolean.TRUE);
                return Undefined.INSTANCE;
            })
            // Error.prepareStackTrace as it is at first.
            .lazy("prepareStackTrace", realm -> realm.intrinsic(Intrinsic.ERROR_PREPARE_STACK_TRACE), PropertyFlags.DEFAULT)
            // The engine formats stacks itself, as V8 does without a hook.
            .method("setPrepareStackTraceCallback", 1, (realm, thisValue, args) -> Undefined.INSTANCE)
            .method("getEarlyError", 1, (realm, thisValue, args) -> SourceLines.ofEarlyError(realm, args.get(0)))
            .method("getSourceLine", 1, (realm, thisValue, args) -> SourceLines.of(realm, args.get(0)));

    private ErrorsBinding() { }
}
