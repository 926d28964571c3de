package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Symbol;

/** InstanceofOperator (ECMA-262 §13.10.2). */
@GenerateInline(false)
public abstract class InstanceOfNode extends Node {
    @NeverDefault
    public static InstanceOfNode create() {
        return InstanceOfNodeGen.create();
    }

    public abstract boolean execute(Object value, Object target);

    /** A function whose [Symbol.hasInstance] is the one all functions inherit, and an object. */
    @Specialization(guards = "isInherited(getMethod.execute(target), target)", limit = "1")
    boolean ordinary(JSObject value, JSFunction target,
            @Cached("createGet(HAS_INSTANCE)") @SuppressWarnings("unused") GetPropertyNode getMethod,
            @Cached("createGet(PROTOTYPE)") GetPropertyNode getPrototype) {
        Object prototype = getPrototype.execute(target);
        if (!(prototype instanceof JSObject) || !value.hasOrdinaryNamedProperties()) {
            return slow(value, target);
        }
        for (JSObject p = value.prototype(); p != null; p = p.prototype()) {
            if (p == prototype) {
                return true;
            }
            if (!p.hasOrdinaryNamedProperties()) {
                return slow(value, target);
            }
        }
        return false;
    }

    static final Object HAS_INSTANCE = Symbol.HAS_INSTANCE;
    static final Object PROTOTYPE = PropertyKey.of("prototype");

    static GetPropertyNode createGet(Object key) {
        return GetPropertyNode.create(key);
    }

    /** Function.prototype's is a fixed property, so any other is the target's own doing. */
    static boolean isInherited(Object method, JSFunction target) {
        return method == target.realm().intrinsic(Intrinsic.FUNCTION_PROTOTYPE_HAS_INSTANCE);
    }

    @Specialization(replaces = "ordinary")
    @TruffleBoundary
    boolean slow(Object value, Object target) {
        Node outer = SlowPath.enter(this);
        try {
            return Comparison.instanceOf(value, target);
        } finally {
            SlowPath.leave(outer);
        }
    }
}
