package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.ToPropertyKeyNode;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyKey;

/** {@code super.name} and {@code super[key]} (ECMA-262 §13.3.7): looks above the home object, with this as receiver. */
public final class SuperPropertyNode extends JSNode {
    @Child private JSNode home;
    @Child private JSNode key;
    @Child private JSNode thisValue;
    @Child private ToPropertyKeyNode toKey = ToPropertyKeyNode.create();

    public SuperPropertyNode(JSNode home, JSNode key, JSNode thisValue) {
        this.home = home;
        this.key = key;
        this.thisValue = thisValue;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        JSObject holder = (JSObject) home.execute(frame);
        Object name = key.execute(frame);
        Object receiver = thisValue.execute(frame);
        JSObject parent = holder.getPrototypeOf();
        Object propertyKey = toKey.execute(name);
        if (parent == null) {
            throw noParent(propertyKey);
        }
        return parent.get(propertyKey, receiver);
    }

    @TruffleBoundary
    private JSException noParent(Object propertyKey) {
        return Errors.typeError("Cannot read properties of null (reading '" + PropertyKey.toDisplay(propertyKey) + "')", this);
    }

    /** {@code super.name = value}. */
    public static final class Write extends JSNode {
        @Child private JSNode home;
        @Child private JSNode key;
        @Child private JSNode thisValue;
        @Child private JSNode value;
        @Child private ToPropertyKeyNode toKey = ToPropertyKeyNode.create();
        private final boolean strict;

        public Write(JSNode home, JSNode key, JSNode thisValue, JSNode value, boolean strict) {
            this.home = home;
            this.key = key;
            this.thisValue = thisValue;
            this.value = value;
            this.strict = strict;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            JSObject holder = (JSObject) home.execute(frame);
            Object name = key.execute(frame);
            Object receiver = thisValue.execute(frame);
            Object result = value.execute(frame);
            set(holder.getPrototypeOf(), toKey.execute(name), receiver, result);
            return result;
        }

        @TruffleBoundary
        private void set(JSObject parent, Object propertyKey, Object receiver, Object newValue) {
            if (parent == null) {
                throw Errors.typeError("Cannot set properties of null (setting '" + PropertyKey.toDisplay(propertyKey) + "')", this);
            }
            if (!parent.set(propertyKey, newValue, receiver) && strict) {
                throw Errors.typeError("Cannot assign to read only property '" + PropertyKey.toDisplay(propertyKey) + "' of object", this);
            }
        }
    }
}
