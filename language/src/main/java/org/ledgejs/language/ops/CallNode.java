package org.ledgejs.language.ops;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.ReportPolymorphism;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.IndirectCallNode;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;

/** Calls a value: Call (ECMA-262 §7.3.13). Cached by code, so that closures of one function share an entry. */
@GenerateUncached
@ReportPolymorphism
@GenerateInline(false)
public abstract class CallNode extends Node {
    static final int LIMIT = 4;

    @NeverDefault
    public static CallNode create() {
        return CallNodeGen.create();
    }

    public static CallNode getUncached() {
        return CallNodeGen.getUncached();
    }

    /** @param arguments laid out as {@link Arguments}; the function in it is called */
    public abstract Object executeWithArguments(Object[] arguments);

    public final Object execute(Object callee, Object thisValue, Object... arguments) {
        return executeWithArguments(Arguments.create(thisValue, callee, arguments));
    }

    @Specialization(guards = {"isFunction(arguments)", "data(arguments) == cachedData"}, limit = "LIMIT")
    static Object direct(Object[] arguments,
            @Cached("data(arguments)") @SuppressWarnings("unused") FunctionData cachedData,
            @Cached("create(cachedData.callTarget())") DirectCallNode call) {
        return call.call(arguments);
    }

    @Specialization(guards = "isFunction(arguments)", replaces = "direct")
    static Object indirect(Object[] arguments, @Cached IndirectCallNode call) {
        return call.call(target(arguments), arguments);
    }

    /** Bound functions, proxies, foreign executables, and what cannot be called. */
    @Specialization(guards = "!isFunction(arguments)")
    @TruffleBoundary
    Object other(Object[] arguments) {
        Node outer = SlowPath.enter(this);
        try {
            Object callee = arguments[Arguments.FUNCTION];
            Object[] rest = Arguments.rest(arguments);
            if (callee instanceof JSObject object && object.isCallable()) {
                return object.call(arguments[Arguments.THIS], rest);
            }
            if (!ObjectOperations.isCallable(callee)) {
                throw Errors.typeError(Errors.describe(callee) + " is not a function", this);
            }
            return ObjectOperations.call(callee, arguments[Arguments.THIS], rest);
        } finally {
            SlowPath.leave(outer);
        }
    }

    static boolean isFunction(Object[] arguments) {
        return arguments[Arguments.FUNCTION] instanceof JSFunction;
    }

    static FunctionData data(Object[] arguments) {
        return ((JSFunction) arguments[Arguments.FUNCTION]).data();
    }

    static CallTarget target(Object[] arguments) {
        return data(arguments).callTarget();
    }
}
