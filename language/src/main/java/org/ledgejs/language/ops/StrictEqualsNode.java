package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.dsl.TypeSystemReference;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** IsStrictlyEqual (ECMA-262 §7.2.15). */
@GenerateUncached
@TypeSystemReference(JSTypes.class)
@GenerateInline(false)
public abstract class StrictEqualsNode extends Node {
    @NeverDefault
    public static StrictEqualsNode create() {
        return StrictEqualsNodeGen.create();
    }

    public static StrictEqualsNode getUncached() {
        return StrictEqualsNodeGen.getUncached();
    }

    public abstract boolean execute(Object a, Object b);

    @Specialization
    static boolean ofInts(int a, int b) {
        return a == b;
    }

    @Specialization
    static boolean ofDoubles(double a, double b) {
        return a == b;
    }

    @Specialization
    static boolean ofBooleans(boolean a, boolean b) {
        return a == b;
    }

    @Specialization
    static boolean ofStrings(TruffleString a, TruffleString b, @Cached TruffleString.EqualNode equal) {
        return a == b || equal.execute(a, b, Strings.ENCODING);
    }

    @Specialization
    static boolean ofObjects(JSObject a, JSObject b) {
        return a == b;
    }

    @Specialization(guards = "isSingleton(a)")
    static boolean withSingleton(Object a, Object b) {
        return a == b;
    }

    @Specialization(guards = "isSingleton(b)")
    static boolean toSingleton(Object a, Object b) {
        return a == b;
    }

    static boolean isSingleton(Object value) {
        return value == Undefined.INSTANCE || value == Null.INSTANCE;
    }

    @Specialization(replaces = {"ofInts", "ofDoubles", "ofBooleans", "ofStrings", "ofObjects", "withSingleton", "toSingleton"})
    @TruffleBoundary
    static boolean ofAny(Object a, Object b) {
        return Comparison.isStrictlyEqual(a, b);
    }
}
