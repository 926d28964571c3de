package org.ledgejs.language.nodes.call;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.ThisNode;
import org.ledgejs.language.nodes.property.SourceText;
import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.ops.GetElementNode;
import org.ledgejs.language.ops.GetPropertyNode;
import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** A call (ECMA-262 §13.3.6). */
public abstract class CallExpressionNode extends JSNode {
    @Child private ArgumentListNode arguments;
    @Child private CallNode call = CallNode.create();

    CallExpressionNode(ArgumentListNode arguments) {
        this.arguments = arguments;
    }

    /** Evaluates the arguments, then calls. */
    final Object call(VirtualFrame frame, Object callee, Object thisValue) {
        Object[] values = arguments.execute(frame, thisValue, callee, Undefined.INSTANCE);
        if (!(callee instanceof JSFunction) && !mayBeCalled(callee)) {
            throw notAFunction(callee);
        }
        return call.executeWithArguments(values);
    }

    /** Objects of other languages are left to the call. */
    @TruffleBoundary
    static boolean mayBeCalled(Object callee) {
        if (callee instanceof JSObject object) {
            return object.isCallable();
        }
        return callee instanceof TruffleObject && callee != Undefined.INSTANCE && callee != Null.INSTANCE && !(callee instanceof Symbol)
                && !(callee instanceof BigInt) && !(callee instanceof TruffleString);
    }

    @TruffleBoundary
    private JSException notAFunction(Object callee) {
        return Errors.typeError(SourceText.ofCallee(this, calleeText(callee)) + " is not a function", this);
    }

    /** How the message names what was called where there is no text of the program. */
    abstract String calleeText(Object callee);

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == StandardTags.CallTag.class || super.hasTag(tag);
    }

    /** {@code callee(…)}, this undefined. */
    public static final class OfValue extends CallExpressionNode {
        @Child private JSNode callee;

        public OfValue(JSNode callee, ArgumentListNode arguments) {
            super(arguments);
            this.callee = callee;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            return call(frame, callee.execute(frame), Undefined.INSTANCE);
        }

        @Override
        String calleeText(Object value) {
            return Errors.describe(value);
        }
    }

    /** With an explicit this. */
    public static final class WithThis extends CallExpressionNode {
        @Child private JSNode callee;
        @Child private JSNode thisValue;

        public WithThis(JSNode callee, JSNode thisValue, ArgumentListNode arguments) {
            super(arguments);
            this.callee = callee;
            this.thisValue = thisValue;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            Object function = callee.execute(frame);
            return call(frame, function, thisValue.execute(frame));
        }

        @Override
        String calleeText(Object value) {
            return Errors.describe(value);
        }
    }

    /** {@code object.name(…)}. */
    public static final class OfMethod extends CallExpressionNode {
        @Child private JSNode object;
        @Child private GetPropertyNode get;
        private final TruffleString name;

        public OfMethod(JSNode object, TruffleString name, ArgumentListNode arguments) {
            super(arguments);
            this.object = object;
            this.name = name;
            this.get = GetPropertyNode.create(name);
        }

        @Override
        public Object execute(VirtualFrame frame) {
            Object receiver = object.execute(frame);
            return call(frame, get.execute(receiver), receiver);
        }

        @Override
        String calleeText(Object value) {
            return (object instanceof ThisNode ? "this." : "(intermediate value).") + name;
        }
    }

    /** {@code object[key](…)}. */
    public static final class OfElement extends CallExpressionNode {
        @Child private JSNode object;
        @Child private JSNode key;
        @Child private GetElementNode get = GetElementNode.create();

        public OfElement(JSNode object, JSNode key, ArgumentListNode arguments) {
            super(arguments);
            this.object = object;
            this.key = key;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            Object receiver = object.execute(frame);
            return call(frame, get.execute(receiver, key.execute(frame)), receiver);
        }

        @Override
        String calleeText(Object value) {
            return "(intermediate value)[...]";
        }
    }
}
