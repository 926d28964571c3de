package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.ReportPolymorphism;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.ArrayStrategy;
import org.ledgejs.language.runtime.JSArray;

/** Adds an element at the end of an array under construction, or of one that {@link JSArray#isPlainToWrite}. */
@ReportPolymorphism
@GenerateInline(false)
@ImportStatic(ArrayGuards.class)
public abstract class ArrayAppendNode extends Node {
    /** Room for a first element where nothing is known of those to come. */
    private static final int CAPACITY = 4;

    @NeverDefault
    public static ArrayAppendNode create() {
        return ArrayAppendNodeGen.create();
    }

    public final void execute(JSArray array, Object value) {
        execute(array, value, CAPACITY);
    }

    /** @param capacity how many elements to make room for if this is the first one, one at least */
    public abstract void execute(JSArray array, Object value, int capacity);

    @Specialization(guards = "hasInts(array)")
    static void intInts(JSArray array, int value, @SuppressWarnings("unused") int capacity) {
        ArrayStrategy.INT.append(array, value);
    }

    @Specialization(guards = "hasDoubles(array)")
    static void intDoubles(JSArray array, int value, @SuppressWarnings("unused") int capacity) {
        ArrayStrategy.DOUBLE.append(array, value);
    }

    @Specialization(guards = "hasDoubles(array)")
    static void doubleDoubles(JSArray array, double value, @SuppressWarnings("unused") int capacity) {
        ArrayStrategy.DOUBLE.append(array, value);
    }

    @Specialization(guards = "hasObjects(array)")
    static void objects(JSArray array, Object value, @SuppressWarnings("unused") int capacity) {
        ArrayStrategy.OBJECT.append(array, value);
    }

    @Specialization(guards = "isNew(array)")
    static void firstInt(JSArray array, int value, int capacity) {
        array.start(value, capacity);
    }

    @Specialization(guards = "isNew(array)")
    static void firstDouble(JSArray array, double value, int capacity) {
        array.start(value, capacity);
    }

    @Specialization(guards = {"isNew(array)", "!isNumber(value)"})
    static void firstObject(JSArray array, Object value, int capacity) {
        array.start(value, capacity);
    }

    /** Where the kind of elements changes, there are holes, or the array is a queue. */
    @Specialization(guards = "!isAppendable(array, value)")
    static void other(JSArray array, Object value, @SuppressWarnings("unused") int capacity) {
        array.push(value);
    }
}
