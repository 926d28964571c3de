package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Cached.Shared;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.ForeignValues;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Undefined;

/** Constructs: Construct (ECMA-262 §7.3.14), OrdinaryCreateFromConstructor included where the function asks for it. */
@GenerateInline(false)
public abstract class ConstructNode extends Node {
    @NeverDefault
    public static ConstructNode create() {
        return ConstructNodeGen.create();
    }

    /**
     * @param newTarget the callee itself for {@code new}
     * @param arguments without this and its kin
     */
    public abstract Object execute(Object callee, Object newTarget, Object[] arguments);

    /** function and base class constructors. */
    @Specialization(guards = "callee.data().allocatesThis()")
    static Object allocating(JSFunction callee, JSObject newTarget, Object[] arguments,
            @Cached("createGetPrototype()") GetPropertyNode getPrototype,
            @Cached @Shared CallNode call) {
        Object prototype = getPrototype.execute(newTarget);
        JSObject thisValue = prototype instanceof JSObject p ? JSObject.create(p) : fallback(newTarget);
        Object result = call.executeWithArguments(Arguments.construct(thisValue, callee, newTarget, arguments));
        return result == Undefined.INSTANCE || !ObjectOperations.isObject(result) ? thisValue : result;
    }

    /** Derived class constructors and builtins make the object themselves. */
    @Specialization(guards = {"!callee.data().allocatesThis()", "callee.isConstructor()"})
    static Object delegating(JSFunction callee, JSObject newTarget, Object[] arguments, @Cached @Shared CallNode call) {
        return call.executeWithArguments(Arguments.construct(Undefined.INSTANCE, callee, newTarget, arguments));
    }

    @Specialization(replaces = {"allocating", "delegating"})
    @TruffleBoundary
    Object other(Object callee, Object newTarget, Object[] arguments) {
        if (!ObjectOperations.isConstructor(callee)) {
            throw Errors.typeError(Errors.describe(callee) + " is not a constructor", this);
        }
        return callee instanceof JSObject function ? function.construct(arguments, (JSObject) newTarget) : ForeignValues.construct(callee, arguments);
    }

    @NeverDefault
    static GetPropertyNode createGetPrototype() {
        return GetPropertyNode.create(PropertyKey.of("prototype"));
    }

    @TruffleBoundary
    private static JSObject fallback(JSObject newTarget) {
        return JSObject.create(ObjectOperations.functionRealm(newTarget).intrinsic(Intrinsic.OBJECT_PROTOTYPE));
    }
}
