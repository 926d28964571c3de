package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PromiseCapability;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** The anonymous functions promises hand out. */
final class PromiseFunctions {
    private static final Builtin RESOLVE = Builtin.function("", 1, (realm, thisValue, args) -> {
        args.<PromiseCapability.Resolving>state().resolve(args.get(0));
        return Undefined.INSTANCE;
    });
    private static final Builtin REJECT = Builtin.function("", 1, (realm, thisValue, args) -> {
        args.<PromiseCapability.Resolving>state().reject(args.get(0));
        return Undefined.INSTANCE;
    });
    private static final Builtin EXECUTOR = Builtin.function("", 2, (realm, thisValue, args) -> {
        Object[] functions = args.state();
        if (functions[0] != Undefined.INSTANCE || functions[1] != Undefined.INSTANCE) {
            throw Errors.typeError("Promise executor has already been invoked with non-undefined arguments");
        }
        functions[0] = args.get(0);
        functions[1] = args.get(1);
        return Undefined.INSTANCE;
    });

    private PromiseFunctions() { }

    static JSObject resolvingFunction(Realm realm, PromiseCapability.Resolving resolving, boolean resolve) {
        return BuiltinData.closure(realm, resolve ? RESOLVE : REJECT, resolving);
    }

    static JSObject capabilityExecutor(Realm realm, Object[] functions) {
        return BuiltinData.closure(realm, EXECUTOR, functions);
    }
}
