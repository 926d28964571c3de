package org.ledgejs.language.runtime;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/**
 * Values by weakly held keys. What an object's entry holds lives in the object itself, in a hidden property, so that a value
 * that refers to its key keeps neither alive. Symbols and foreign values have a table for themselves.
 */
public final class WeakTable {
    private static final Object ENTRIES = new Object();

    private final Token token = new Token();
    private Map<Object, Object> others;

    /** Stands for the table in the keys, which must not keep it alive. */
    private static final class Token { }

    /** One table's value for the object that has it; the objects' entries are a list. */
    private static final class Entry extends WeakReference<Token> {
        private final Entry next;
        private Object value;

        Entry(Token token, Object value, Entry next) {
            super(token);
            this.value = value;
            this.next = next;
        }
    }

    /** CanBeHeldWeakly (ECMA-262 §9.14). */
    @TruffleBoundary
    public static boolean canBeHeldWeakly(Object value) {
        return value instanceof JSObject || value instanceof Symbol symbol && !Agent.get(null).symbolRegistry().isRegistered(symbol)
                || ForeignValues.isForeign(value);
    }

    private Entry find(JSObject key) {
        for (Entry entry = (Entry) Properties.stored(key, ENTRIES); entry != null; entry = entry.next) {
            if (entry.refersTo(token)) {
                return entry;
            }
        }
        return null;
    }

    /** The value of a key, or null. */
    @TruffleBoundary
    public Object get(Object key) {
        if (key instanceof JSObject object) {
            Entry entry = find(object);
            return entry == null ? null : entry.value;
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
        Entry entry = find(object);
        if (entry != null) {
            entry.value = value;
        } else {
            Properties.put(object, ENTRIES, new Entry(token, value, living(object, null)), PropertyFlags.DEFAULT);
        }
    }

    /** @return whether there was a value */
    @TruffleBoundary
    public boolean remove(Object key) {
        if (!(key instanceof JSObject object)) {
            return others != null && others.remove(key) != null;
        }
        if (find(object) == null) {
            return false;
        }
        Properties.put(object, ENTRIES, living(object, token), PropertyFlags.DEFAULT);
        return true;
    }

    /** The entries of tables still alive, but for one table's. Null counts as an empty list, and the property stays. */
    private static Entry living(JSObject object, Token without) {
        Entry result = null;
        for (Entry entry = (Entry) Properties.stored(object, ENTRIES); entry != null; entry = entry.next) {
            Token token = entry.get();
            if (token != null && token != without) {
                result = new Entry(token, entry.value, result);
            }
        }
        return result;
    }
}
