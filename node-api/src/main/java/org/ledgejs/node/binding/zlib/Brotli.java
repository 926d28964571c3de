package org.ledgejs.node.binding.zlib;

import org.brotli.dec.BrotliInputStream;

/** Brotli (RFC 7932): compression of our own; decompression by the library of the format's authors, whose reader takes 4 KiB at a time. */
final class Brotli {
    private Brotli() { }

    static Codec encoder(int windowBits, int quality) {
        return new PushEncoder(target -> new BrotliEncoder(target, windowBits, quality));
    }

    static Codec decoder() {
        return new PullDecoder(BrotliInputStream::new, failure -> {
            Throwable reason = failure.getCause() == null ? failure : failure.getCause();
            String message = String.valueOf(reason.getMessage());
            if (message.contains("Unused bytes after end")) {
                return null;
            }
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
}
