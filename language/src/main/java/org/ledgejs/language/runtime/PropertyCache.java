package org.ledgejs.language.runtime;

import com.oracle.truffle.api.object.Property;
import com.oracle.truffle.api.object.Shape;

/**
 * Where properties are in shapes, as it was asked lately: for places that see too many shapes to remember them by themselves. One for
 * all of an agent, after the global lookup cache of Smalltalk-80 (Goldberg and Robson, 1983, chapter 28).
 */
public final class PropertyCache {
    private static final int SIZE = 1024;

    private record Entry(Shape shape, Object key, Property property) { }

    private final Entry[] entries = new Entry[SIZE];

    /** @param key a name or symbol. @return null if the shape has no such property */
    public Property find(Shape shape, Object key) {
        int index = System.identityHashCode(shape) * 31 + System.identityHashCode(key) & SIZE - 1;
        Entry entry = entries[index];
        if (entry == null || entry.shape != shape || entry.key != key) {
            entry = new Entry(shape, key, shape.getProperty(key));
            entries[index] = entry;
        }
        return entry.property;
    }
}
