package org.ledgejs.language.runtime;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/**
 * Values by weakly held keys. What an object's entry holds lives in the object itself, so that a value that refers to its key keeps neither alive.
 * Symbols and foreign values have a table for themselves.
 */
public final class WeakTable {
    private final Token token = new Token(this);
    private Map<Object, Object> others;

    /** Stands for the table in the keys, which must not keep it alive. */
    static final class Token extends WeakReference<WeakTable> {
        final int hash = System.identityHashCode(this);

        Token(WeakTable table) {
            super(table);
        }
    }

    /** CanBeHeldWeakly (ECMA-262 §9.14). */
    @TruffleBoundary
    public static boolean canBeHeldWeakly(Object value) {
        return value instanceof JSObject || value instanceof Symbol symbol && !Agent.get(null).symbolRegistry().isRegistered(symbol)
                || ForeignValues.isForeign(value);
    }

    /** The value of a key, or null. */
    @TruffleBoundary
    public Object get(Object key) {
        if (key instanceof JSObject object) {
            return WeakEntries.get(object.weakEntries, token);
        }
        return others == null ? null : others.get(key);
    }

    /** @param key one that {@link #canBeHeldWeakly} @param value not null */
    @TruffleBoundary
    public void put(Object key, Object value) {
        if (!(key instanceof JSObject object)) {
            if (others == null) {
                others = new WeakHashMap<>();
            }
            others.put(key, value);
            return;
        }
        object.weakEntries = WeakEntries.put(object.weakEntries, token, value);
    }

    /** @return whether there was a value */
    @TruffleBoundary
    public boolean remove(Object key) {
        if (!(key instanceof JSObject object)) {
            return others != null && others.remove(key) != null;
        }
        return WeakEntries.remove(object.weakEntries, token);
    }
}
