package org.ledgejs.node.binding.zlib;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A decoder that reads from a stream, fed by pieces: it runs on a virtual thread of its own, which waits whenever there is no more input or no more room for
 * output. Whoever writes waits for that.
 */
final class PullDecoder implements Codec {
    /** What both Brotli and Zstandard call the operation that says that nothing more comes. */
    private static final int FINISH = 2;
    private static final int CHUNK = 16 * 1024;

    /** Makes the stream that decodes. */
    @FunctionalInterface
    interface Format {
        InputStream open(InputStream source) throws IOException;
    }

    /** What the program is told of a failure. */
    @FunctionalInterface
    interface Failures {
        CodecException describe(Throwable failure);
    }

    private enum Stage { WORKING, HUNGRY, FULL, DONE, FAILED }

    private final Format format;
    private final Failures failures;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Thread worker;
    private Stage stage;
    private Piece in;
    private Piece out;
    private boolean finishing;
    private CodecException failure;

    PullDecoder(Format format, Failures failures) {
        this.format = format;
        this.failures = failures;
    }

    @Override
    public void write(int flush, Piece input, Piece output) throws CodecException {
        lock.lock();
        try {
            finishing = flush == FINISH;
            in = input;
            out = output;
            if (stage == Stage.FULL || stage == Stage.HUNGRY && (finishing || !input.isEmpty())) {
                stage = Stage.WORKING;
                changed.signalAll();
            } else if (worker == null && !(input.isEmpty() && !finishing)) {
                stage = Stage.WORKING;
                worker = Thread.ofVirtual().name("ledge-decoder").start(this::decode);
            }
            while (stage == Stage.WORKING) {
                changed.awaitUninterruptibly();
            }
            if (stage == Stage.FAILED) {
                throw failure;
            }
        } finally {
            in = null;
            out = null;
            lock.unlock();
        }
    }

    private void decode() {
        Stage end = Stage.DONE;
        try (InputStream decoder = format.open(new Source())) {
            byte[] chunk = new byte[CHUNK];
            for (int count = decoder.read(chunk); count >= 0; count = decoder.read(chunk)) {
                give(chunk, count);
            }
        } catch (IOException | RuntimeException e) {
            failure = failures.describe(e);
            end = Stage.FAILED;
        }
        lock.lock();
        try {
            stage = end;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void give(byte[] chunk, int count) throws IOException {
        lock.lock();
        try {
            int given = out.put(chunk, 0, count);
            // Also when it fits exactly: there may be more.
            while (given < count || out.isEmpty()) {
                pause(Stage.FULL);
                given += out.put(chunk, given, count - given);
                if (given == count && !out.isEmpty()) {
                    return;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void pause(Stage reason) throws IOException {
        stage = reason;
        changed.signalAll();
        try {
            while (stage == reason) {
                changed.await();
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /** Where the decoder reads: the pieces one after the other. */
    private final class Source extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            lock.lock();
            try {
                while (in.isEmpty()) {
                    if (finishing) {
                        return -1;
                    }
                    pause(Stage.HUNGRY);
                }
                int count = Math.min(length, in.remaining());
                System.arraycopy(in.array, in.offset(), target, offset, count);
                in.skip(count);
                return count;
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void reset() {
        close();
        worker = null;
        stage = null;
        failure = null;
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.interrupt();
        }
    }
}
