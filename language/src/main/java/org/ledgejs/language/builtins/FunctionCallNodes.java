package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.ArrayLikeListNode;
import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.ObjectOperations;

/** The methods that call a function with a given this, as nodes: what is called is inlined through them. */
final class FunctionCallNodes {
    private static final Object[] NO_ARGUMENTS = {};

    private FunctionCallNodes() { }

    /** Function.prototype.call (ECMA-262 §20.2.3.3): this, and the rest are the arguments. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Call extends JSNode {
        static JSNode create(JSNode[] arguments) {
            return FunctionCallNodesFactory.CallNodeGen.create(arguments);
        }

        @Specialization
        static Object run(Object callee, Object thisArgument, Object[] rest, @Cached CallNode call) {
            requireCallable(callee, "call");
            return call.execute(callee, thisArgument, rest);
        }
    }

    /** Function.prototype.apply (§20.2.3.1): this, and an object with the arguments or nothing. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Apply extends JSNode {
        static JSNode create(JSNode[] arguments) {
            return FunctionCallNodesFactory.ApplyNodeGen.create(arguments);
        }

        @Specialization
        static Object run(Object callee, Object thisArgument, Object arguments, @Cached ArrayLikeListNode list, @Cached CallNode call) {
            requireCallable(callee, "apply");
            return call.execute(callee, thisArgument, Comparison.isNullish(arguments) ? NO_ARGUMENTS : list.execute(arguments));
        }
    }

    /** Reflect.apply (§28.1.1): a function, this, and an object with the arguments. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class ReflectApply extends JSNode {
        static JSNode create(JSNode[] arguments) {
            return FunctionCallNodesFactory.ReflectApplyNodeGen.create(arguments);
        }

        @Specialization
        static Object run(@SuppressWarnings("unused") Object thisValue, Object callee, Object thisArgument, Object arguments,
                @Cached ArrayLikeListNode list, @Cached CallNode call) {
            if (!(callee instanceof JSFunction)) {
                requireCallable(callee);
            }
            return call.execute(callee, thisArgument, list.execute(arguments));
        }

        @TruffleBoundary
        private static void requireCallable(Object callee) {
            if (!ObjectOperations.isCallable(callee)) {
                throw Errors.typeError(Errors.describe(callee) + " is not a function");
            }
        }
    }

    private static void requireCallable(Object callee, String method) {
        if (!(callee instanceof JSFunction)) {
            FunctionPrototype.requireCallable(callee, method);
        }
    }
}
