package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.variable.Uninitialized;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** The body of a class constructor: refuses to be called without new (ECMA-262 §10.2.1); a derived one gives the new object. */
public final class ClassConstructorBodyNode extends JSNode {
    @Child private JSNode body;
    private final GuestFunctionData data;

    public ClassConstructorBodyNode(GuestFunctionData data, JSNode body) {
        this.data = data;
        this.body = body;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        if (frame.getArguments()[Arguments.NEW_TARGET] == Undefined.INSTANCE) {
            throw calledWithoutNew();
        }
        Object result = body.execute(frame);
        if (data.kind() == FunctionData.Kind.DERIVED_CONSTRUCTOR && !ObjectOperations.isObject(result)) {
            throw result == null ? Uninitialized.error("this", this) : Errors.typeError("Derived constructors may only return object or undefined", this);
        }
        return result;
    }

    @TruffleBoundary
    private JSException calledWithoutNew() {
        String name = Strings.java(data.name());
        return Errors.typeError("Class constructor " + name + (name.isEmpty() ? "" : " ") + "cannot be invoked without 'new'", this);
    }
}
