package org.ledgejs.language.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Properties with index keys: a dense run of plain ones from 0 up, and a sorted map for those far away or with
 * attributes. Ordinary objects and slow arrays keep their elements here.
 */
class ElementTable {
    private static final Object[] NONE = new Object[0];
    /** How far beyond the dense run an index may be to extend it. */
    private static final int GAP = 16;

    /** A value with its {@link PropertyFlags}. */
    static final class Element {
        Object value;
        int flags;

        Element(Object value, int flags) {
            this.value = value;
            this.flags = flags;
        }
    }

    /** Null is a hole. All have default flags. */
    private Object[] dense = NONE;
    /** All holes from here on. */
    private int limit;
    private int denseCount;
    private TreeMap<Long, Element> sparse;

    ElementTable() { }

    /** Takes the elements over; the original must not be used any more. */
    ElementTable(ElementTable original) {
        if (original != null) {
            dense = original.dense;
            limit = original.limit;
            denseCount = original.denseCount;
            sparse = original.sparse;
        }
    }

    boolean isEmpty() {
        return denseCount == 0 && (sparse == null || sparse.isEmpty());
    }

    private Element sparseAt(long index) {
        return sparse == null ? null : sparse.get(index);
    }

    int flags(long index) {
        if (index < limit && dense[(int) index] != null) {
            return PropertyFlags.DEFAULT;
        }
        Element element = sparseAt(index);
        return element == null ? -1 : element.flags;
    }

    /** The value, or null. */
    Object get(long index) {
        if (index < limit && dense[(int) index] != null) {
            return dense[(int) index];
        }
        Element element = sparseAt(index);
        return element == null ? null : element.value;
    }

    void put(long index, Object value, int flags) {
        Element element = sparseAt(index);
        if (element != null) {
            element.value = value;
            element.flags = flags;
        } else if (flags == PropertyFlags.DEFAULT && index < limit + (limit >> 1) + GAP) {
            putDense((int) index, value);
        } else {
            if (index < limit && dense[(int) index] != null) {
                dense[(int) index] = null;
                denseCount--;
            }
            if (sparse == null) {
                sparse = new TreeMap<>();
            }
            sparse.put(index, new Element(value, flags));
        }
    }

    private void putDense(int index, Object value) {
        if (index >= dense.length) {
            dense = Arrays.copyOf(dense, Math.max(8, index + (index >> 1) + 1));
        }
        if (dense[index] == null) {
            denseCount++;
        }
        dense[index] = value;
        limit = Math.max(limit, index + 1);
    }

    void remove(long index) {
        if (index < limit && dense[(int) index] != null) {
            dense[(int) index] = null;
            denseCount--;
            while (limit > 0 && dense[limit - 1] == null) {
                limit--;
            }
        } else if (sparse != null) {
            sparse.remove(index);
        }
    }

    void addKeys(List<Object> keys) {
        if (sparse == null || sparse.isEmpty()) {
            for (int i = 0; i < limit; i++) {
                if (dense[i] != null) {
                    keys.add((long) i);
                }
            }
            return;
        }
        int next = 0;
        for (Long key : sparse.keySet()) {
            for (; next < limit && next < key; next++) {
                if (dense[next] != null) {
                    keys.add((long) next);
                }
            }
            keys.add(key);
        }
        for (; next < limit; next++) {
            if (dense[next] != null) {
                keys.add((long) next);
            }
        }
    }

    /** The least index at or after the given one that has an element, or -1. */
    long next(long from) {
        long found = -1;
        for (long i = from; i < limit; i++) {
            if (dense[(int) i] != null) {
                found = i;
                break;
            }
        }
        if (sparse != null) {
            Long key = sparse.ceilingKey(from);
            if (key != null && (found < 0 || key < found)) {
                found = key;
            }
        }
        return found;
    }

    /** The greatest index at or before the given one that has an element, or -1. */
    long previous(long from) {
        long found = -1;
        for (long i = Math.min(from, limit - 1L); i >= 0; i--) {
            if (dense[(int) i] != null) {
                found = i;
                break;
            }
        }
        if (sparse != null) {
            Map.Entry<Long, Element> entry = sparse.floorEntry(from);
            if (entry != null && entry.getKey() > found) {
                found = entry.getKey();
            }
        }
        return found;
    }
}
