package org.ledgejs.node.binding.zlib;

import java.util.Arrays;

/** A prefix code of Brotli (RFC 7932 §3): made of how often each symbol occurs, written into the head of a block, and then used. */
final class BrotliCode {
    private static final int MAX_LENGTH = 15;
    private static final int MAX_META_LENGTH = 5;
    /** The order in which lengths of the code for code lengths stand. */
    private static final int[] META_ORDER = {1, 2, 3, 4, 0, 5, 17, 6, 16, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    /** How such a length is written: bits and how many. */
    private static final int[] META_BITS = {0, 7, 3, 2, 1, 15};
    private static final int[] META_SIZES = {2, 4, 3, 2, 2, 4};
    private static final int REPEAT_ZERO = 17;

    private final int[] lengths;
    private final int[] codes;

    private BrotliCode(int[] lengths) {
        this.lengths = lengths;
        this.codes = codes(lengths);
    }

    void write(BitWriter out, int symbol) {
        out.write(codes[symbol], lengths[symbol]);
    }

    /** Makes the code of these counts and writes its description. */
    static BrotliCode of(int[] counts, BitWriter out) {
        int[] used = new int[4];
        int distinct = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                if (distinct < 4) {
                    used[distinct] = i;
                }
                distinct++;
            }
        }
        if (distinct <= 4) {
            return simple(counts, Arrays.copyOf(used, Math.max(distinct, 1)), out);
        }
        BrotliCode code = new BrotliCode(lengths(counts, MAX_LENGTH));
        code.describe(out);
        return code;
    }

    /** Up to four symbols are named one by one (§3.4). */
    private static BrotliCode simple(int[] counts, int[] symbols, BitWriter out) {
        int[] lengths = new int[counts.length];
        int width = 32 - Integer.numberOfLeadingZeros(counts.length - 1);
        out.write(1, 2);
        out.write(symbols.length - 1, 2);
        Integer[] order = Arrays.stream(symbols).boxed().toArray(Integer[]::new);
        boolean uneven = false;
        if (symbols.length > 2) {
            // The most frequent one first; within one length they go by number.
            Arrays.sort(order, (a, b) -> counts[b] != counts[a] ? Integer.compare(counts[b], counts[a]) : Integer.compare(a, b));
            uneven = symbols.length == 4 && counts[order[0]] > counts[order[2]] + counts[order[3]];
            int from = symbols.length == 3 ? 1 : uneven ? 2 : 0;
            Arrays.sort(order, from, symbols.length);
        }
        int[] sizes = switch (symbols.length) {
            case 1 -> new int[] {0};
            case 2 -> new int[] {1, 1};
            case 3 -> new int[] {1, 2, 2};
            default -> uneven ? new int[] {1, 2, 3, 3} : new int[] {2, 2, 2, 2};
        };
        for (int i = 0; i < order.length; i++) {
            out.write(order[i], width);
            lengths[order[i]] = sizes[i];
        }
        if (symbols.length == 4) {
            out.write(uneven ? 1 : 0, 1);
        }
        return new BrotliCode(lengths);
    }

    /** The lengths, themselves in a code (§3.5); runs of zeros are written short. */
    private void describe(BitWriter out) {
        int end = lengths.length;
        while (lengths[end - 1] == 0) {
            end--;
        }
        int[] symbols = new int[end];
        int[] extra = new int[end];
        int count = 0;
        for (int i = 0; i < end; ) {
            int run = 0;
            while (i + run < end && lengths[i + run] == 0 && run < 10) {
                run++;
            }
            if (run >= 3) {
                // One such symbol only after the other would mean a longer run: a literal zero goes between.
                boolean again = count > 0 && symbols[count - 1] == REPEAT_ZERO;
                symbols[count] = again ? 0 : REPEAT_ZERO;
                extra[count++] = run - 3;
                i += again ? 1 : run;
            } else {
                symbols[count++] = lengths[i++];
            }
        }
        int[] counts = new int[18];
        for (int i = 0; i < count; i++) {
            counts[symbols[i]]++;
        }
        int[] meta = lengths(counts, MAX_META_LENGTH);
        out.write(0, 2);
        int distinct = (int) Arrays.stream(counts).filter(each -> each > 0).count();
        int space = 32;
        for (int i = 0; i < META_ORDER.length && space > 0; i++) {
            int length = meta[META_ORDER[i]];
            out.write(META_BITS[length], META_SIZES[length]);
            space -= length == 0 ? 0 : 32 >> length;
        }
        // A code of one symbol has no bits.
        BrotliCode code = new BrotliCode(distinct == 1 ? new int[18] : meta);
        for (int i = 0; i < count; i++) {
            code.write(out, symbols[i]);
            if (symbols[i] == REPEAT_ZERO) {
                out.write(extra[i], 3);
            }
        }
    }

    /** Huffman's lengths, none longer than allowed: if one would be, rare symbols are taken for more frequent until none is. */
    private static int[] lengths(int[] counts, int most) {
        for (int least = 1; ; least *= 2) {
            int[] lengths = huffman(counts, least);
            if (Arrays.stream(lengths).max().orElse(0) <= most) {
                return lengths;
            }
        }
    }

    private static int[] huffman(int[] counts, int least) {
        int[] symbols = java.util.stream.IntStream.range(0, counts.length).filter(i -> counts[i] > 0).boxed()
                .sorted((a, b) -> Integer.compare(counts[a], counts[b])).mapToInt(Integer::intValue).toArray();
        int n = symbols.length;
        int[] lengths = new int[counts.length];
        if (n == 1) {
            lengths[symbols[0]] = 1;
            return lengths;
        }
        // Leaves in order, and inner nodes, which come out in order: the two smallest are at the front of one of the two queues.
        long[] weights = new long[2 * n - 1];
        int[] parents = new int[2 * n - 1];
        for (int i = 0; i < n; i++) {
            weights[i] = Math.max(counts[symbols[i]], least);
        }
        int leaf = 0;
        int inner = n;
        for (int next = n; next < 2 * n - 1; next++) {
            for (int child = 0; child < 2; child++) {
                int smallest = leaf < n && (inner >= next || weights[leaf] <= weights[inner]) ? leaf++ : inner++;
                weights[next] += weights[smallest];
                parents[smallest] = next;
            }
        }
        int[] depths = new int[2 * n - 1];
        for (int i = 2 * n - 3; i >= 0; i--) {
            depths[i] = depths[parents[i]] + 1;
            if (i < n) {
                lengths[symbols[i]] = depths[i];
            }
        }
        return lengths;
    }

    /** The codes of RFC 1951 §3.2.2, with their bits in the order they are written. */
    private static int[] codes(int[] lengths) {
        int[] codes = new int[lengths.length];
        int[] first = new int[MAX_LENGTH + 1];
        int code = 0;
        int[] perLength = new int[MAX_LENGTH + 1];
        for (int length : lengths) {
            perLength[length]++;
        }
        perLength[0] = 0;
        for (int i = 1; i <= MAX_LENGTH; i++) {
            code = code + perLength[i - 1] << 1;
            first[i] = code;
        }
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] > 0) {
                codes[i] = Integer.reverse(first[lengths[i]]++) >>> 32 - lengths[i];
            }
        }
        return codes;
    }
}
