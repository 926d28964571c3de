package org.ledgejs.node.binding.buffer;

import java.util.Arrays;

import org.ledgejs.node.binding.Bytes;

/** Finding and comparing bytes. */
final class Searches {
    private Searches() { }

    static int compare(Bytes a, Bytes b) {
        return Integer.signum(Arrays.compareUnsigned(a.array(), a.offset(), a.offset() + a.length(), b.array(), b.offset(), b.offset() + b.length()));
    }

    /** @param from where a match may start at the earliest, or at the latest when searching down @return an index, or -1 */
    static int indexOf(Bytes bytes, Bytes needle, double from, boolean forward) {
        int last = bytes.length() - needle.length();
        if (last < 0 || !forward && from < 0) {
            return -1;
        }
        int start = (int) Math.clamp(from, 0, forward ? bytes.length() : last);
        if (needle.length() == 0) {
            return start;
        }
        return forward ? up(bytes, needle, start, last) : down(bytes, needle, start);
    }

    private static int up(Bytes bytes, Bytes needle, int start, int last) {
        if (needle.length() >= 8 && last - start >= 256) {
            return horspool(bytes, needle, start, last);
        }
        byte[] array = bytes.array();
        byte first = needle.get(0);
        int end = bytes.offset() + last;
        for (int i = bytes.offset() + start; i <= end; i++) {
            if (array[i] == first && matches(array, i, needle)) {
                return i - bytes.offset();
            }
        }
        return -1;
    }

    /** Boyer, Moore and Horspool: looks at the last byte first and jumps by what it finds there. */
    private static int horspool(Bytes bytes, Bytes needle, int start, int last) {
        int length = needle.length();
        int[] jumps = new int[256];
        Arrays.fill(jumps, length);
        for (int i = 0; i < length - 1; i++) {
            jumps[needle.get(i) & 0xFF] = length - 1 - i;
        }
        byte[] array = bytes.array();
        byte ending = needle.get(length - 1);
        int i = start;
        while (i <= last) {
            byte b = array[bytes.offset() + i + length - 1];
            if (b == ending && matches(array, bytes.offset() + i, needle)) {
                return i;
            }
            i += jumps[b & 0xFF];
        }
        return -1;
    }

    private static int down(Bytes bytes, Bytes needle, int start) {
        for (int i = start; i >= 0; i--) {
            if (matches(bytes.array(), bytes.offset() + i, needle)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] array, int at, Bytes needle) {
        return Arrays.equals(array, at, at + needle.length(), needle.array(), needle.offset(), needle.offset() + needle.length());
    }

    static int indexOf(Bytes bytes, byte value, double from, boolean forward) {
        int length = bytes.length();
        if (forward) {
            for (int i = (int) Math.clamp(from, 0, length); i < length; i++) {
                if (bytes.get(i) == value) {
                    return i;
                }
            }
            return -1;
        }
        for (int i = (int) Math.min(from, length - 1); i >= 0; i--) {
            if (bytes.get(i) == value) {
                return i;
            }
        }
        return -1;
    }

    /** Repeats the pattern over the window, doubling what is there. */
    static void fill(Bytes target, Bytes pattern) {
        if (target.length() == 0 || pattern.length() == 0) {
            return;
        }
        if (pattern.length() == 1) {
            Arrays.fill(target.array(), target.offset(), target.offset() + target.length(), pattern.get(0));
            return;
        }
        int done = Math.min(pattern.length(), target.length());
        System.arraycopy(pattern.array(), pattern.offset(), target.array(), target.offset(), done);
        while (done < target.length()) {
            int n = Math.min(done, target.length() - done);
            System.arraycopy(target.array(), target.offset(), target.array(), target.offset() + done, n);
            done += n;
        }
    }

    static boolean isAscii(Bytes bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.get(i) < 0) {
                return false;
            }
        }
        return true;
    }
}
