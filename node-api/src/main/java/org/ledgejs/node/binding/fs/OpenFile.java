package org.ledgejs.node.binding.fs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

import com.oracle.truffle.api.TruffleFile;

import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.Operation;
import org.ledgejs.node.binding.UvErrors;

/** What a descriptor stands for: a file of the context's file system, or one of its standard streams. Any thread; one call at a time. */
abstract sealed class OpenFile permits OpenFile.OfChannel, OpenFile.OfStream, InheritedFile {
    /** For a position: where the last call ended. */
    static final long CURRENT = -1;
    /** The most that is handed to a channel at once: Java copies it through a buffer of its own of that size. */
    private static final int CHUNK = 1 << 18;

    /** @return bytes read, 0 at the end of the file */
    abstract int read(Bytes target, long position) throws IOException;

    /** Writes all of it. */
    abstract void write(Bytes source, long position) throws IOException;

    abstract void truncate(long length) throws IOException;

    /** How long the file says it is; 0 if it does not know. */
    abstract long size() throws IOException;

    /** Null for standard streams. */
    abstract TruffleFile file();

    abstract void close() throws IOException;

    /** The descriptor of the process. @throws IOException if there is none */
    int descriptor() throws IOException {
        throw new IOException("Bad file descriptor");
    }

    /** The rest, from the current position. */
    final byte[] readRest() throws IOException {
        long size = size();
        if (size > Integer.MAX_VALUE - 8) {
            throw new IOException("File too large");
        }
        byte[] bytes = new byte[(int) Math.max(size, 0)];
        int length = 0;
        while (true) {
            if (length == bytes.length) {
                byte[] more = new byte[size > 0 && length == size ? 1 : 8192];
                int n = read(Bytes.of(more), CURRENT);
                if (n <= 0) {
                    return bytes;
                }
                int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(length * 2L, length + 8192L));
                bytes = Arrays.copyOf(bytes, capacity);
                System.arraycopy(more, 0, bytes, length, n);
                length += n;
                continue;
            }
            int n = read(new Bytes(bytes, length, bytes.length - length), CURRENT);
            if (n <= 0) {
                return Arrays.copyOf(bytes, length);
            }
            length += n;
        }
    }

    static final class OfChannel extends OpenFile {
        private final TruffleFile file;
        private final SeekableByteChannel channel;
        private final OpenFlags flags;

        OfChannel(TruffleFile file, SeekableByteChannel channel, OpenFlags flags) {
            this.file = file;
            this.channel = channel;
            this.flags = flags;
        }

        @Override
        synchronized int read(Bytes target, long position) throws IOException {
            if (!flags.readable()) {
                throw Operation.failure(UvErrors.EBADF, "read");
            }
            if (position < 0) {
                return readFully(target);
            }
            long before = channel.position();
            if (position > before && position >= channel.size() && channel.size() > 0) {
                // Positions the system has none of are behind the end as well.
                return 0;
            }
            try {
                channel.position(position);
                return readFully(target);
            } finally {
                channel.position(before);
            }
        }

        /** As much as there is without waiting for more of a pipe than one read gives. */
        private int readFully(Bytes target) throws IOException {
            int length = target.length();
            int done = 0;
            while (done < length) {
                int wanted = Math.min(CHUNK, length - done);
                int n = channel.read(ByteBuffer.wrap(target.array(), target.offset() + done, wanted));
                if (n <= 0) {
                    break;
                }
                done += n;
                if (n < wanted) {
                    break;
                }
            }
            return done;
        }

        @Override
        synchronized void write(Bytes source, long position) throws IOException {
            if (!flags.writable()) {
                throw Operation.failure(UvErrors.EBADF, "write");
            }
            if (flags.append()) {
                // Java appends only where it may not read as well.
                if (flags.readable()) {
                    channel.position(channel.size());
                }
                writeFully(source);
            } else if (position < 0) {
                writeFully(source);
            } else {
                long before = channel.position();
                try {
                    channel.position(position);
                    writeFully(source);
                } finally {
                    channel.position(before);
                }
            }
        }

        private void writeFully(Bytes source) throws IOException {
            int done = 0;
            while (done < source.length()) {
                int n = Math.min(CHUNK, source.length() - done);
                done += channel.write(ByteBuffer.wrap(source.array(), source.offset() + done, n));
            }
        }

        @Override
        synchronized void truncate(long length) throws IOException {
            if (!flags.writable()) {
                throw Operation.failure(UvErrors.EINVAL, "ftruncate");
            }
            long size = channel.size();
            if (length < size) {
                long before = channel.position();
                channel.truncate(length);
                channel.position(before);
            } else if (length > size) {
                write(Bytes.of(new byte[1]), length - 1);
            }
        }

        @Override
        synchronized long size() throws IOException {
            try {
                return channel.size() - channel.position();
            } catch (IOException e) {
                // A pipe or a device: has neither.
                return 0;
            }
        }

        @Override
        TruffleFile file() {
            return file;
        }

        /** Length of the whole file. */
        synchronized long length() throws IOException {
            return channel.size();
        }

        @Override
        synchronized int descriptor() throws IOException {
            return RealDescriptor.of(file, channel);
        }

        /** Not synchronized: closing ends a read that blocks. */
        @Override
        void close() throws IOException {
            channel.close();
        }
    }

    /** Descriptor 0, 1 or 2. */
    static final class OfStream extends OpenFile {
        private final InputStream in;
        private final OutputStream out;

        OfStream(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        @Override
        int read(Bytes target, long position) throws IOException {
            if (in == null) {
                throw Operation.failure(UvErrors.EBADF, "read");
            }
            if (target.length() == 0) {
                return 0;
            }
            return Math.max(0, in.read(target.array(), target.offset(), target.length()));
        }

        @Override
        void write(Bytes source, long position) throws IOException {
            if (out == null) {
                throw Operation.failure(UvErrors.EBADF, "write");
            }
            out.write(source.array(), source.offset(), source.length());
            out.flush();
        }

        @Override
        void truncate(long length) {
            throw Operation.failure(UvErrors.EINVAL, "ftruncate");
        }

        @Override
        long size() {
            return 0;
        }

        @Override
        TruffleFile file() {
            return null;
        }

        /** The process keeps its standard streams. */
        @Override
        void close() { }
    }
}
