package org.ledgejs.language.runtime;

import java.util.Arrays;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

/**
 * The entries of a Map or Set in order of insertion (ECMA-262 §24.1, §24.2): a hash table whose entries lie in one array.
 * A deleted entry leaves a gap until the table is rebuilt. Cursors survive any change, clearing included: they hold
 * an epoch, and each rebuild leaves behind what tells them where they are now.
 */
public final class OrderedTable {
    private static final int INITIAL = 8;
    private static final int NONE = -1;
    private static final int MAXIMUM = 1 << 28;

    /** Keys at 2i, values at 2i+1; a null key is a gap. */
    private Object[] entries = new Object[2 * INITIAL];
    private int[] hashes = new int[INITIAL];
    /** Next entry in the same bucket. */
    private int[] chain = new int[INITIAL];
    private int[] buckets = emptyBuckets(INITIAL);
    private int used;
    private int size;
    /** Rebuilds that cursors must follow: where the entries before an index went. Null while no cursor asked. */
    private Rebuild lastRebuild = new Rebuild();

    /** One rebuild; links form a list that only cursors hold on to. */
    private static final class Rebuild {
        /** Indices of the gaps closed, ascending; null while this rebuild has not happened. */
        private int[] gaps;
        private boolean cleared;
        private Rebuild next;
    }

    /** A place between two entries. */
    public final class Cursor {
        private int index;
        private Rebuild seen = lastRebuild;

        /** Another cursor at the same place. */
        Cursor copy() {
            Cursor copy = new Cursor();
            copy.index = index;
            copy.seen = seen;
            return copy;
        }

        /** Moves behind the next entry. @return its index, or -1 at the end */
        @TruffleBoundary
        public int next() {
            while (seen.next != null) {
                if (seen.cleared) {
                    index = 0;
                } else {
                    int before = Arrays.binarySearch(seen.gaps, index);
                    index -= before >= 0 ? before : -before - 1;
                }
                seen = seen.next;
            }
            while (index < used) {
                int i = index++;
                if (entries[2 * i] != null) {
                    return i;
                }
            }
            return -1;
        }
    }

    private static int[] emptyBuckets(int capacity) {
        int[] result = new int[capacity];
        Arrays.fill(result, NONE);
        return result;
    }

    /** CanonicalizeKeyedCollectionKey (§24.5.1), and one form of each number: an int where it is one. */
    public static Object normalize(Object key) {
        if (key instanceof Double d) {
            double value = d;
            int i = (int) value;
            return i == value ? (Object) i : Double.isNaN(value) ? (Object) Double.NaN : key;
        }
        return key;
    }

    private static int hash(Object key) {
        int h = switch (key) {
            case JSObject o -> System.identityHashCode(o);
            case TruffleString s -> s.hashCodeUncached(Strings.ENCODING);
            default -> ForeignValues.isForeign(key) ? ForeignValues.identityHash(key) : key.hashCode();
        };
        return h ^ h >>> 16;
    }

    private static boolean same(Object a, Object b) {
        return a == b || switch (a) {
            case TruffleString s -> b instanceof TruffleString t && Strings.equal(s, t);
            case JSObject o -> false;
            default -> ForeignValues.isForeign(a) ? ForeignValues.isForeign(b) && ForeignValues.isIdentical(a, b) : a.equals(b);
        };
    }

    /** The index of a normalized key's entry, or -1. */
    @TruffleBoundary
    public int find(Object key) {
        int h = hash(key);
        for (int i = buckets[h & buckets.length - 1]; i != NONE; i = chain[i]) {
            if (hashes[i] == h && entries[2 * i] != null && same(entries[2 * i], key)) {
                return i;
            }
        }
        return -1;
    }

    public Object key(int index) {
        return entries[2 * index];
    }

    public Object value(int index) {
        return entries[2 * index + 1];
    }

    public int size() {
        return size;
    }

    @TruffleBoundary
    public void put(Object key, Object value) {
        int index = find(key);
        if (index >= 0) {
            entries[2 * index + 1] = value;
            return;
        }
        if (used == hashes.length) {
            if (size >= MAXIMUM) {
                throw Errors.rangeError("Map maximum size exceeded");
            }
            rebuild(size >= hashes.length / 2 + 1 ? hashes.length * 2 : hashes.length);
        }
        append(key, value, hash(key));
        size++;
    }

    private void append(Object key, Object value, int h) {
        int bucket = h & buckets.length - 1;
        entries[2 * used] = key;
        entries[2 * used + 1] = value;
        hashes[used] = h;
        chain[used] = buckets[bucket];
        buckets[bucket] = used++;
    }

    @TruffleBoundary
    public boolean remove(Object key) {
        int index = find(key);
        if (index < 0) {
            return false;
        }
        entries[2 * index] = null;
        entries[2 * index + 1] = null;
        size--;
        if (used > INITIAL && size < used / 4) {
            rebuild(Math.max(INITIAL, hashes.length / 2));
        }
        return true;
    }

    @TruffleBoundary
    public void clear() {
        startRebuild().cleared = true;
        allocate(INITIAL);
        size = 0;
    }

    private Rebuild startRebuild() {
        Rebuild rebuild = lastRebuild;
        lastRebuild = new Rebuild();
        rebuild.next = lastRebuild;
        return rebuild;
    }

    private void allocate(int capacity) {
        entries = new Object[2 * capacity];
        hashes = new int[capacity];
        chain = new int[capacity];
        buckets = emptyBuckets(capacity);
        used = 0;
    }

    private void rebuild(int capacity) {
        Object[] oldEntries = entries;
        int[] oldHashes = hashes;
        int oldUsed = used;
        int[] gaps = new int[oldUsed - size];
        int gapCount = 0;
        allocate(capacity);
        for (int i = 0; i < oldUsed; i++) {
            if (oldEntries[2 * i] == null) {
                gaps[gapCount++] = i;
            } else {
                append(oldEntries[2 * i], oldEntries[2 * i + 1], oldHashes[i]);
            }
        }
        startRebuild().gaps = gaps;
    }
}
