package org.ledgejs.language.ops;

import java.util.Arrays;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.Shape;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.LazyValue;
import org.ledgejs.language.runtime.Properties;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.language.runtime.VirtualProperty;

/**
 * What a key gave that objects of one shape have not of their own, or primitive values of one Java class: a constant, while their prototypes
 * do not change.
 */
final class InheritedLookup {
    /** Of the objects; null for primitive values. */
    private final Shape shape;
    /** Of the primitive values; null for objects. */
    private final Class<?> type;
    private final PrototypeChain prototypes;
    private final Object value;
    @CompilationFinal(dimensions = 1) private final Assumption[] unchanged;

    private InheritedLookup(Shape shape, Class<?> type, PrototypeChain prototypes, Object value, Assumption[] unchanged) {
        this.shape = shape;
        this.type = type;
        this.prototypes = prototypes;
        this.value = value;
        this.unchanged = unchanged;
    }

    /** @return null if the key is an own property, or what it gives cannot be relied on */
    @TruffleBoundary
    static InheritedLookup of(JSObject start, Object key) {
        if (!PropertyLookup.isDescribed(start, key) || Properties.has(start, key)) {
            return null;
        }
        PrototypeChain prototypes = PrototypeChain.of(start.prototype(), key);
        Object value = valueOf(prototypes, key);
        return value == null ? null : new InheritedLookup(start.getShape(), null, prototypes, value, prototypes.unchanged);
    }

    /** @param key no own property of the value. @return null if it is no primitive, or what the key gives cannot be relied on */
    @TruffleBoundary
    static InheritedLookup ofPrimitive(Object primitive, Object key) {
        Assumption singleRealm = Agent.get(null).singleRealm();
        if (!Primitives.isPrimitive(primitive) || !singleRealm.isValid()) {
            return null;
        }
        PrototypeChain prototypes = PrototypeChain.of(Primitives.prototype(Realm.get(null), primitive), key);
        Object value = valueOf(prototypes, key);
        if (value == null) {
            return null;
        }
        Assumption[] unchanged = Arrays.copyOf(prototypes.unchanged, prototypes.unchanged.length + 1);
        unchanged[unchanged.length - 1] = singleRealm;
        return new InheritedLookup(null, primitive.getClass(), prototypes, value, unchanged);
    }

    /** What the key of the chain gives. @return null if there is no chain, or it is computed each time */
    private static Object valueOf(PrototypeChain prototypes, Object key) {
        if (prototypes == null) {
            return null;
        }
        if (prototypes.holder == null) {
            return Undefined.INSTANCE;
        }
        Object stored = Properties.stored(prototypes.holder, key);
        if (stored instanceof LazyValue) {
            stored = Properties.read(prototypes.holder, key);
        }
        return stored instanceof VirtualProperty ? null : stored;
    }

    boolean isAbout(Object base) {
        if (type != null) {
            return CompilerDirectives.isExact(base, type);
        }
        return base instanceof JSObject object && object.getShape() == shape && prototypes.isOf(object);
    }

    boolean isUnchanged() {
        return prototypes.isUnchanged();
    }

    Assumption[] unchanged() {
        return unchanged;
    }

    /** A value or an Accessor; undefined where there is no such property. */
    Object value() {
        return value;
    }
}
