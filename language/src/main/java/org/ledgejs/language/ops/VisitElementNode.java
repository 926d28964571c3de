package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.ReportPolymorphism;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.ArrayStrategy;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.PropertyKey;

/**
 * The element that a method visits which calls a function for each: of arrays HasProperty and then Get (ECMA-262 §7.3.11, §7.3.2), of
 * typed arrays Get alone.
 */
@ReportPolymorphism
@GenerateInline(false)
@ImportStatic(ArrayGuards.class)
public abstract class VisitElementNode extends Node {
    @NeverDefault
    public static VisitElementNode create() {
        return VisitElementNodeGen.create();
    }

    /** @return the element, own or inherited; null if an array has none, undefined if a typed array has none any more */
    public abstract Object execute(JSObject object, int index);

    @Specialization(guards = {"hasInts(array)", "isWithin(array, index)"})
    static int ofInts(JSArray array, int index) {
        return ArrayStrategy.INT.getInt(array, index);
    }

    @Specialization(guards = {"hasDoubles(array)", "isWithin(array, index)"})
    static double ofDoubles(JSArray array, int index) {
        return ArrayStrategy.DOUBLE.getDouble(array, index);
    }

    @Specialization(guards = {"hasObjects(array)", "isWithin(array, index)"})
    static Object ofObjects(JSArray array, int index) {
        return ArrayStrategy.OBJECT.getObject(array, index);
    }

    @Specialization(guards = {"array.strategy().isFast() || isFixed(array)", "!isPacked(array, index)"})
    static Object ofDense(JSArray array, int index) {
        Object element = ArrayGuards.isWithin(array, index) ? GetElementNode.elementOf(array, index) : null;
        return element != null || array.inheritsNoElements() ? element : ofHole(array, index);
    }

    @Specialization(guards = {"!array.strategy().isFast()", "!isFixed(array)"})
    static Object ofSparse(JSArray array, int index) {
        return ofHole(array, index);
    }

    @Specialization
    static Object ofTypedArray(JSTypedArray array, int index, @Cached GetElementNode get) {
        return get.execute(array, index);
    }

    @TruffleBoundary
    private static Object ofHole(JSArray array, int index) {
        Object key = PropertyKey.of(index);
        return array.hasProperty(key) ? array.get(key) : null;
    }
}
