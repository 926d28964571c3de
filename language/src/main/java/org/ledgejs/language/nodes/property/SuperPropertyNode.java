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
    @Child private JSNode key;
    @Child private JSNode base;
    @Child private JSNode thisValue;
    @Child private ToPropertyKeyNode toKey = ToPropertyKeyNode.create();

    public SuperPropertyNode(JSNode key, JSNode base, JSNode thisValue) {
        this.key = key;
        this.base = base;
        this.thisValue = thisValue;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object name = key.execute(frame);
        Object parent = base.execute(frame);
        Object receiver = thisValue.execute(frame);
        Object propertyKey = toKey.execute(name);
        if (!(parent instanceof JSObject object)) {
            throw noParent(propertyKey);
        }
        return object.get(propertyKey, receiver);
    }

    @TruffleBoundary
    private JSException noParent(Object propertyKey) {
        return Errors.typeError("Cannot read properties of null (reading '" + PropertyKey.toDisplay(propertyKey) + "')", this);
    }

    /** {@code super.name = value}. */
    public static final class Write extends JSNode {
        @Child private JSNode key;
        @Child private JSNode base;
        @Child private JSNode thisValue;
        @Child private JSNode value;
        @Child private ToPropertyKeyNode toKey = ToPropertyKeyNode.create();
        private final boolean strict;

        public Write(JSNode key, JSNode base, JSNode thisValue, JSNode value, boolean strict) {
            this.key = key;
            this.base = base;
            this.thisValue = thisValue;
            this.value = value;
            this.strict = strict;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            Object name = key.execute(frame);
            Object parent = base.execute(frame);
            Object receiver = thisValue.execute(frame);
            Object result = value.execute(frame);
            set(parent, toKey.execute(name), receiver, result);
            return result;
        }

        @TruffleBoundary
        private void set(Object parent, Object propertyKey, Object receiver, Object newValue) {
            if (!(parent instanceof JSObject object)) {
                throw Errors.typeError("Cannot set properties of null (setting '" + PropertyKey.toDisplay(propertyKey) + "')", this);
            }
            if (!object.set(propertyKey, newValue, receiver) && strict) {
                throw Errors.typeError("Cannot assign to read only property '" + PropertyKey.toDisplay(propertyKey) + "' of object", this);
            }
        }
    }
}
