package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.ImportStatic;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.ReportPolymorphism;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.ArrayStrategy;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.PropertyKey;

/** HasProperty and then Get of an index (ECMA-262 §7.3.11, §7.3.2), as the methods do that leave holes out. */
@ReportPolymorphism
@GenerateInline(false)
@ImportStatic(ArrayGuards.class)
public abstract class PresentElementNode extends Node {
    @NeverDefault
    public static PresentElementNode create() {
        return PresentElementNodeGen.create();
    }

    /** @return the element, own or inherited, or null if there is none */
    public abstract Object execute(JSArray array, int index);

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

    @Specialization(guards = "array.strategy().isFast() || isFixed(array)")
    static Object ofDense(JSArray array, int index) {
        Object element = ArrayGuards.isWithin(array, index) ? GetElementNode.elementOf(array, index) : null;
        return element != null || array.inheritsNoElements() ? element : ofHole(array, index);
    }

    @Specialization(guards = "!array.strategy().isFast()")
    static Object ofSparse(JSArray array, int index) {
        return ofHole(array, index);
    }

    @TruffleBoundary
    private static Object ofHole(JSArray array, int index) {
        Object key = PropertyKey.of(index);
        return array.hasProperty(key) ? array.get(key) : null;
    }
}
