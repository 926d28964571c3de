package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions.Hint;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** ToPrimitive (ECMA-262 §7.1.1) of objects, with what is called for it known to the place. */
public final class ToPrimitiveNode extends Node {
    private static final TruffleString TO_STRING = PropertyKey.of("toString");
    private static final TruffleString VALUE_OF = PropertyKey.of("valueOf");

    private final Hint hint;
    @Child private GetMethodNode getExotic = GetMethodNode.create(Symbol.TO_PRIMITIVE);
    @Child private CallNode callExotic;
    @Child private Attempt first;
    @Child private Attempt second;

    private ToPrimitiveNode(Hint hint) {
        this.hint = hint;
    }

    @NeverDefault
    public static ToPrimitiveNode create(Hint hint) {
        return new ToPrimitiveNode(hint);
    }

    /** One of the two methods of OrdinaryToPrimitive (§7.1.1.1). */
    private static final class Attempt extends Node {
        @Child private GetPropertyNode get;
        @Child private CallNode call = CallNode.create();

        Attempt(TruffleString method) {
            get = GetPropertyNode.create(method);
        }

        /** @return null if that gives no primitive value */
        Object execute(JSObject object) {
            Object method = get.execute(object);
            if (!ObjectOperations.isCallable(method)) {
                return null;
            }
            Object result = call.execute(method, object);
            return ObjectOperations.isObject(result) ? null : result;
        }
    }

    /** @throws org.ledgejs.language.runtime.JSException TypeError if the object has no primitive value, or what its methods throw */
    public Object execute(JSObject object) {
        Object exotic = getExotic.execute(object);
        if (exotic != Undefined.INSTANCE) {
            return callExotic(exotic, object);
        }
        if (first == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            first = insert(new Attempt(hint == Hint.STRING ? TO_STRING : VALUE_OF));
        }
        Object result = first.execute(object);
        if (result != null) {
            return result;
        }
        if (second == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            second = insert(new Attempt(hint == Hint.STRING ? VALUE_OF : TO_STRING));
        }
        result = second.execute(object);
        if (result == null) {
            throw notPrimitive();
        }
        return result;
    }

    private Object callExotic(Object exotic, JSObject object) {
        if (callExotic == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            callExotic = insert(CallNode.create());
        }
        Object result = callExotic.execute(exotic, object, hint.text());
        if (ObjectOperations.isObject(result)) {
            throw notPrimitive();
        }
        return result;
    }

    private RuntimeException notPrimitive() {
        return Errors.typeError("Cannot convert object to primitive value", this);
    }
}
