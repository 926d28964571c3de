package org.ledgejs.language.nodes.classes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.code.MethodFlags;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.ClosureNode;
import org.ledgejs.language.nodes.literal.ObjectMemberNode;
import org.ledgejs.language.ops.ToPropertyKeyNode;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PrivateName;
import org.ledgejs.language.runtime.PropertyDescriptor;

/** A member of a class: defines itself on the constructor or the prototype. */
public abstract class ClassMemberNode extends Node {

    public abstract void define(VirtualFrame frame, JSFunction constructor, JSObject prototype);

    /** Something evaluated among the members: a computed key of a field. */
    public static final class Evaluate extends ClassMemberNode {
        @Child private JSNode expression;

        public Evaluate(JSNode expression) {
            this.expression = expression;
        }

        @Override
        public void define(VirtualFrame frame, JSFunction constructor, JSObject prototype) {
            expression.execute(frame);
        }
    }

    /** A method, getter or setter that is the same in classes and object literals. */
    public static final class OfClass extends ClassMemberNode {
        @Child private Method method;
        private final boolean isStatic;

        public OfClass(Method method, int flags) {
            this.method = method;
            this.isStatic = (flags & MethodFlags.STATIC) != 0;
        }

        @Override
        public void define(VirtualFrame frame, JSFunction constructor, JSObject prototype) {
            method.define(frame, isStatic ? constructor : prototype);
        }
    }

    /** A method, getter or setter: defined on its home object (ECMA-262 §15.4.5). */
    public static final class Method extends ObjectMemberNode {
        @Child private JSNode key;
        @Child private ClosureNode closure;
        @Child private ToPropertyKeyNode toKey = ToPropertyKeyNode.create();
        private final boolean named;
        private final int flags;

        /**
         * @param named the function's code has its name already
         * @param flags of {@link MethodFlags}
         */
        public Method(JSNode key, ClosureNode closure, boolean named, int flags) {
            this.key = key;
            this.closure = closure;
            this.named = named;
            this.flags = flags;
        }

        @Override
        public void define(VirtualFrame frame, JSObject target) {
            Object propertyKey = toKey.execute(key.execute(frame));
            JSFunction function = closure.closure(frame);
            function.setHomeObject(target);
            define(target, propertyKey, function);
        }

        @TruffleBoundary
        private void define(JSObject target, Object propertyKey, JSFunction function) {
            boolean getter = (flags & MethodFlags.GETTER) != 0;
            boolean setter = (flags & MethodFlags.SETTER) != 0;
            boolean enumerable = (flags & MethodFlags.ENUMERABLE) != 0;
            if (!named) {
                ObjectOperations.setFunctionName(function, propertyKey, getter ? "get" : setter ? "set" : null);
            }
            PropertyDescriptor descriptor = getter || setter
                    ? new PropertyDescriptor(null, getter ? function : null, setter ? function : null, null, enumerable, true)
                    : PropertyDescriptor.data(function, true, enumerable, true);
            ObjectOperations.definePropertyOrThrow(target, propertyKey, descriptor);
        }
    }

    /** A private method or accessor: its private name holds the functions. */
    public static final class PrivateMethod extends ClassMemberNode {
        @Child private JSNode name;
        @Child private ClosureNode closure;
        private final int flags;

        public PrivateMethod(JSNode name, ClosureNode closure, int flags) {
            this.name = name;
            this.closure = closure;
            this.flags = flags;
        }

        @Override
        public void define(VirtualFrame frame, JSFunction constructor, JSObject prototype) {
            PrivateName privateName = (PrivateName) name.execute(frame);
            JSFunction function = closure.closure(frame);
            function.setHomeObject((flags & MethodFlags.STATIC) != 0 ? constructor : prototype);
            if ((flags & MethodFlags.GETTER) != 0) {
                privateName.getter = function;
            } else if ((flags & MethodFlags.SETTER) != 0) {
                privateName.setter = function;
            } else {
                privateName.method = function;
            }
        }
    }
}
