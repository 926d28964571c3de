package org.ledgejs.language.nodes.call;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.ConstructNode;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** {@code super(…)} (ECMA-262 §13.3.7.1): constructs with the parent class; binding this is written around it. */
public final class SuperCallNode extends JSNode {
    @Child private JSNode active;
    @Child private JSNode newTarget;
    @Child private ArgumentListNode arguments;
    @Child private ConstructNode construct = ConstructNode.create();

    public SuperCallNode(JSNode active, JSNode newTarget, ArgumentListNode arguments) {
        this.active = active;
        this.newTarget = newTarget;
        this.arguments = arguments;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        JSFunction derived = (JSFunction) active.execute(frame);
        JSObject parent = derived.prototype();
        Object constructor = parent == null ? Null.INSTANCE : parent;
        Object target = newTarget.execute(frame);
        Object result = construct.execute(arguments.execute(frame, Undefined.INSTANCE, constructor, target));
        if (result == null) {
            throw notAConstructor(constructor, derived);
        }
        return result;
    }

    @TruffleBoundary
    private JSException notAConstructor(Object parent, JSFunction derived) {
        // A class that extends null inherits from Function.prototype.
        Object written = parent == derived.realm().intrinsic(Intrinsic.FUNCTION_PROTOTYPE) ? Null.INSTANCE : parent;
        String name = Strings.java(derived.data().name());
        return Errors.typeError("Super constructor " + Errors.describe(written) + " of " + (name.isEmpty() ? "anonymous class" : name) + " is not a constructor", this);
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == StandardTags.CallTag.class || super.hasTag(tag);
    }
}
