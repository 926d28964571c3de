package org.ledgejs.language.runtime;

import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.TruffleStackTrace;
import com.oracle.truffle.api.TruffleStackTraceElement;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.api.utilities.TriState;

import org.ledgejs.language.LedgeLanguage;

/** A value thrown by the program or by an operation on its behalf. To hosts that caught it it is the value itself, and an exception. */
@ExportLibrary(value = InteropLibrary.class, delegateTo = "value")
@SuppressWarnings("serial")
public final class JSException extends AbstractTruffleException {
    /** For the embedder, who may ask for frames; the program's own view of them is the {@code stack} of an error. */
    private static final int FRAMES = 50;

    final transient Object value;
    /** Where the source is no program, if that is what was thrown; else null. */
    private transient SourceSection earlyError;
    private boolean incomplete;

    /** @param location where it was thrown, or null */
    public JSException(Object value, Node location) {
        super(null, null, FRAMES, location);
        this.value = value;
    }

    /** The thrown value: any value of the language. */
    public Object value() {
        return value;
    }

    /** Notes that a source could not be parsed. @param moreInput whether more text could make it a program */
    public void markEarlyError(SourceSection section, boolean moreInput) {
        earlyError = section;
        incomplete = moreInput;
    }

    @Override
    public String getMessage() {
        return Errors.messageOf(value);
    }

    @ExportMessage
    ExceptionType getExceptionType() {
        return earlyError == null ? ExceptionType.RUNTIME_ERROR : ExceptionType.PARSE_ERROR;
    }

    @ExportMessage
    boolean isExceptionIncompleteSource() {
        return incomplete;
    }

    @ExportMessage
    @TruffleBoundary
    boolean hasSourceLocation() {
        return section() != null;
    }

    @ExportMessage(name = "getSourceLocation")
    @TruffleBoundary
    SourceSection sourceLocation() throws UnsupportedMessageException {
        SourceSection section = section();
        if (section == null) {
            throw UnsupportedMessageException.create();
        }
        return section;
    }

    private SourceSection section() {
        return earlyError != null ? earlyError : getLocation() == null ? null : getLocation().getEncapsulatingSourceSection();
    }

    @ExportMessage
    boolean isException() {
        return true;
    }

    @ExportMessage
    RuntimeException throwException() {
        throw this;
    }

    @ExportMessage
    boolean hasExceptionMessage() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getExceptionMessage() {
        return Strings.of(getMessage());
    }

    /** The frames of an error are where it was made, of another value where it was thrown. */
    @ExportMessage
    boolean hasExceptionStackTrace() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getExceptionStackTrace() throws UnsupportedMessageException {
        if (value instanceof JSError error && error.trace() != null) {
            return error.getExceptionStackTrace();
        }
        List<TruffleStackTraceElement> frames = TruffleStackTrace.getStackTrace(this);
        return frames == null ? new InteropArray() : new InteropArray(frames.stream().map(TruffleStackTraceElement::getGuestObject).toArray());
    }

    @ExportMessage
    TriState isIdenticalOrUndefined(Object other) {
        Object otherValue = other instanceof JSException exception ? exception.value : other;
        return value instanceof JSObject && otherValue instanceof JSObject ? TriState.valueOf(value == otherValue) : TriState.valueOf(this == other);
    }

    @ExportMessage
    @TruffleBoundary
    int identityHashCode() {
        return System.identityHashCode(value instanceof JSObject ? value : this);
    }

    @ExportMessage
    boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    Class<? extends TruffleLanguage<?>> getLanguage() {
        return LedgeLanguage.class;
    }

    @ExportMessage
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return Strings.of(Inspector.display(value));
    }
}
