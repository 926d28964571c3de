package org.ledgejs.language.syntax;

import org.ledgejs.language.source.SourceText;

/** An early error: the source is not a program. Carries no Java stack trace, because the position is what matters. */
public final class SyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which ECMAScript error the host throws. */
    public enum Kind {
        SYNTAX_ERROR, REFERENCE_ERROR
    }

    private final transient SourceText source;
    private final Kind kind;
    private final int offset;
    private final int length;
    private final boolean incomplete;

    SyntaxException(SourceText source, Kind kind, String message, int offset, int length, boolean incomplete) {
        super(message, null, false, false);
        this.source = source;
        this.kind = kind;
        this.offset = offset;
        this.length = length;
        this.incomplete = incomplete;
    }

    public SourceText source() {
        return source;
    }

    public Kind kind() {
        return kind;
    }

    /** Offset of the offending text in UTF-16 code units. */
    public int offset() {
        return offset;
    }

    /** Length of the offending text; may be 0 at the end of input. */
    public int length() {
        return length;
    }

    /** Whether more input could still make this a program: a prompt asks for another line instead of complaining. */
    public boolean incomplete() {
        return incomplete;
    }
}
