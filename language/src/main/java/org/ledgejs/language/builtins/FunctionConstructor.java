package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.FunctionShapes;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;

/** The constructors of functions from text: Function and its async and generator kin (ECMA-262 §20.2.1, §27.3.1, §27.4.1, §27.7.1). */
final class FunctionConstructor {
    private static final Builtin FUNCTION = of("Function", FunctionData.Kind.NORMAL, Intrinsic.FUNCTION_PROTOTYPE);
    private static final Builtin GENERATOR_FUNCTION = of("GeneratorFunction", FunctionData.Kind.GENERATOR, Intrinsic.GENERATOR_FUNCTION_PROTOTYPE);
    private static final Builtin ASYNC_FUNCTION = of("AsyncFunction", FunctionData.Kind.ASYNC, Intrinsic.ASYNC_FUNCTION_PROTOTYPE);
    private static final Builtin ASYNC_GENERATOR_FUNCTION = of("AsyncGeneratorFunction", FunctionData.Kind.ASYNC_GENERATOR,
            Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE);

    private FunctionConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.FUNCTION, Intrinsic.FUNCTION_PROTOTYPE, FUNCTION, new PropertyTable());
    }

    /** GENERATOR_FUNCTION, ASYNC_FUNCTION or ASYNC_GENERATOR_FUNCTION: they inherit from Function. */
    static JSObject create(Realm realm, Intrinsic which) {
        Builtin builtin = switch (which) {
            case GENERATOR_FUNCTION -> GENERATOR_FUNCTION;
            case ASYNC_FUNCTION -> ASYNC_FUNCTION;
            case ASYNC_GENERATOR_FUNCTION -> ASYNC_GENERATOR_FUNCTION;
            default -> throw new IllegalArgumentException(which.name());
        };
        Intrinsic prototype = switch (which) {
            case GENERATOR_FUNCTION -> Intrinsic.GENERATOR_FUNCTION_PROTOTYPE;
            case ASYNC_FUNCTION -> Intrinsic.ASYNC_FUNCTION_PROTOTYPE;
            default -> Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE;
        };
        JSFunction function = realm.register(which, BuiltinData.function(realm, builtin, realm.intrinsic(Intrinsic.FUNCTION)));
        function.define(PropertyKey.of("prototype"), realm.intrinsic(prototype), PropertyFlags.FIXED);
        return function;
    }

    private static Builtin of(String name, FunctionData.Kind kind, Intrinsic fallback) {
        return Builtin.constructor(name, 1, (realm, newTarget, args) -> construct(realm, newTarget == null ? args.callee() : newTarget, args, kind, fallback));
    }

    /** CreateDynamicFunction (§20.2.1.1.1). */
    private static Object construct(Realm realm, JSObject newTarget, Args args, FunctionData.Kind kind, Intrinsic fallback) {
        int last = args.count() - 1;
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < last; i++) {
            parameters.append(i > 0 ? "," : "").append(Conversions.toJavaString(args.get(i)));
        }
        String body = last < 0 ? "" : Conversions.toJavaString(args.get(last));
        if (!realm.agent().hooks().canCompileStrings()) {
            throw Errors.error(Intrinsic.EVAL_ERROR_PROTOTYPE, "Code generation from strings disallowed for this context");
        }
        FunctionData data = realm.agent().compiler().function(kind, parameters.toString(), body);
        return new JSFunction(FunctionShapes.of(data), ObjectOperations.prototypeFromConstructor(newTarget, fallback), data, null, realm);
    }
}
