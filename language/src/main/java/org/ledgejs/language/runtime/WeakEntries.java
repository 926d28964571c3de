package org.ledgejs.language.runtime;

/**
 * What weak collections hold for one key: pairs of a table's token and a value in an array, each at most {@link #REACH} places from where the token's hash says.
 * Pairs of tables that are gone are free places, and where there were many the array is made anew.
 */
final class WeakEntries {
    private static final int REACH = 8;

    private WeakEntries() { }

    /** Where the token's pair is, or -1. */
    private static int find(Object[] pairs, WeakTable.Token token) {
        if (pairs != null) {
            int mask = pairs.length / 2 - 1;
            for (int i = 0; i <= mask && i < REACH; i++) {
                int at = (token.hash + i & mask) * 2;
                if (pairs[at] == token) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** @param pairs may be null. @return null if there is no value */
    static Object get(Object[] pairs, WeakTable.Token token) {
        int at = find(pairs, token);
        return at < 0 ? null : pairs[at + 1];
    }

    /** @param pairs may be null. @return them, or a larger array with all that are still wanted */
    static Object[] put(Object[] pairs, WeakTable.Token token, Object value) {
        int at = find(pairs, token);
        if (at >= 0) {
            pairs[at + 1] = value;
            return pairs;
        }
        if (pairs != null && insert(pairs, token, value)) {
            return pairs;
        }
        int length = roomy(pairs);
        Object[] result = copy(pairs, length);
        while (result == null || !insert(result, token, value)) {
            length *= 2;
            result = copy(pairs, length);
        }
        return result;
    }

    /** @return false if there is no place, or so many tables may be gone that the array should be made anew */
    private static boolean insert(Object[] pairs, WeakTable.Token token, Object value) {
        int mask = pairs.length / 2 - 1;
        for (int i = 0; i <= mask && i < REACH; i++) {
            int at = (token.hash + i & mask) * 2;
            boolean free = pairs[at] == null;
            if (free || isGone(pairs[at])) {
                if (!free && mask >= REACH) {
                    return false;
                }
                pairs[at] = token;
                pairs[at + 1] = value;
                return true;
            }
        }
        return false;
    }

    /** The length of an array with room for what is there and as much again. */
    private static int roomy(Object[] pairs) {
        int count = 1;
        for (int at = 0; pairs != null && at < pairs.length; at += 2) {
            if (pairs[at] != null && !isGone(pairs[at])) {
                count += 2;
            }
        }
        return Integer.highestOneBit(count) * 2;
    }

    /** @return an array with all that are not gone; null if that length does not hold them */
    private static Object[] copy(Object[] pairs, int length) {
        Object[] result = new Object[length];
        for (int at = 0; pairs != null && at < pairs.length; at += 2) {
            if (pairs[at] != null && !isGone(pairs[at]) && !insert(result, (WeakTable.Token) pairs[at], pairs[at + 1])) {
                return null;
            }
        }
        return result;
    }

    private static boolean isGone(Object token) {
        return ((WeakTable.Token) token).refersTo(null);
    }

    /** @param pairs may be null. @return whether there was a value */
    static boolean remove(Object[] pairs, WeakTable.Token token) {
        int at = find(pairs, token);
        if (at < 0) {
            return false;
        }
        pairs[at] = null;
        pairs[at + 1] = null;
        return true;
    }
}
