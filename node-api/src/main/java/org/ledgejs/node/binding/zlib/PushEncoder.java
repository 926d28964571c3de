package org.ledgejs.node.binding.zlib;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An encoder that gives as much output at once as it likes, drained by pieces. */
final class PushEncoder implements Codec {

    /** The format itself. What it writes goes to the stream it was made with. */
    interface Encoder {
        void write(byte[] bytes, int offset, int length) throws IOException;

        /** Makes all that was written readable for the other side. */
        void flush() throws IOException;

        void finish() throws IOException, CodecException;
    }

    /** Makes an encoder that writes to a stream. */
    @FunctionalInterface
    interface Format {
        Encoder open(ByteArrayOutputStream target) throws IOException;
    }

    private static final int PROCESS = 0;
    private static final int FLUSH = 1;
    private static final int FINISH = 2;

    private final Format format;
    private final ByteArrayOutputStream target = new ByteArrayOutputStream();
    private Encoder encoder;
    private byte[] pending = {};
    private int given;
    private boolean finished;
    /** Whether the last operation was carried out already, and only its output is asked for. */
    private boolean done;

    PushEncoder(Format format) {
        this.format = format;
    }

    @Override
    public void write(int flush, Piece in, Piece out) throws CodecException {
        try {
            if (encoder == null) {
                encoder = format.open(target);
            }
            if (!in.isEmpty()) {
                done = false;
                encoder.write(in.array, in.offset(), in.remaining());
                in.skip(in.remaining());
            }
            if (given == pending.length || !done) {
                perform(flush);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        given += out.put(pending, given, pending.length - given);
        if (!out.isEmpty()) {
            done = false;
        }
    }

    private void perform(int flush) throws IOException, CodecException {
        if (finished) {
            return;
        }
        if (flush == FLUSH && !done) {
            encoder.flush();
        } else if (flush == FINISH) {
            encoder.finish();
            finished = true;
        }
        done = flush != PROCESS;
        byte[] rest = new byte[pending.length - given + target.size()];
        System.arraycopy(pending, given, rest, 0, pending.length - given);
        System.arraycopy(target.toByteArray(), 0, rest, pending.length - given, target.size());
        target.reset();
        pending = rest;
        given = 0;
    }

    @Override
    public void reset() {
        encoder = null;
        target.reset();
        pending = new byte[0];
        given = 0;
        finished = false;
        done = false;
    }

    @Override
    public void close() { }
}
