package org.ledgejs.language.builtins;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.EventLoop;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.RawBytes;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.language.runtime.WaiterList;
import org.ledgejs.language.runtime.WaiterList.Outcome;

/** Atomics.wait, waitAsync and notify (ECMA-262 §25.4.10, §25.4.13 to §25.4.15). */
final class AtomicsWaiting {
    private AtomicsWaiting() { }

    /**
     * The checked arguments of a wait.
     *
     * @param offset of the element in the block
     * @param timeout in milliseconds, or infinity
     */
    private record Wait(WaiterList waiters, int offset, BooleanSupplier stillEqual, double timeout) {

        /** The first steps of DoWait (§25.4.3.14). */
        static Wait of(Args args) {
            JSTypedArray array = AtomicsObject.validate(args.get(0), true);
            if (!array.buffer().isShared()) {
                throw Errors.typeError("Atomics.wait cannot be called on a typed array that is not shared");
            }
            int offset = AtomicsObject.validateAccess(array, args.get(1));
            ElementType type = array.elementType();
            long expected = AtomicsObject.expectedBits(type, args.get(2));
            double timeout = Conversions.toNumber(args.get(3));
            byte[] data = array.buffer().data();
            return new Wait(array.buffer().sharedBytes().waiters(), offset, () -> RawBytes.readVolatile(data, offset, type.shift()) == expected,
                    Double.isNaN(timeout) ? Double.POSITIVE_INFINITY : Math.max(timeout, 0));
        }
    }

    private static Object text(Outcome outcome) {
        return Strings.of(switch (outcome) {
            case OK -> "ok";
            case NOT_EQUAL -> "not-equal";
            case TIMED_OUT -> "timed-out";
        });
    }

    /** §25.4.13. */
    static Object await(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        Wait wait = Wait.of(args);
        if (!realm.agent().canBlock()) {
            throw Errors.typeError("Atomics.wait cannot be called in this context");
        }
        return text(wait.waiters.await(wait.offset, wait.stillEqual, wait.timeout));
    }

    /** §25.4.14. */
    static Object waitAsync(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        Wait wait = Wait.of(args);
        if (wait.timeout == 0) {
            return result(realm, false, text(wait.stillEqual.getAsBoolean() ? Outcome.TIMED_OUT : Outcome.NOT_EQUAL));
        }
        JSPromise promise = Promises.create(realm);
        Agent agent = realm.agent();
        EventLoop loop = agent.eventLoop();
        // Only a wait that will end by itself keeps the program running.
        EventLoop.Handle handle = loop == null || Double.isInfinite(wait.timeout) ? null : loop.open();
        WaiterList.Waiter waiter = wait.waiters.add(wait.offset, wait.stillEqual, outcome -> agent.post(() -> {
            if (handle != null) {
                handle.close();
            }
            Promises.resolve(promise, text(outcome));
        }));
        if (waiter == null) {
            if (handle != null) {
                handle.close();
            }
            return result(realm, false, text(Outcome.NOT_EQUAL));
        }
        if (!Double.isInfinite(wait.timeout)) {
            CompletableFuture.delayedExecutor((long) Math.ceil(Math.min(wait.timeout, Long.MAX_VALUE)), TimeUnit.MILLISECONDS).execute(waiter::timeOut);
        }
        return result(realm, true, promise);
    }

    private static JSObject result(Realm realm, boolean async, Object value) {
        JSObject result = JSObject.create(realm);
        ObjectOperations.createDataProperty(result, PropertyKey.of("async"), async);
        ObjectOperations.createDataProperty(result, PropertyKey.of("value"), value);
        return result;
    }

    /** §25.4.15. */
    static Object notify(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSTypedArray array = AtomicsObject.validate(args.get(0), true);
        int offset = AtomicsObject.validateAccess(array, args.get(1));
        double count = args.get(2) == Undefined.INSTANCE ? Double.POSITIVE_INFINITY : Math.max(Conversions.toIntegerOrInfinity(args.get(2)), 0);
        return array.buffer().isShared() ? array.buffer().sharedBytes().waiters().notify(offset, count) : (Object) 0;
    }
}
