package org.ledgejs.language.ops;

import java.util.Arrays;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;

/** What a key gave for primitive values of one Java class: a constant, while there is one realm and their prototypes do not change. */
final class PrimitiveLookup {
    private final Class<?> type;
    private final Object value;
    @CompilationFinal(dimensions = 1) private final Assumption[] unchanged;

    private PrimitiveLookup(Class<?> type, Object value, Assumption[] unchanged) {
        this.type = type;
        this.value = value;
        this.unchanged = unchanged;
    }

    /** @param key no own property of the value. @return null if it is no primitive, or what the key gives cannot be relied on */
    @TruffleBoundary
    static PrimitiveLookup of(Object primitive, Object key) {
        Assumption singleRealm = Agent.get(null).singleRealm();
        if (!Primitives.isPrimitive(primitive) || !singleRealm.isValid()) {
            return null;
        }
        JSObject prototype = Primitives.prototype(Realm.get(null), primitive);
        PrototypeChain prototypes = PrototypeChain.of(prototype, key);
        Object value = prototypes == null ? null : InheritedLookup.valueOf(prototypes, key);
        if (value == null) {
            return null;
        }
        Assumption[] unchanged = Arrays.copyOf(prototypes.unchanged, prototypes.unchanged.length + 1);
        unchanged[unchanged.length - 1] = singleRealm;
        return new PrimitiveLookup(primitive.getClass(), value, unchanged);
    }

    boolean isAbout(Object base) {
        return CompilerDirectives.isExact(base, type);
    }

    Assumption[] unchanged() {
        return unchanged;
    }

    /** A value or an Accessor; undefined where there is no such property. */
    Object value() {
        return value;
    }
}
