package org.ledgejs.language.code;

/** A unit that no resolver writes: damaged, or made to do harm. */
public final class MalformedCodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    MalformedCodeException(String reason, int offset) {
        super(offset < 0 ? reason : reason + " at code offset " + offset, null, false, false);
        this.offset = offset;
    }

    /** Offset in the unit's code, or -1 where a table is wrong. */
    public int offset() {
        return offset;
    }
}
