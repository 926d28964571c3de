package org.ledgejs.node.binding.zlib;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Compression to Brotli (RFC 7932). Blocks of bytes, each with one code for literals, one for commands and one for distances; repetitions are found by
 * chains of equal beginnings, followed as far as the quality says. The format's dictionary and its contexts are not used: that costs some percent against
 * the authors' encoder.
 */
final class BrotliEncoder implements PushEncoder.Encoder {
    private static final int BLOCK = 1 << 18;
    private static final int MIN_MATCH = 4;
    private static final int MAX_MATCH = 1 << 16;
    private static final int HASH_BITS = 16;
    private static final int[] INSERT_OFFSETS = {0, 1, 2, 3, 4, 5, 6, 8, 10, 14, 18, 26, 34, 50, 66, 98, 130, 194, 322, 578, 1090, 2114, 6210, 22594};
    private static final int[] INSERT_BITS = {0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 12, 14, 24};
    private static final int[] COPY_OFFSETS = {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 18, 22, 30, 38, 54, 70, 102, 134, 198, 326, 582, 1094, 2118};
    private static final int[] COPY_BITS = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 24};
    /** The rows of the table of §5, by the groups of eight that the two codes are in; all with an explicit distance. */
    private static final int[] COMMAND_CELLS = {128, 192, 384, 256, 320, 512, 448, 576, 640};

    private final BitWriter out;
    private final int windowBits;
    private final int window;
    private final int depth;
    private byte[] data = new byte[BLOCK];
    /** What of the data is history only, and how much there is at all. */
    private int start;
    private int end;
    private final int[] heads = new int[1 << HASH_BITS];
    private int[] chain;
    private int hashed;
    private boolean headWritten;

    /** @param quality 0 to 11 */
    BrotliEncoder(ByteArrayOutputStream target, int windowBits, int quality) {
        out = new BitWriter(target);
        this.windowBits = windowBits;
        window = (1 << windowBits) - 16;
        depth = quality == 0 ? 0 : 1 << Math.min(quality - 1, 10);
        chain = new int[data.length];
        Arrays.fill(heads, -1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int count = Math.min(left, BLOCK - (end - start));
            room(count);
            System.arraycopy(bytes, from, data, end, count);
            end += count;
            from += count;
            left -= count;
            if (end - start == BLOCK && left > 0) {
                block();
            }
        }
    }

    /** Makes room at the end, by forgetting what is out of the window and by growing. */
    private void room(int count) {
        if (end + count <= data.length) {
            return;
        }
        int drop = Math.max(start - window, 0);
        if (drop > data.length / 2) {
            System.arraycopy(data, drop, data, 0, end - drop);
            start -= drop;
            end -= drop;
            hashed = 0;
            Arrays.fill(heads, -1);
        }
        if (end + count > data.length) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, end + count));
            chain = Arrays.copyOf(chain, data.length);
        }
    }

    @Override
    public void flush() {
        head();
        if (end > start) {
            block();
        }
        // A block of metadata without any, which ends at a byte.
        if (out.written() % 8 != 0) {
            out.write(0b000_11_0, 6);
            out.align();
        }
    }

    @Override
    public void finish() {
        head();
        if (end > start) {
            block();
        }
        // The last block is empty.
        out.write(0b11, 2);
        out.align();
    }

    /** §9.1. */
    private void head() {
        if (headWritten) {
            return;
        }
        headWritten = true;
        if (windowBits == 16) {
            out.write(0, 1);
        } else if (windowBits == 17) {
            out.write(1, 7);
        } else if (windowBits > 17) {
            out.write(windowBits - 17 << 1 | 1, 4);
        } else {
            out.write(windowBits - 8 << 4 | 1, 7);
        }
    }

    private void block() {
        head();
        int length = end - start;
        Commands commands = new Commands();
        if (depth > 0) {
            commands.find();
        }
        ByteArrayOutputStream trial = new ByteArrayOutputStream();
        boolean stored = depth == 0 && length < 64 || !commands.encode(new BitWriter(trial), length);
        if (stored || trial.size() >= length) {
            length(length);
            out.write(1, 1);
            out.align();
            out.bytes(data, start, length);
        } else {
            length(length);
            out.write(0, 1);
            commands.encode(out, Integer.MAX_VALUE);
        }
        start = end;
    }

    /** Not the last block, and how long it is (§9.2). */
    private void length(int length) {
        out.write(0, 1);
        int nibbles = length - 1 < 1 << 16 ? 4 : length - 1 < 1 << 20 ? 5 : 6;
        out.write(nibbles - 4, 2);
        out.write(length - 1, nibbles * 4);
    }

    private int hash(int at) {
        int four = data[at] & 0xFF | (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF) << 16 | data[at + 3] << 24;
        return four * 0x9E3779B1 >>> 32 - HASH_BITS;
    }

    /** The literals, copies and distances of one block. */
    private final class Commands {
        private int[] inserts = new int[64];
        private int[] copies = new int[64];
        private int[] distances = new int[64];
        private int count;
        private int literalsFrom = start;

        void find() {
            int at = start;
            while (at + MIN_MATCH <= end) {
                long match = best(at);
                int length = (int) match;
                if (length >= MIN_MATCH && at + 1 + MIN_MATCH <= end && depth > 8) {
                    // A longer one may begin one byte later.
                    long later = best(at + 1);
                    if ((int) later > length + 1) {
                        at++;
                        match = later;
                        length = (int) later;
                    }
                }
                if (length >= MIN_MATCH) {
                    add(at - literalsFrom, length, (int) (match >>> 32));
                    at += length;
                    literalsFrom = at;
                } else {
                    at++;
                }
            }
        }

        /** The longest repetition found for what stands there: its distance and its length. */
        private long best(int at) {
            for (; hashed < at; hashed++) {
                if (hashed + MIN_MATCH <= end) {
                    int hash = hash(hashed);
                    chain[hashed] = heads[hash];
                    heads[hash] = hashed;
                }
            }
            int best = 0;
            int distance = 0;
            int most = Math.min(end - at, MAX_MATCH);
            int candidate = heads[hash(at)];
            for (int tries = depth; candidate >= 0 && tries > 0 && at - candidate <= window; tries--, candidate = chain[candidate]) {
                if (best > 0 && (best >= most || data[candidate + best] != data[at + best])) {
                    continue;
                }
                int length = Arrays.mismatch(data, candidate, candidate + most, data, at, at + most);
                if (length < 0) {
                    length = most;
                }
                if (length > best) {
                    best = length;
                    distance = at - candidate;
                }
            }
            // A short copy from far away costs more than its bytes.
            return best == MIN_MATCH && distance > 1 << 15 ? 0 : (long) distance << 32 | best;
        }

        private void add(int insert, int copy, int distance) {
            if (count == inserts.length) {
                inserts = Arrays.copyOf(inserts, count * 2);
                copies = Arrays.copyOf(copies, count * 2);
                distances = Arrays.copyOf(distances, count * 2);
            }
            inserts[count] = insert;
            copies[count] = copy;
            distances[count++] = distance;
        }

        /** Writes all after the length. @return false if it was given up because it takes more bytes than allowed */
        boolean encode(BitWriter writer, int allowed) {
            int[] literals = new int[256];
            int[] commands = new int[704];
            int[] symbols = new int[64];
            int at = start;
            for (int i = 0; i < count; i++) {
                for (int end = at + inserts[i]; at < end; at++) {
                    literals[data[at] & 0xFF]++;
                }
                at += copies[i];
                commands[command(inserts[i], copies[i])]++;
                symbols[distanceSymbol(distances[i])]++;
            }
            int rest = end - at;
            for (; at < end; at++) {
                literals[data[at] & 0xFF]++;
            }
            if (rest > 0) {
                commands[command(rest, 2)]++;
            }
            // One type of block of each kind, no postfix bits or direct distances, one mode of contexts, one tree each.
            writer.write(0, 13);
            BrotliCode literalCode = BrotliCode.of(literals, writer);
            BrotliCode commandCode = BrotliCode.of(commands, writer);
            BrotliCode distanceCode = BrotliCode.of(symbols, writer);
            at = start;
            for (int i = 0; i < count; i++) {
                writeCommand(writer, commandCode, inserts[i], copies[i]);
                for (int end = at + inserts[i]; at < end; at++) {
                    literalCode.write(writer, data[at] & 0xFF);
                }
                at += copies[i];
                int symbol = distanceSymbol(distances[i]);
                distanceCode.write(writer, symbol);
                int bits = 1 + (symbol - 16 >> 1);
                writer.write(distances[i] + 3 & (1 << bits) - 1, bits);
                if (writer.written() > 8L * allowed) {
                    return false;
                }
            }
            if (rest > 0) {
                // The copy of the last command is never reached.
                writeCommand(writer, commandCode, rest, 2);
                for (; at < end; at++) {
                    literalCode.write(writer, data[at] & 0xFF);
                }
            }
            return true;
        }

        private static void writeCommand(BitWriter writer, BrotliCode code, int insert, int copy) {
            code.write(writer, command(insert, copy));
            int insertCode = index(INSERT_OFFSETS, insert);
            int copyCode = index(COPY_OFFSETS, copy);
            writer.write(insert - INSERT_OFFSETS[insertCode], INSERT_BITS[insertCode]);
            writer.write(copy - COPY_OFFSETS[copyCode], COPY_BITS[copyCode]);
        }

        private static int command(int insert, int copy) {
            int insertCode = index(INSERT_OFFSETS, insert);
            int copyCode = index(COPY_OFFSETS, copy);
            return COMMAND_CELLS[(insertCode >> 3) * 3 + (copyCode >> 3)] | (insertCode & 7) << 3 | copyCode & 7;
        }

        private static int index(int[] offsets, int value) {
            int found = Arrays.binarySearch(offsets, value);
            return found >= 0 ? found : -found - 2;
        }

        /** §4, without direct distances: two symbols for each number of extra bits. */
        private static int distanceSymbol(int distance) {
            int value = distance + 3;
            int bits = 31 - Integer.numberOfLeadingZeros(value) - 1;
            return 16 + 2 * (bits - 1) + (value >> bits & 1);
        }
    }
}
