package org.ledgejs.language.nodes.pattern;

import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.ArrayAppendNode;
import org.ledgejs.language.ops.IteratorStepValueNode;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** An element of an array pattern: evaluates its target, takes a value into a slot, assigns it. */
public abstract class PatternElementNode extends Node {
    @Child IteratorStepValueNode stepValue = IteratorStepValueNode.create();
    @Child private JSNode target;
    @Child private JSNode assignment;
    /** Of the value between step and assignment; -1 for none. */
    final int slot;

    PatternElementNode(JSNode target, int slot, JSNode assignment) {
        this.target = target;
        this.slot = slot;
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
            frame.setObject(slot, null);
        }
    }

    final Object next(IteratorRecord iterator) {
        return iterator.done ? null : stepValue.execute(iterator);
    }

    /** One value, undefined past the end. */
    public static final class Item extends PatternElementNode {
        /** @param target null for a variable. */
        public Item(JSNode target, int slot, JSNode assignment) {
            super(target, slot, assignment);
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
            super(null, -1, null);
        }

        @Override
        void step(VirtualFrame frame, IteratorRecord iterator) {
            next(iterator);
        }
    }

    /** {@code ...rest}: an array of what is left. */
    public static final class Rest extends PatternElementNode {
        @Child private ArrayAppendNode append = ArrayAppendNode.create();

        /** @param target null for a variable. */
        public Rest(JSNode target, int slot, JSNode assignment) {
            super(target, slot, assignment);
        }

        @Override
        void step(VirtualFrame frame, IteratorRecord iterator) {
            JSArray rest = JSArray.createEmpty(Realm.get(this));
            for (Object value = next(iterator); value != null; value = next(iterator)) {
                append.execute(rest, value);
                TruffleSafepoint.poll(this);
            }
            frame.setObject(slot, rest);
        }
    }
}
