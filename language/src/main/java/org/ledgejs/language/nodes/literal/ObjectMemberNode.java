package org.ledgejs.language.nodes.literal;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.DefinePropertyNode;
import org.ledgejs.language.ops.ToPropertyKeyNode;
import org.ledgejs.language.runtime.AddedProperties;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;

import java.util.List;

/** A member of an object literal or class: defines itself on the object. */
public abstract class ObjectMemberNode extends Node {

    public abstract void define(VirtualFrame frame, JSObject target);

    /** {@code name: value}. Learns nothing the first time: most literals of a program, and the largest, are executed once. */
    public static final class Property extends ObjectMemberNode {
        private final Object key;
        private final AddedProperties added;
        @Child private JSNode value;
        @Child private DefinePropertyNode define;
        @CompilationFinal private boolean executed;

        /** @param key a property key */
        public Property(Object key, JSNode value, AddedProperties added) {
            this.key = key;
            this.value = value;
            this.added = added;
        }

        @Override
        public void define(VirtualFrame frame, JSObject target) {
            Object result = value.execute(frame);
            if (define == null) {
                CompilerDirectives.transferToInterpreterAndInvalidate();
                if (!executed) {
                    executed = true;
                    DefinePropertyNode.once(target, key, result, PropertyFlags.DEFAULT, added);
                    return;
                }
                define = insert(DefinePropertyNode.create(key, PropertyFlags.DEFAULT, added));
            }
            define.execute(target, result);
        }
    }

    /** {@code [key]: value}. */
    public static final class Computed extends ObjectMemberNode {
        @Child private JSNode key;
        @Child private JSNode value;
        @Child private ToPropertyKeyNode toKey = ToPropertyKeyNode.create();

        public Computed(JSNode key, JSNode value) {
            this.key = key;
            this.value = value;
        }

        @Override
        public void define(VirtualFrame frame, JSObject target) {
            Object propertyKey = toKey.execute(key.execute(frame));
            define(target, propertyKey, value.execute(frame));
        }

        @TruffleBoundary
        private static void define(JSObject target, Object key, Object value) {
            ObjectOperations.createDataProperty(target, key, value);
        }
    }

    /** {@code __proto__: value} (§B.3.1). */
    public static final class Prototype extends ObjectMemberNode {
        @Child private JSNode value;

        public Prototype(JSNode value) {
            this.value = value;
        }

        @Override
        public void define(VirtualFrame frame, JSObject target) {
            Object prototype = value.execute(frame);
            if (prototype instanceof JSObject || prototype == Null.INSTANCE) {
                target.setPrototypeOf(prototype instanceof JSObject object ? object : null);
            }
        }
    }

    /** {@code ...source}. */
    public static final class Spread extends ObjectMemberNode {
        @Child private JSNode source;

        public Spread(JSNode source) {
            this.source = source;
        }

        @Override
        public void define(VirtualFrame frame, JSObject target) {
            copy(target, source.execute(frame));
        }

        @TruffleBoundary
        private static void copy(JSObject target, Object source) {
            ObjectOperations.copyDataProperties(target, source, List.of());
        }
    }
}
