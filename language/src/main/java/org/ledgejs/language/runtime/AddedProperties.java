package org.ledgejs.language.runtime;

import java.util.HashMap;
import java.util.Map;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.Truffle;

/**
 * What kinds of values one function gave to the properties it adds to objects. A shape keeps a property unboxed if its first value was a
 * number, and a value of another kind, added at the same place, makes a second shape: so would a constructor, told of numbers and of
 * undefined, make objects of two shapes for each of its properties, and all that read them would see all of those. Here the property
 * becomes more general, for all objects to come, of all copies of the function.
 */
public final class AddedProperties {
    private enum Kind {
        INT(0), DOUBLE(0.5), BOOLEAN(true), OBJECT(Undefined.INSTANCE);

        /** A value that has the property kept as this kind. */
        final Object example;

        Kind(Object example) {
            this.example = example;
        }

        static Kind of(Object value) {
            return value instanceof Integer ? INT : value instanceof Double ? DOUBLE : value instanceof Boolean ? BOOLEAN : OBJECT;
        }

        Kind join(Kind other) {
            return this == other ? this : this == INT && other == DOUBLE || this == DOUBLE && other == INT ? DOUBLE : OBJECT;
        }
    }

    /** @param stable becomes invalid when the kind changes */
    private record Entry(Kind kind, Assumption stable) {
        static Entry of(Kind kind) {
            return new Entry(kind, kind == Kind.OBJECT ? Assumption.ALWAYS_VALID : Truffle.getRuntime().createAssumption("kind of added property"));
        }
    }

    private final Map<Object, Entry> entries = new HashMap<>(4);

    /** There is one more value. @return one that stands for all values of the property */
    @TruffleBoundary
    public synchronized Object widen(Object key, Object value) {
        Kind kind = Kind.of(value);
        Entry entry = entries.get(key);
        if (entry == null) {
            entry = Entry.of(kind);
            entries.put(key, entry);
        } else if (entry.kind.join(kind) != entry.kind) {
            Assumption before = entry.stable;
            entry = Entry.of(entry.kind.join(kind));
            entries.put(key, entry);
            before.invalidate();
        }
        return entry.kind == kind ? value : entry.kind.example;
    }

    /** Holds while no value of another kind is added. {@link #widen} was asked before. */
    @TruffleBoundary
    public synchronized Assumption stable(Object key) {
        return entries.get(key).stable;
    }
}
