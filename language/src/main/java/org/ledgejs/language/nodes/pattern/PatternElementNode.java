package org.ledgejs.language.nodes.pattern;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.IteratorStepValueNode;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** An element of an array pattern: evaluates its target, takes a value into a slot, assigns it. */
public abstract class PatternElementNode extends Node {
    @Child IteratorStepValueNode stepValue = IteratorStepValueNode.create();
    @Child private JSNode target;
    @Child private JSNode assignment;

    PatternElementNode(JSNode target, JSNode assignment) {
        this.target = target;
        this.assignment = assignment;
    }

    final void prepare(VirtualFrame frame) {
        if (target != null) {
            target.execute(frame);
        }
    }

    abstract void step(VirtualFrame frame, IteratorRecord iterator);

    final void assign(VirtualFrame frame) {
        if (assignment != null) {
            assignment.execute(frame);
        }
    }

    final Object next(IteratorRecord iterator) {
        return iterator.done ? null : stepValue.execute(iterator);
    }

    /** One value, undefined past the end. */
    public static final class Item extends PatternElementNode {
        private final int slot;

        /** @param target null for a variable. */
        public Item(JSNode target, int slot, JSNode assignment) {
            super(target, assignment);
            this.slot = slot;
        }

        @Override
        void step(VirtualFrame frame, IteratorRecord iterator) {
            Object value = next(iterator);
            frame.setObject(slot, value == null ? Undefined.INSTANCE : value);
        }
    }

    /** A comma with nothing before it. */
    public static final class Elision extends PatternElementNode {
        public Elision() {
            super(null, null);
        }

        @Override
        void step(VirtualFrame frame, IteratorRecord iterator) {
            next(iterator);
        }
    }

    /** {@code ...rest}: an array of what is left. */
    public static final class Rest extends PatternElementNode {
        private final int slot;

        /** @param target null for a variable. */
        public Rest(JSNode target, int slot, JSNode assignment) {
            super(target, assignment);
            this.slot = slot;
        }

        @Override
        void step(VirtualFrame frame, IteratorRecord iterator) {
            List<Object> values = new ArrayList<>();
            for (Object value = next(iterator); value != null; value = next(iterator)) {
                add(values, value);
            }
            frame.setObject(slot, array(Realm.get(this), values));
        }

        @TruffleBoundary
        private static void add(List<Object> values, Object value) {
            values.add(value);
        }

        @TruffleBoundary
        private static JSArray array(Realm realm, List<Object> values) {
            return ObjectOperations.createArrayFromList(realm, values);
        }
    }
}
