package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.ops.GetPropertyNode;
import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** The methods of String that hand over to a pattern's method: match, search, replace. */
final class StringPatternNodes {
    private StringPatternNodes() { }

    /** What a method does with a pattern that has no method of its own. */
    @FunctionalInterface
    interface Plain {
        Object run(Realm realm, Object thisValue, Object pattern, Object argument);
    }

    /**
     * A method of String.
     *
     * @param symbol of the pattern's method
     */
    record Method(String name, Symbol symbol, Plain plain) {
        @TruffleBoundary
        Object run(Realm realm, Object thisValue, Object pattern, Object... arguments) {
            StringPrototype.requireCoercible(thisValue, name);
            Object method = StringPrototype.delegate(pattern, symbol);
            if (method == Undefined.INSTANCE) {
                return runPlain(realm, thisValue, pattern, arguments);
            }
            Object[] all = new Object[arguments.length + 1];
            all[0] = thisValue;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            return ObjectOperations.call(method, pattern, all);
        }

        @TruffleBoundary
        Object runPlain(Realm realm, Object thisValue, Object pattern, Object... arguments) {
            return plain.run(realm, thisValue, pattern, arguments.length == 0 ? Undefined.INSTANCE : arguments[0]);
        }

        GetPropertyNode getter() {
            return GetPropertyNode.create(symbol);
        }
    }

    /** For one argument besides the pattern. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Binary extends JSNode {
        private final Method method;

        Binary(Method method) {
            this.method = method;
        }

        static Builtin.NodeFactory of(String name, Symbol symbol, Plain plain) {
            Method method = new Method(name, symbol, plain);
            return arguments -> StringPatternNodesFactory.BinaryNodeGen.create(method, arguments);
        }

        @Specialization
        final Object delegating(VirtualFrame frame, TruffleString s, JSObject pattern, Object argument,
                @Cached("createGet()") GetPropertyNode get, @Cached CallNode call) {
            Object function = get.execute(pattern);
            return Comparison.isNullish(function) ? method.runPlain(BuiltinRootNode.realm(frame), s, pattern, argument) : call.execute(function, pattern, s, argument);
        }

        @Specialization(replaces = "delegating")
        final Object ofAny(VirtualFrame frame, Object thisValue, Object pattern, Object argument) {
            return method.run(BuiltinRootNode.realm(frame), thisValue, pattern, argument);
        }

        @NeverDefault
        final GetPropertyNode createGet() {
            return method.getter();
        }
    }

    /** For no argument besides the pattern. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Unary extends JSNode {
        private final Method method;

        Unary(Method method) {
            this.method = method;
        }

        static Builtin.NodeFactory of(String name, Symbol symbol, Plain plain) {
            Method method = new Method(name, symbol, plain);
            return arguments -> StringPatternNodesFactory.UnaryNodeGen.create(method, arguments);
        }

        @Specialization
        final Object delegating(VirtualFrame frame, TruffleString s, JSObject pattern,
                @Cached("createGet()") GetPropertyNode get, @Cached CallNode call) {
            Object function = get.execute(pattern);
            return Comparison.isNullish(function) ? method.runPlain(BuiltinRootNode.realm(frame), s, pattern) : call.execute(function, pattern, s);
        }

        @Specialization(replaces = "delegating")
        final Object ofAny(VirtualFrame frame, Object thisValue, Object pattern) {
            return method.run(BuiltinRootNode.realm(frame), thisValue, pattern);
        }

        @NeverDefault
        final GetPropertyNode createGet() {
            return method.getter();
        }
    }
}
