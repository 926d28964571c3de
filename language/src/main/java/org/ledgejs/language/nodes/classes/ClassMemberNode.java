package org.ledgejs.language.nodes.classes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.code.MethodFlags;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.ClosureNode;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PrivateName;

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

    /** A method, getter or setter. */
    public static final class Method extends ClassMemberNode {
        @Child private MethodNode method;

        public Method(MethodNode method) {
            this.method = method;
        }

        @Override
        public void define(VirtualFrame frame, JSFunction constructor, JSObject prototype) {
            method.define(frame, method.isStatic() ? constructor : prototype);
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
