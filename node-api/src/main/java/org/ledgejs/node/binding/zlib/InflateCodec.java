package org.ledgejs.node.binding.zlib;

import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompression of DEFLATE data. The JDK's Inflater does the blocks; what stands around them is read here, because it has to fail with zlib's messages, may
 * come byte by byte, and may come again: a gzip file can have several members.
 */
final class InflateCodec implements Codec {
    private static final int FINISH = 4;

    private enum Stage { HEAD, BLOCKS, TRAILER, END }

    private final Wrapper wrapper;
    private final int windowBits;
    private final byte[] dictionary;
    private final Inflater inflater = new Inflater(true);
    private Stage stage;
    private HeadReader head;
    private java.util.zip.Checksum checksum;
    private long trailer;
    private int trailerBytes;
    private CodecException failure;

    /** @param dictionary or null */
    InflateCodec(Wrapper wrapper, int windowBits, byte[] dictionary) {
        this.wrapper = wrapper;
        this.windowBits = windowBits;
        this.dictionary = dictionary;
        restart();
    }

    @Override
    public void write(int flush, Piece in, Piece out) throws CodecException {
        if (failure != null) {
            throw failure;
        }
        try {
            inflate(in, out);
            while (stage == Stage.END && head != null && head.isGzip() && !in.isEmpty() && in.peek() != 0) {
                restart();
                inflate(in, out);
            }
        } catch (CodecException e) {
            failure = e;
            throw e;
        }
        if (flush == FINISH && stage != Stage.END && !out.isEmpty()) {
            throw CodecException.truncated();
        }
    }

    private void inflate(Piece in, Piece out) throws CodecException {
        if (stage == Stage.HEAD && head.read(in)) {
            checksum = head.isGzip() ? new CRC32() : new Adler32();
            if (head.needsDictionary()) {
                useDictionary();
            }
            stage = Stage.BLOCKS;
        }
        if (stage == Stage.BLOCKS) {
            blocks(in, out);
        }
        while (stage == Stage.TRAILER && !in.isEmpty()) {
            trailer(in.next());
        }
    }

    private void useDictionary() throws CodecException {
        if (dictionary == null) {
            throw CodecException.dictionary("Missing dictionary");
        }
        Adler32 id = new Adler32();
        id.update(dictionary);
        if ((int) id.getValue() != head.dictionaryId()) {
            throw CodecException.dictionary("Bad dictionary");
        }
        inflater.setDictionary(dictionary);
    }

    private void blocks(Piece in, Piece out) throws CodecException {
        inflater.setInput(in.array, in.offset(), in.remaining());
        try {
            while (!out.isEmpty() && !inflater.finished()) {
                int count = inflater.inflate(out.array, out.offset(), out.remaining());
                if (count == 0) {
                    break;
                }
                if (checksum != null) {
                    checksum.update(out.array, out.offset(), count);
                }
                out.skip(count);
            }
        } catch (DataFormatException e) {
            throw CodecException.data(e.getMessage() == null ? "Zlib error" : e.getMessage());
        } finally {
            in.skip(in.remaining() - inflater.getRemaining());
        }
        if (inflater.finished()) {
            stage = checksum == null ? Stage.END : Stage.TRAILER;
        }
    }

    /** Adler-32 with the high byte first; CRC-32 and the length modulo 2^32 with the low byte first. */
    private void trailer(int value) throws CodecException {
        if (!head.isGzip()) {
            trailer = trailer << 8 | value;
            if (++trailerBytes == 4) {
                check(trailer == checksum.getValue(), "incorrect data check");
                stage = Stage.END;
            }
            return;
        }
        trailer |= (long) value << 8 * (trailerBytes % 4);
        if (++trailerBytes == 4) {
            check(trailer == checksum.getValue(), "incorrect data check");
            trailer = 0;
        } else if (trailerBytes == 8) {
            check(trailer == (inflater.getBytesWritten() & 0xFFFF_FFFFL), "incorrect length check");
            stage = Stage.END;
        }
    }

    private static void check(boolean holds, String message) throws CodecException {
        if (!holds) {
            throw CodecException.data(message);
        }
    }

    private void restart() {
        inflater.reset();
        trailer = 0;
        trailerBytes = 0;
        checksum = null;
        failure = null;
        if (wrapper == Wrapper.RAW) {
            stage = Stage.BLOCKS;
            if (dictionary != null) {
                inflater.setDictionary(dictionary);
            }
        } else {
            stage = Stage.HEAD;
            head = new HeadReader(wrapper, windowBits);
        }
    }

    @Override
    public void reset() {
        restart();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
