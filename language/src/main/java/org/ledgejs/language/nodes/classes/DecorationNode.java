package org.ledgejs.language.nodes.classes;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.ops.ToPropertyKeyNode;
import org.ledgejs.language.runtime.ClassDecoration;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** The steps of decorating a class (decorators proposal). */
public abstract class DecorationNode extends JSNode {
    @Child private JSNode decoration;

    DecorationNode(JSNode decoration) {
        this.decoration = decoration;
    }

    final ClassDecoration decoration(VirtualFrame frame) {
        return (ClassDecoration) decoration.execute(frame);
    }

    /** Begins: nothing is known yet. */
    public static final class New extends JSNode {
        @Override
        public Object execute(VirtualFrame frame) {
            return new ClassDecoration();
        }
    }

    /** DecoratorEvaluation: keeps a decorator for later. */
    public static final class Add extends DecorationNode {
        private final int number;
        @Child private JSNode decorator;
        @Child private JSNode receiver;

        /** @param receiver null: undefined */
        public Add(JSNode decoration, int number, JSNode decorator, JSNode receiver) {
            super(decoration);
            this.number = number;
            this.decorator = decorator;
            this.receiver = receiver;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            ClassDecoration target = decoration(frame);
            Object function = decorator.execute(frame);
            target.add(number, function, receiver == null ? Undefined.INSTANCE : receiver.execute(frame));
            return Undefined.INSTANCE;
        }
    }

    /** Calls all decorators and defines the members; its value is what the class becomes. */
    public static final class Apply extends DecorationNode {
        @Child private JSNode constructor;
        @Child private JSNode name;
        @Child private ToPropertyKeyNode toKey = ToPropertyKeyNode.create();

        /** @param name null: none */
        public Apply(JSNode decoration, JSNode constructor, JSNode name) {
            super(decoration);
            this.constructor = constructor;
            this.name = name;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            ClassDecoration applied = decoration(frame);
            JSFunction function = (JSFunction) constructor.execute(frame);
            Object key = name == null ? Strings.EMPTY : name.execute(frame);
            return applied.apply(Realm.get(this), function, toKey.execute(key), this);
        }
    }

    /** Calls initialisers that decorators added. */
    public static final class Run extends DecorationNode {
        private static final Object[] NO_ARGUMENTS = {};

        private final int number;
        @Child private JSNode object;
        @Child private CallNode call = CallNode.create();

        public Run(JSNode decoration, int number, JSNode object) {
            super(decoration);
            this.number = number;
            this.object = object;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            Object[] initializers = decoration(frame).initializers(number);
            Object target = object.execute(frame);
            for (Object initializer : initializers) {
                call.execute(initializer, target, NO_ARGUMENTS);
            }
            return Undefined.INSTANCE;
        }
    }

    /** Has the value of a field initialised by its decorators. */
    public static final class InitialValue extends DecorationNode {
        private final int number;
        @Child private JSNode object;
        @Child private JSNode value;
        @Child private CallNode call = CallNode.create();

        public InitialValue(JSNode decoration, int number, JSNode object, JSNode value) {
            super(decoration);
            this.number = number;
            this.object = object;
            this.value = value;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            Object[] initializers = decoration(frame).initialValues(number);
            Object target = object.execute(frame);
            Object result = value.execute(frame);
            for (Object initializer : initializers) {
                result = call.execute(initializer, target, new Object[] {result});
            }
            return result;
        }
    }
}
