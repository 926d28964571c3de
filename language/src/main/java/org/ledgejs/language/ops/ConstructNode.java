package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.ReportPolymorphism;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.ForeignValues;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Undefined;

/**
 * Constructs: Construct (ECMA-262 §7.3.14), OrdinaryCreateFromConstructor included where the function asks for it. Cached by
 * code, as calls are.
 */
@ReportPolymorphism
@GenerateInline(false)
public abstract class ConstructNode extends Node {
    static final int LIMIT = 4;

    @NeverDefault
    public static ConstructNode create() {
        return ConstructNodeGen.create();
    }

    /**
     * @param arguments laid out as {@link Arguments}, with any this; they are the call's from now on
     * @return null if the function in them is no constructor
     */
    public abstract Object execute(Object[] arguments);

    /** function and base class constructors. */
    @Specialization(guards = {"callee != null", "callee.data() == data", "data.allocatesThis()"}, limit = "LIMIT")
    static Object allocating(Object[] arguments,
            @Bind("function(arguments)") @SuppressWarnings("unused") JSFunction callee,
            @Cached("callee.data()") @SuppressWarnings("unused") FunctionData data,
            @Cached("createGetPrototype()") GetPropertyNode getPrototype,
            @Cached("create(data.callTarget())") DirectCallNode call) {
        Object newTarget = arguments[Arguments.NEW_TARGET];
        Object prototype = getPrototype.execute(newTarget);
        JSObject thisValue = prototype instanceof JSObject p ? JSObject.create(p) : fallback(newTarget);
        arguments[Arguments.THIS] = thisValue;
        Object result = call.call(arguments);
        return result == Undefined.INSTANCE || !ObjectOperations.isObject(result) ? thisValue : result;
    }

    /** Derived class constructors and builtins make the object themselves. */
    @Specialization(guards = {"callee != null", "callee.data() == data", "data.makesThisItself()"}, limit = "LIMIT")
    static Object delegating(Object[] arguments,
            @Bind("function(arguments)") @SuppressWarnings("unused") JSFunction callee,
            @Cached("callee.data()") @SuppressWarnings("unused") FunctionData data,
            @Cached("create(data.callTarget())") DirectCallNode call) {
        return call.call(arguments);
    }

    @Specialization(replaces = {"allocating", "delegating"})
    @TruffleBoundary
    static Object other(Object[] arguments) {
        Object callee = arguments[Arguments.FUNCTION];
        if (!ObjectOperations.isConstructor(callee)) {
            return null;
        }
        Object[] rest = Arguments.rest(arguments);
        return callee instanceof JSObject function ? function.construct(rest, (JSObject) arguments[Arguments.NEW_TARGET]) : ForeignValues.construct(callee, rest);
    }

    static JSFunction function(Object[] arguments) {
        return arguments[Arguments.FUNCTION] instanceof JSFunction function ? function : null;
    }

    @NeverDefault
    static GetPropertyNode createGetPrototype() {
        return GetPropertyNode.create(PropertyKey.of("prototype"));
    }

    @TruffleBoundary
    private static JSObject fallback(Object newTarget) {
        return JSObject.create(ObjectOperations.functionRealm((JSObject) newTarget).intrinsic(Intrinsic.OBJECT_PROTOTYPE));
    }
}
