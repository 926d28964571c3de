package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Accessor;
import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.FunctionText;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSBoundFunction;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

/** Properties of the Function prototype (ECMA-262 §20.2.3), itself a function. */
final class FunctionPrototype {
    private static final Builtin SELF = Builtin.function("", 0, (realm, thisValue, args) -> Undefined.INSTANCE);
    private static final Builtin THROW_TYPE_ERROR = Builtin.function("", 0, (realm, thisValue, args) -> {
        throw Errors.typeError("'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them");
    });
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.FUNCTION)
            .node("apply", 2, 2, FunctionCallNodes.Apply::create).passingOn()
            .method("bind", 1, FunctionPrototype::bind)
            .nodeWithRest("call", 1, 1, FunctionCallNodes.Call::create).passingOn()
            .method("toString", 0, (realm, thisValue, args) -> FunctionText.of(thisValue))
            .intrinsic(Symbol.HAS_INSTANCE, Intrinsic.FUNCTION_PROTOTYPE_HAS_INSTANCE, PropertyFlags.FIXED);
    private static final Builtin HAS_INSTANCE = Builtin.function("[Symbol.hasInstance]", 1,
            (realm, thisValue, args) -> Comparison.ordinaryHasInstance(thisValue, args.get(0)));

    private FunctionPrototype() { }

    static JSObject create(Realm realm) {
        JSFunction prototype = realm.register(Intrinsic.FUNCTION_PROTOTYPE,
                BuiltinData.function(realm, SELF, realm.intrinsic(Intrinsic.OBJECT_PROTOTYPE)));
        Object thrower = realm.intrinsic(Intrinsic.THROW_TYPE_ERROR);
        TABLE.define(realm, prototype);
        for (String restricted : new String[] {"caller", "arguments"}) {
            prototype.define(PropertyKey.of(restricted), new Accessor(thrower, thrower),
                    PropertyFlags.NOT_ENUMERABLE | PropertyFlags.ACCESSOR);
        }
        return prototype;
    }

    static JSObject hasInstance(Realm realm) {
        return BuiltinData.function(realm, HAS_INSTANCE);
    }

    /** %ThrowTypeError% (§10.2.4.1). */
    static JSObject throwTypeError(Realm realm) {
        JSFunction thrower = BuiltinData.function(realm, THROW_TYPE_ERROR);
        ObjectOperations.setIntegrityLevel(thrower, true);
        return thrower;
    }

    /** §20.2.3.2. */
    private static Object bind(Realm realm, Object thisValue, Args args) {
        requireCallable(thisValue, "bind");
        return JSBoundFunction.create(Conversions.toObject(realm, thisValue), args.get(0), args.from(1));
    }

    private static String article(String type) {
        return type.equals("undefined") ? type : (type.equals("object") ? "an " : "a ") + type;
    }

    @TruffleBoundary
    static void requireCallable(Object value, String method) {
        if (!ObjectOperations.isCallable(value)) {
            throw Errors.typeError("Function.prototype." + method + " was called on " + Errors.describe(value)
                    + ", which is " + article(Strings.java(Comparison.typeOf(value))) + " and not a function");
        }
    }
}
