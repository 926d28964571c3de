package org.ledgejs.language.code;

import java.nio.ByteBuffer;

/** Reads ops and operands of one function in order. It trusts the code: what comes from outside goes through {@link CodeVerifier} first. */
public final class CodeCursor {
    private final CodeUnit unit;
    private final ByteBuffer code;
    private final int end;
    private int at;
    private int lastStart;
    private int sourceStart = -1;
    private int sourceLength;

    CodeCursor(CodeUnit unit, int at, int end) {
        this.unit = unit;
        this.code = unit.code();
        this.at = at;
        this.end = end;
    }

    public boolean atEnd() {
        return at >= end;
    }

    public int offset() {
        return at;
    }

    /** The next op; its source range, if it has one, is then in {@link #sourceStart} and {@link #sourceLength}. */
    public Op op() {
        int b = code.get(at++) & 0xFF;
        sourceStart = -1;
        if (b == Op.POSITION) {
            lastStart += signed();
            sourceStart = lastStart;
            sourceLength = unsigned();
            b = code.get(at++) & 0xFF;
        }
        return Op.of(b);
    }

    /** Offset in the source of the op read last, or -1. */
    public int sourceStart() {
        return sourceStart;
    }

    public int sourceLength() {
        return sourceLength;
    }

    public int unsigned() {
        int result = 0;
        for (int shift = 0;; shift += 7) {
            byte b = code.get(at++);
            result |= (b & 0x7F) << shift;
            if (b >= 0) {
                return result;
            }
        }
    }

    public int signed() {
        int z = unsigned();
        return (z >>> 1) ^ -(z & 1);
    }

    public double number() {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits |= (code.get(at++) & 0xFFL) << (8 * i);
        }
        return Double.longBitsToDouble(bits);
    }

    public int flags() {
        return code.get(at++) & 0xFF;
    }

    public String string() {
        return unit.string(unsigned());
    }

    /** A string, or null for none. */
    public String optionalString() {
        int index = unsigned();
        return index == 0 ? null : unit.string(index - 1);
    }

    /** An index, or -1 for none: OPT_SLOT, MAPPING, CLASS's field initialiser. */
    public int optionalIndex() {
        return unsigned() - 1;
    }
}
