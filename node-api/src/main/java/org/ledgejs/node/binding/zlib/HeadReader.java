package org.ledgejs.node.binding.zlib;

import java.util.zip.CRC32;

/** Reads what stands before compressed blocks (RFC 1950 §2.2, RFC 1952 §2.3), byte by byte. The messages are zlib's. */
final class HeadReader {
    private static final int DEFLATED = 8;
    private static final int MAX_WINDOW_BITS = 15;
    /** Flags of RFC 1952. */
    private static final int HAS_CRC = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int HAS_DICTIONARY = 0x20;

    private enum Stage { MAGIC, METHOD, FIXED, EXTRA_LENGTH, EXTRA, NAME, COMMENT, CRC, DICTIONARY, DONE }

    private final Wrapper wrapper;
    private final int windowBits;
    private Stage stage = Stage.MAGIC;
    private int count;
    private int number;
    private int flags;
    private boolean gzip;
    private boolean needsDictionary;
    private final CRC32 crc = new CRC32();

    /** @param windowBits the largest allowed; 0 for any */
    HeadReader(Wrapper wrapper, int windowBits) {
        this.wrapper = wrapper;
        this.windowBits = windowBits == 0 ? MAX_WINDOW_BITS : windowBits;
    }

    boolean isGzip() {
        return gzip;
    }

    boolean needsDictionary() {
        return needsDictionary;
    }

    /** The Adler-32 of the dictionary needed. */
    int dictionaryId() {
        return number;
    }

    /** @return whether the head is complete */
    boolean read(Piece in) throws CodecException {
        while (stage != Stage.DONE && !in.isEmpty()) {
            int value = in.next();
            int at = count++;
            if (gzip && stage != Stage.CRC) {
                crc.update(value);
            }
            accept(value, at);
        }
        return stage == Stage.DONE;
    }

    private void accept(int value, int at) throws CodecException {
        switch (stage) {
            case MAGIC -> magic(value, at);
            case METHOD -> method(value, at);
            // Time, flags of the compressor, operating system.
            case FIXED -> {
                if (at == 5) {
                    enter((flags & HAS_EXTRA) != 0 ? Stage.EXTRA_LENGTH : afterExtra());
                }
            }
            case EXTRA_LENGTH -> {
                number = at == 0 ? value : number | value << 8;
                if (at == 1) {
                    enter(number == 0 ? afterExtra() : Stage.EXTRA);
                }
            }
            case EXTRA -> {
                if (at == number - 1) {
                    enter(afterExtra());
                }
            }
            case NAME -> {
                if (value == 0) {
                    enter(afterName());
                }
            }
            case COMMENT -> {
                if (value == 0) {
                    enter(afterComment());
                }
            }
            case CRC -> {
                number = at == 0 ? value : number | value << 8;
                if (at == 1) {
                    if (number != (crc.getValue() & 0xFFFF)) {
                        throw CodecException.data("header crc mismatch");
                    }
                    enter(Stage.DONE);
                }
            }
            case DICTIONARY -> {
                number = number << 8 | value;
                if (at == 3) {
                    enter(Stage.DONE);
                }
            }
            default -> throw new IllegalStateException();
        }
    }

    private void magic(int value, int at) throws CodecException {
        if (at == 0) {
            number = value;
            return;
        }
        if (wrapper != Wrapper.ZLIB && number == 0x1F && value == 0x8B) {
            gzip = true;
            crc.update(number);
            crc.update(value);
            enter(Stage.METHOD);
            return;
        }
        if (wrapper == Wrapper.GZIP || (number << 8 | value) % 31 != 0) {
            throw CodecException.data("incorrect header check");
        }
        if ((number & 0xF) != DEFLATED) {
            throw CodecException.data("unknown compression method");
        }
        if ((number >> 4) + 8 > windowBits) {
            throw CodecException.data("invalid window size");
        }
        needsDictionary = (value & HAS_DICTIONARY) != 0;
        number = 0;
        enter(needsDictionary ? Stage.DICTIONARY : Stage.DONE);
    }

    private void method(int value, int at) throws CodecException {
        if (at == 0) {
            number = value;
            return;
        }
        if (number != DEFLATED) {
            throw CodecException.data("unknown compression method");
        }
        flags = value;
        if ((flags & RESERVED) != 0) {
            throw CodecException.data("unknown header flags set");
        }
        enter(Stage.FIXED);
    }

    private Stage afterExtra() {
        return (flags & HAS_NAME) != 0 ? Stage.NAME : afterName();
    }

    private Stage afterName() {
        return (flags & HAS_COMMENT) != 0 ? Stage.COMMENT : afterComment();
    }

    private Stage afterComment() {
        return (flags & HAS_CRC) != 0 ? Stage.CRC : Stage.DONE;
    }

    private void enter(Stage next) {
        stage = next;
        count = 0;
    }
}
