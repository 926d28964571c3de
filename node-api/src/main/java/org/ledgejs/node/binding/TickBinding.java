package org.ledgejs.node.binding;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PromiseHook;
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
            }).passingOn()
            .method("enqueueMicrotask", 1, (realm, thisValue, args) -> {
                Object job = args.get(0);
                realm.agent().enqueueJob(() -> ObjectOperations.call(job, Undefined.INSTANCE));
                return Undefined.INSTANCE;
            })
            .method("getContinuationData", 0, (realm, thisValue, args) -> {
                Object carried = realm.agent().continuation();
                return carried == null ? Undefined.INSTANCE : carried;
            })
            .method("setContinuationData", 1, (realm, thisValue, args) -> {
                realm.agent().setContinuation(args.get(0) == Undefined.INSTANCE ? null : args.get(0));
                return Undefined.INSTANCE;
            })
            .method("setPromiseHooks", 4, (realm, thisValue, args) -> {
                boolean off = args.get(0) == Undefined.INSTANCE;
                realm.agent().setPromiseHook(off ? null : new Listeners(args.get(0), args.get(1), args.get(2), args.get(3)));
                return Undefined.INSTANCE;
            });

    private TickBinding() { }

    /** Promises as functions of the program hear of them. */
    private static final class Listeners implements PromiseHook {
        private final Object[] functions;
        private Object parent = Undefined.INSTANCE;

        Listeners(Object... functions) {
            this.functions = functions;
        }

        private void call(int which, Object... arguments) {
            ObjectOperations.call(functions[which], Undefined.INSTANCE, arguments);
        }

        @Override
        public void deriving(JSObject newParent) {
            parent = newParent == null ? Undefined.INSTANCE : newParent;
        }

        @Override
        public void init(JSPromise promise) {
            Object from = parent;
            parent = Undefined.INSTANCE;
            call(0, promise, from);
        }

        @Override
        public void before(JSPromise promise) {
            call(1, promise);
        }

        @Override
        public void after(JSPromise promise) {
            call(2, promise);
        }

        @Override
        public void resolved(JSPromise promise) {
            call(3, promise);
        }
    }
}
