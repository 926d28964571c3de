package org.ledgejs.language.nodes.literal;

import java.util.Arrays;
import java.util.Objects;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.ArrayBulk;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Realm;

/** An array literal (ECMA-262 §13.2.4) without holes and spread elements. Makes an array of ints or doubles while its values are such. */
public final class ArrayLiteralNode extends JSNode {
    private enum Kind { INT, DOUBLE, OBJECT }

    @Children private final JSNode[] elements;
    @CompilationFinal private Kind kind = Kind.INT;

    public ArrayLiteralNode(JSNode[] elements) {
        this.elements = elements;
    }

    @Override
    @ExplodeLoop
    public Object execute(VirtualFrame frame) {
        Realm realm = Realm.get(this);
        if (elements.length == 0) {
            return JSArray.createEmpty(realm);
        }
        Object[] values = new Object[elements.length];
        for (int i = 0; i < elements.length; i++) {
            values[i] = elements[i].execute(frame);
        }
        return create(realm, values);
    }

    @ExplodeLoop
    private JSArray create(Realm realm, Object[] values) {
        if (kind == Kind.INT) {
            int[] ints = new int[elements.length];
            for (int i = 0; i < elements.length; i++) {
                if (!(values[i] instanceof Integer number)) {
                    return generalize(realm, values);
                }
                ints[i] = number;
            }
            return JSArray.create(realm, ints);
        }
        if (kind == Kind.DOUBLE) {
            double[] doubles = new double[elements.length];
            for (int i = 0; i < elements.length; i++) {
                if (values[i] instanceof Integer number) {
                    doubles[i] = number;
                } else if (values[i] instanceof Double number) {
                    doubles[i] = number;
                } else {
                    return generalize(realm, values);
                }
            }
            return JSArray.create(realm, doubles);
        }
        return JSArray.create(realm, values);
    }

    private JSArray generalize(Realm realm, Object[] values) {
        CompilerDirectives.transferToInterpreterAndInvalidate();
        kind = Arrays.stream(values).allMatch(value -> value instanceof Integer || value instanceof Double) ? Kind.DOUBLE : Kind.OBJECT;
        return create(realm, values);
    }

    /** One with holes or spread elements. */
    public static final class Irregular extends JSNode {
        /** Null where there is a hole. */
        @Children private final JSNode[] elements;
        @CompilationFinal(dimensions = 1) private final boolean[] spread;
        private final boolean holes;

        /** @param spread null if nothing is spread */
        public Irregular(JSNode[] elements, boolean[] spread) {
            this.elements = elements;
            this.spread = spread;
            this.holes = Arrays.stream(elements).anyMatch(Objects::isNull);
        }

        @Override
        @ExplodeLoop
        public Object execute(VirtualFrame frame) {
            Object[] values = new Object[elements.length];
            for (int i = 0; i < elements.length; i++) {
                values[i] = elements[i] == null ? null : elements[i].execute(frame);
            }
            if (spread == null) {
                return JSArray.createWithHoles(Realm.get(this), values);
            }
            Object[] all = flatten(values, spread);
            return holes ? JSArray.createWithHoles(Realm.get(this), all) : ArrayBulk.ofValues(Realm.get(this), all);
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
