package org.ledgejs.node.binding.zlib;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;

import org.brotli.dec.BrotliInputStream;

/** Brotli (RFC 7932): compression of our own; decompression by the library of the format's authors, whose reader takes 4 KiB at a time. */
final class Brotli {
    /** What the library says when something follows the end of the data, which nobody minds. */
    private static final String MORE_THAN_ALL = "Unused bytes after end";

    private Brotli() { }

    static Codec encoder(int windowBits, int quality) {
        return new PushEncoder(target -> new BrotliEncoder(target, windowBits, quality));
    }

    static Codec decoder() {
        return new PullDecoder(source -> new Reader(new BrotliInputStream(source)), failure -> {
            String message = message(failure);
            if (message.contains("No more input") || message.contains("Unexpected end") || message.contains("Read after end")) {
                return CodecException.truncated();
            }
            String code = message.contains("padding") ? "PADDING_1"
                    : message.contains("reserved") || message.contains("Reserved") ? "RESERVED"
                    : message.contains("nibble") ? "EXUBERANT_NIBBLE"
                    : message.contains("Huffman") ? "HUFFMAN_SPACE"
                    : message.contains("context map") ? "CONTEXT_MAP_REPEAT"
                    : message.contains("istance") ? "DISTANCE"
                    : message.contains("dictionary") || message.contains("backward reference") ? "DICTIONARY"
                    : "BLOCK_LENGTH_1";
            return new CodecException("Decompression failed", -14, "ERR__ERROR_FORMAT_" + code);
        });
    }

    private static String message(Throwable failure) {
        Throwable reason = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(reason.getMessage());
    }

    /** The library's stream, without the failure about what follows the end: the last bytes were decoded before it, and only its state says how many. */
    private static final class Reader extends FilterInputStream {
        private boolean ended;

        Reader(InputStream decoder) {
            super(decoder);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (ended) {
                return -1;
            }
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                if (!message(e).contains(MORE_THAN_ALL)) {
                    throw e;
                }
                ended = true;
                int count = decoded();
                return count == 0 ? -1 : count;
            }
        }

        private int decoded() throws IOException {
            try {
                Field field = BrotliInputStream.class.getDeclaredField("state");
                field.setAccessible(true);
                Object state = field.get(in);
                Field used = state.getClass().getDeclaredField("outputUsed");
                used.setAccessible(true);
                return used.getInt(state);
            } catch (ReflectiveOperationException e) {
                throw new IOException(e);
            }
        }
    }
}
