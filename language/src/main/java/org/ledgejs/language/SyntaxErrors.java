package org.ledgejs.language;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSError;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.syntax.SyntaxException;

/** Early errors as exceptions of the language. */
final class SyntaxErrors {
    private SyntaxErrors() { }

    /** @param source where to show it */
    static JSException of(SyntaxException error, Source source) {
        JSException exception = Errors.error(Intrinsic.SYNTAX_ERROR_PROTOTYPE, error.getMessage());
        int offset = Math.min(error.offset(), source.getLength());
        int length = Math.min(error.length(), source.getLength() - offset);
        SourceSection section = source.createSection(offset, length);
        exception.markEarlyError(section, error.incomplete());
        ((JSError) exception.value()).setEarlyErrorSection(section);
        return exception;
    }
}
