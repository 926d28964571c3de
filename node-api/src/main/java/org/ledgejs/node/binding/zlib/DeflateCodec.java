package org.ledgejs.node.binding.zlib;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compression to DEFLATE data. The JDK's Deflater makes the blocks; what stands around them is written here. The JDK's class always uses the largest window and
 * the usual amount of memory, and has no strategies RLE and FIXED. A smaller window is kept by forgetting all that came before once a window's worth is
 * compressed: that costs ratio, but what comes out is readable with that window. Of strategies it does not have, the default one takes the place.
 */
final class DeflateCodec implements Codec {
    private static final int SYNC_FLUSH = 2;
    private static final int FULL_FLUSH = 3;
    private static final int FINISH = 4;
    private static final int MAX_WINDOW_BITS = 15;
    private static final int HUFFMAN_ONLY = 2;
    private static final int OS_UNIX = 3;
    private static final byte[] NOTHING = {};

    private enum Stage { HEAD, BLOCKS, DONE }

    private final Wrapper wrapper;
    private final int windowBits;
    private final byte[] dictionary;
    private final Deflater deflater;
    private int level;
    private int strategy;
    private Stage stage;
    private java.util.zip.Checksum checksum;
    /** Bytes to give before anything else. */
    private byte[] pending;
    private int pendingFrom;
    /** Bytes since everything was forgotten, and whether it is to be forgotten now. */
    private int segment;
    private boolean forgetting;

    /** @param dictionary or null */
    DeflateCodec(Wrapper wrapper, int windowBits, int level, int strategy, byte[] dictionary) {
        this.wrapper = wrapper;
        this.windowBits = Math.max(windowBits, 9);
        this.dictionary = dictionary;
        this.level = level;
        this.strategy = strategy;
        deflater = new Deflater(level, true);
        deflater.setStrategy(known(strategy));
        restart();
    }

    private static int known(int strategy) {
        return strategy <= HUFFMAN_ONLY ? strategy : Deflater.DEFAULT_STRATEGY;
    }

    @Override
    public void write(int flush, Piece in, Piece out) {
        if (stage == Stage.HEAD) {
            pending = head();
            stage = Stage.BLOCKS;
        }
        drain(out);
        if (stage == Stage.BLOCKS && !out.isEmpty()) {
            if (windowBits == MAX_WINDOW_BITS) {
                deflate(flush, in, in.remaining(), out);
            } else {
                deflateBySegments(flush, in, out);
            }
            if (flush == FINISH && deflater.finished()) {
                pending = trailer();
                pendingFrom = 0;
                stage = Stage.DONE;
            }
        }
        drain(out);
    }

    private void drain(Piece out) {
        pendingFrom += out.put(pending, pendingFrom, pending.length - pendingFrom);
    }

    /** Compresses the next {@code length} bytes, or as many as the output has room for. */
    private void deflate(int flush, Piece in, int length, Piece out) {
        long before = deflater.getBytesRead();
        int start = in.offset();
        deflater.setInput(in.array, start, length);
        int mode = flush;
        if (flush == FINISH) {
            deflater.finish();
            mode = Deflater.NO_FLUSH;
        } else if (flush != Deflater.NO_FLUSH && flush != FULL_FLUSH) {
            // Of the other operations the JDK knows the one that does most.
            mode = SYNC_FLUSH;
        }
        out.skip(deflater.deflate(out.array, out.offset(), out.remaining(), mode));
        int consumed = (int) (deflater.getBytesRead() - before);
        if (checksum != null) {
            checksum.update(in.array, start, consumed);
        }
        in.skip(consumed);
    }

    private void deflateBySegments(int flush, Piece in, Piece out) {
        int window = 1 << windowBits;
        while (!out.isEmpty()) {
            if (forgetting) {
                deflate(FULL_FLUSH, in, 0, out);
                if (out.isEmpty()) {
                    return;
                }
                forgetting = false;
                segment = 0;
            }
            int length = Math.min(in.remaining(), window - segment);
            if (length == in.remaining()) {
                deflate(flush, in, length, out);
                segment += length - in.remaining();
                return;
            }
            int before = in.remaining();
            deflate(Deflater.NO_FLUSH, in, length, out);
            segment += before - in.remaining();
            forgetting = segment == window;
        }
    }

    private byte[] head() {
        checksum = wrapper == Wrapper.GZIP ? new CRC32() : wrapper == Wrapper.ZLIB ? new Adler32() : null;
        return switch (wrapper) {
            case ZLIB -> zlibHead();
            case GZIP -> new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0,
                (byte) (level == 9 ? 2 : strategy >= HUFFMAN_ONLY || level == 0 || level == 1 ? 4 : 0), OS_UNIX};
            default -> NOTHING;
        };
    }

    /** RFC 1950 §2.2. */
    private byte[] zlibHead() {
        int speed = strategy >= HUFFMAN_ONLY || level == 0 || level == 1 ? 0 : level == -1 || level == 6 ? 2 : level < 6 ? 1 : 3;
        int head = (windowBits - 8 << 4 | 8) << 8 | speed << 6 | (dictionary == null ? 0 : 0x20);
        head += 31 - head % 31;
        if (dictionary == null) {
            return new byte[] {(byte) (head >> 8), (byte) head};
        }
        Adler32 id = new Adler32();
        id.update(dictionary);
        return ByteBuffer.allocate(6).putShort((short) head).putInt((int) id.getValue()).array();
    }

    private byte[] trailer() {
        return switch (wrapper) {
            case ZLIB -> ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array();
            case GZIP -> ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt((int) checksum.getValue()).putInt((int) deflater.getBytesRead()).array();
            default -> NOTHING;
        };
    }

    @Override
    public void params(int newLevel, int newStrategy) {
        level = newLevel;
        strategy = newStrategy;
        deflater.setLevel(newLevel);
        deflater.setStrategy(known(newStrategy));
        if (stage != Stage.BLOCKS) {
            return;
        }
        // The JDK changes them with the next call, which would compress its input the old way: this one has none.
        byte[] scratch = new byte[64];
        deflater.setInput(NOTHING);
        int count = deflater.deflate(scratch, 0, scratch.length, Deflater.NO_FLUSH);
        if (count > 0) {
            byte[] more = new byte[pending.length - pendingFrom + count];
            System.arraycopy(pending, pendingFrom, more, 0, pending.length - pendingFrom);
            System.arraycopy(scratch, 0, more, pending.length - pendingFrom, count);
            pending = more;
            pendingFrom = 0;
        }
    }

    private void restart() {
        deflater.reset();
        stage = Stage.HEAD;
        pending = NOTHING;
        pendingFrom = 0;
        segment = 0;
        forgetting = false;
        if (dictionary != null) {
            int kept = windowBits == MAX_WINDOW_BITS ? dictionary.length : Math.min(dictionary.length, 1 << windowBits - 1);
            deflater.setDictionary(dictionary, dictionary.length - kept, kept);
            segment = windowBits == MAX_WINDOW_BITS ? 0 : kept;
        }
    }

    @Override
    public void reset() {
        restart();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
