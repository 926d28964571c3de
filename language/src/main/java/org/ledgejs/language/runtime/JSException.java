package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.LedgeLanguage;

/** A value thrown by the program or by an operation on its behalf. */
@ExportLibrary(InteropLibrary.class)
@SuppressWarnings("serial")
public final class JSException extends AbstractTruffleException {
    private final transient Object value;
    /** Where the source is no program, if that is what was thrown; else null. */
    private transient SourceSection earlyError;
    private boolean incomplete;

    /** @param location where it was thrown, or null */
    public JSException(Object value, Node location) {
        super(location);
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

    // The members of a thrown object, for hosts that caught it.

    @ExportMessage
    boolean hasMembers() {
        return value instanceof JSObject;
    }

    private JSObject object() throws UnsupportedMessageException {
        if (value instanceof JSObject object) {
            return object;
        }
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    Object getMembers(boolean includeInternal) throws UnsupportedMessageException {
        return object().getMembers(includeInternal);
    }

    @ExportMessage
    boolean isMemberReadable(String member) {
        return value instanceof JSObject object && object.isMemberReadable(member);
    }

    @ExportMessage
    Object readMember(String member) throws UnsupportedMessageException, UnknownIdentifierException {
        return object().readMember(member);
    }

    @ExportMessage
    boolean isMemberInvocable(String member) {
        return value instanceof JSObject object && object.isMemberInvocable(member);
    }

    @ExportMessage
    Object invokeMember(String member, Object[] arguments) throws UnsupportedMessageException, UnknownIdentifierException {
        return object().invokeMember(member, arguments);
    }

    @ExportMessage
    boolean hasMetaObject() {
        return value instanceof JSObject object && object.hasMetaObject();
    }

    @ExportMessage
    Object getMetaObject() throws UnsupportedMessageException {
        return object().getMetaObject();
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
