package org.ledgejs.language.syntax;

import org.ledgejs.language.source.SourceText;

/** An early error: the source is not a program, and a SyntaxError is thrown for it. Carries no Java stack trace, because the position is what matters. */
public final class SyntaxException extends RuntimeException {

    static final String TOO_DEEP = "Source is too deeply nested";
    private static final long serialVersionUID = 1L;

    private final transient SourceText source;
    private final int offset;
    private final int length;
    private final boolean incomplete;

    SyntaxException(SourceText source, String message, int offset, int length, boolean incomplete) {
        super(message, null, false, false);
        this.source = source;
        this.offset = Math.min(offset, source.length());
        this.length = Math.min(length, source.length() - this.offset);
        this.incomplete = incomplete;
    }

    /** The source as a whole nests deeper than can be dealt with. */
    public static SyntaxException tooDeep(SourceText source) {
        return new SyntaxException(source, TOO_DEEP, 0, 0, false);
    }

    public SourceText source() {
        return source;
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
