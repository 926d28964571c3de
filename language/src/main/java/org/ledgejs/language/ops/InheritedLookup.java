package org.ledgejs.language.ops;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.Shape;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.LazyValue;
import org.ledgejs.language.runtime.Properties;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.language.runtime.VirtualProperty;

/** What a key gave that objects of one shape have not of their own: a constant, while their prototypes do not change. */
final class InheritedLookup {
    private final Shape shape;
    private final PrototypeChain prototypes;
    private final Object value;

    private InheritedLookup(Shape shape, PrototypeChain prototypes, Object value) {
        this.shape = shape;
        this.prototypes = prototypes;
        this.value = value;
    }

    /** @return null if the key is an own property, or what it gives cannot be relied on */
    @TruffleBoundary
    static InheritedLookup of(JSObject start, Object key) {
        if (!PropertyLookup.isDescribed(start, key) || Properties.has(start, key)) {
            return null;
        }
        PrototypeChain prototypes = PrototypeChain.of(start.prototype(), key);
        Object value = prototypes == null ? null : valueOf(prototypes, key);
        return value == null ? null : new InheritedLookup(start.getShape(), prototypes, value);
    }

    /** What the key of the chain gives. @return null if it is computed each time */
    static Object valueOf(PrototypeChain prototypes, Object key) {
        if (prototypes.holder == null) {
            return Undefined.INSTANCE;
        }
        Object stored = Properties.stored(prototypes.holder, key);
        if (stored instanceof LazyValue) {
            stored = Properties.read(prototypes.holder, key);
        }
        return stored instanceof VirtualProperty ? null : stored;
    }

    boolean isAbout(JSObject object) {
        return object.getShape() == shape && prototypes.isOf(object);
    }

    boolean isUnchanged() {
        return prototypes.isUnchanged();
    }

    Assumption[] unchanged() {
        return prototypes.unchanged;
    }

    /** A value or an Accessor; undefined where there is no such property. */
    Object value() {
        return value;
    }
}
