package org.ledgejs.node.binding.zlib;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import io.airlift.compress.zstd.ZstdInputStream;
import io.airlift.compress.zstd.ZstdOutputStream;

/** Zstandard (RFC 8878) over aircompressor. It compresses at one level, the usual one, and knows no dictionaries. */
final class Zstandard {
    private Zstandard() { }

    static Codec decoder() {
        return new PullDecoder(ZstdInputStream::new, failure -> {
            String message = String.valueOf(failure.getMessage());
            if (message.contains("magic")) {
                return new CodecException("Unknown frame descriptor", -10, "ZSTD_error_prefix_unknown");
            }
            if (message.contains("Not enough input")) {
                return CodecException.truncated();
            }
            if (message.contains("hecksum")) {
                return new CodecException("Restored data doesn't match checksum", -22, "ZSTD_error_checksum_wrong");
            }
            return new CodecException("Data corruption detected", -20, "ZSTD_error_corruption_detected");
        });
    }

    /** @param size how many bytes are to be compressed, as promised; negative if nobody said */
    static Codec encoder(long size) {
        return new PushEncoder(target -> new Frames(target, size));
    }

    /** Flushing ends a frame: the next bytes begin another one, which readers of this format expect. */
    private static final class Frames implements PushEncoder.Encoder {
        private final ByteArrayOutputStream target;
        private final long promised;
        private OutputStream frame;
        private long total;
        private boolean any;

        Frames(ByteArrayOutputStream target, long promised) {
            this.target = target;
            this.promised = promised;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (frame == null) {
                frame = new ZstdOutputStream(target);
            }
            any = true;
            frame.write(bytes, offset, length);
            total += length;
        }

        @Override
        public void flush() throws IOException {
            if (frame != null) {
                frame.close();
                frame = null;
            }
        }

        @Override
        public void finish() throws IOException, CodecException {
            if (promised >= 0 && promised != total) {
                throw new CodecException("Src size is incorrect", -72, "ZSTD_error_srcSize_wrong");
            }
            if (frame == null && !any) {
                frame = new ZstdOutputStream(target);
            }
            flush();
        }
    }
}
