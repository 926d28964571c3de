package org.ledgejs.language.nodes.literal;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Realm;

/** An array literal (ECMA-262 §13.2.4). */
public final class ArrayLiteralNode extends JSNode {
    /** Null where there is a hole. */
    @Children private final JSNode[] elements;

    public ArrayLiteralNode(JSNode[] elements) {
        this.elements = elements;
    }

    @Override
    @ExplodeLoop
    public Object execute(VirtualFrame frame) {
        Object[] values = new Object[elements.length];
        for (int i = 0; i < elements.length; i++) {
            values[i] = elements[i] == null ? null : elements[i].execute(frame);
        }
        return JSArray.create(Realm.get(this), values);
    }

    /** One with spread elements. */
    public static final class WithSpread extends JSNode {
        @Children private final JSNode[] elements;
        @CompilationFinal(dimensions = 1) private final boolean[] spread;

        public WithSpread(JSNode[] elements, boolean[] spread) {
            this.elements = elements;
            this.spread = spread;
        }

        @Override
        @ExplodeLoop
        public Object execute(VirtualFrame frame) {
            Object[] values = new Object[elements.length];
            for (int i = 0; i < elements.length; i++) {
                values[i] = elements[i] == null ? null : elements[i].execute(frame);
            }
            return JSArray.create(Realm.get(this), flatten(values, spread));
        }
    }

    /** Replaces the spread ones, which are arrays of values, by their values. */
    @TruffleBoundary
    public static Object[] flatten(Object[] values, boolean[] spread) {
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            length += spread[i] ? ((Object[]) values[i]).length : 1;
        }
        Object[] result = new Object[length];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            if (spread[i]) {
                Object[] part = (Object[]) values[i];
                System.arraycopy(part, 0, result, at, part.length);
                at += part.length;
            } else {
                result[at++] = values[i];
            }
        }
        return result;
    }
}
