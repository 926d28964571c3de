package org.ledgejs.language.nodes.classes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.code.MethodFlags;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.ClosureNode;
import org.ledgejs.language.nodes.literal.ConstantNode;
import org.ledgejs.language.nodes.literal.ObjectMemberNode;
import org.ledgejs.language.ops.DefinePropertyNode;
import org.ledgejs.language.ops.ToPropertyKeyNode;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyDescriptor;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;

/** A method, getter or setter of an object literal or class: defined on its home object (ECMA-262 §15.4.5). */
public final class MethodNode extends ObjectMemberNode {
    @Child private JSNode key;
    @Child private ClosureNode closure;
    @Child private ToPropertyKeyNode toKey = ToPropertyKeyNode.create();
    /** For a method with a literal name; else null. */
    @Child private DefinePropertyNode define;
    private final boolean named;
    private final int flags;

    /**
     * @param named the function's code has its name already
     * @param flags of {@link MethodFlags}
     */
    public MethodNode(JSNode key, ClosureNode closure, boolean named, int flags) {
        this.key = key;
        this.closure = closure;
        this.named = named;
        this.flags = flags;
        if (named && !is(MethodFlags.GETTER) && !is(MethodFlags.SETTER) && key instanceof ConstantNode constant) {
            define = DefinePropertyNode.create(PropertyKey.of((TruffleString) constant.value()),
                    is(MethodFlags.ENUMERABLE) ? PropertyFlags.DEFAULT : PropertyFlags.METHOD);
        }
    }

    private boolean is(int flag) {
        return (flags & flag) != 0;
    }

    boolean isStatic() {
        return is(MethodFlags.STATIC);
    }

    @Override
    public void define(VirtualFrame frame, JSObject target) {
        if (define != null) {
            define.execute(target, method(frame, target));
            return;
        }
        Object propertyKey = toKey.execute(key.execute(frame));
        define(target, propertyKey, method(frame, target));
    }

    private JSFunction method(VirtualFrame frame, JSObject target) {
        JSFunction function = closure.closure(frame);
        function.setHomeObject(target);
        return function;
    }

    @TruffleBoundary
    private void define(JSObject target, Object propertyKey, JSFunction function) {
        boolean getter = is(MethodFlags.GETTER);
        boolean setter = is(MethodFlags.SETTER);
        boolean enumerable = is(MethodFlags.ENUMERABLE);
        if (!named) {
            ObjectOperations.setFunctionName(function, propertyKey, getter ? "get" : setter ? "set" : null);
        }
        PropertyDescriptor descriptor = getter || setter
                ? new PropertyDescriptor(null, getter ? function : null, setter ? function : null, null, enumerable, true)
                : PropertyDescriptor.data(function, true, enumerable, true);
        ObjectOperations.definePropertyOrThrow(target, propertyKey, descriptor);
    }
}
