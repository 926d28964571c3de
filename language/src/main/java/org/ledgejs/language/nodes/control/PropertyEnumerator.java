package org.ledgejs.language.nodes.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;

import org.ledgejs.language.nodes.operator.Nullish;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyDescriptor;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;

/**
 * EnumerateObjectProperties (ECMA-262 §14.7.5.9): string keys of the object, then of its prototypes; a key seen is not visited
 * again, nor is one that was deleted before its turn.
 */
public final class PropertyEnumerator {
    private final Set<Object> visited = new HashSet<>();
    private JSObject object;
    private Iterator<Object> keys;
    /** Keys of an object of another language are values already. */
    private final boolean foreign;

    private PropertyEnumerator(JSObject object, List<Object> foreignKeys) {
        this.object = object;
        this.foreign = foreignKeys != null;
        this.keys = foreign ? foreignKeys.iterator() : object.ownPropertyKeys().iterator();
    }

    /** An enumerator, or null where there is nothing to enumerate. */
    @TruffleBoundary
    public static PropertyEnumerator of(Realm realm, Object value) {
        if (value instanceof JSObject object) {
            return new PropertyEnumerator(object, null);
        }
        if (Nullish.test(value)) {
            return null;
        }
        Object object = Conversions.toObject(realm, value);
        return object instanceof JSObject js ? new PropertyEnumerator(js, null) : new PropertyEnumerator(null, foreignKeys(value));
    }

    private static List<Object> foreignKeys(Object value) {
        List<Object> keys = new ArrayList<>();
        InteropLibrary interop = InteropLibrary.getUncached();
        try {
            if (interop.hasArrayElements(value)) {
                for (long i = 0; i < interop.getArraySize(value); i++) {
                    keys.add(Strings.of(Long.toString(i)));
                }
            } else if (interop.hasMembers(value)) {
                Object members = interop.getMembers(value);
                for (long i = 0; i < interop.getArraySize(members); i++) {
                    keys.add(Strings.of(interop.asString(interop.readArrayElement(members, i))));
                }
            }
        } catch (InteropException e) {
            // It changed under our hands: what was read so far is what there is.
            return keys;
        }
        return keys;
    }

    /** The next key as a string, or null. */
    @TruffleBoundary
    public Object next() {
        while (true) {
            while (keys.hasNext()) {
                Object key = keys.next();
                if (foreign) {
                    return key;
                }
                if (key instanceof Symbol || visited.contains(key)) {
                    continue;
                }
                PropertyDescriptor descriptor = object.getOwnProperty(key);
                if (descriptor != null) {
                    visited.add(key);
                    if (descriptor.isEnumerable()) {
                        return PropertyKey.toValue(key);
                    }
                }
            }
            object = foreign ? null : object.getPrototypeOf();
            if (object == null) {
                return null;
            }
            keys = object.ownPropertyKeys().iterator();
        }
    }
}
