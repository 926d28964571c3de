package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.api.strings.TruffleString;

/** An Error instance (ECMA-262 §20.5.4): has [[ErrorData]], and a stack. */
@ExportLibrary(InteropLibrary.class)
public final class JSError extends JSObject {
    public static final Shape ERROR_ROOT = shapeBuilder().build();
    public static final TruffleString MESSAGE_KEY = Strings.constant("message");
    private static final TruffleString NAME_KEY = Strings.constant("name");

    private StackTrace trace;

    /** Where the text is wrong, for an early error; else null. */
    private SourceSection earlyErrorSection;

    private JSError(JSObject prototype) {
        super(ERROR_ROOT, prototype);
    }

    /** An error without properties; a constructor of the library adds message and cause, then {@link #captureStack}. */
    public static JSError create(JSObject prototype) {
        return new JSError(prototype);
    }

    /** An error of the engine, with its message and no stack yet. */
    @TruffleBoundary
    public static JSError create(Realm realm, Intrinsic prototype, String message) {
        JSError error = new JSError(realm.intrinsic(prototype));
        Properties.put(error, MESSAGE_KEY, Strings.of(message), PropertyFlags.METHOD);
        return error;
    }

    @Override
    public String className() {
        return "Error";
    }

    /** Gives the object its {@code stack} as of now. @param location where it arose, or null @param skipUntil frames down to this function's are left out; or null */
    @TruffleBoundary
    public void captureStack(Node location, JSFunction skipUntil) {
        trace = StackTrace.capture(location, skipUntil, Realm.get(null));
        StackTrace.install(this, trace);
    }

    /** Where it was made, or null. */
    public StackTrace trace() {
        return trace;
    }

    /** Where the text is wrong, for an early error; else null. */
    public SourceSection earlyErrorSection() {
        return earlyErrorSection;
    }

    public void setEarlyErrorSection(SourceSection section) {
        earlyErrorSection = section;
    }

    /** "Name: message" as Error.prototype.toString would, without running guest code. */
    @TruffleBoundary
    public String headline() {
        String name = text(NAME_KEY, "Error");
        String message = text(MESSAGE_KEY, "");
        return name.isEmpty() ? message : message.isEmpty() ? name : name + ": " + message;
    }

    private String text(TruffleString key, String otherwise) {
        for (JSObject o = this; o != null && !(o instanceof JSProxy); o = o.prototype()) {
            if (Properties.has(o, key)) {
                String text = Inspector.dataText(o, key);
                return text == null ? otherwise : text;
            }
        }
        return otherwise;
    }

    @ExportMessage
    boolean isException() {
        return true;
    }

    @ExportMessage
    RuntimeException throwException() {
        throw new JSException(this, null);
    }

    @ExportMessage
    ExceptionType getExceptionType() {
        return ExceptionType.RUNTIME_ERROR;
    }

    @ExportMessage
    boolean hasExceptionMessage() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getExceptionMessage() {
        return Strings.of(headline());
    }

    @ExportMessage
    @TruffleBoundary
    boolean hasExceptionCause() {
        return InteropLibrary.getUncached().isException(cause());
    }

    @ExportMessage
    Object getExceptionCause() throws UnsupportedMessageException {
        if (!hasExceptionCause()) {
            throw UnsupportedMessageException.create();
        }
        return cause();
    }

    private Object cause() {
        return InteropMembers.peek(this, PropertyKey.of("cause"));
    }

    @ExportMessage
    boolean hasExceptionStackTrace() {
        return trace != null;
    }

    @ExportMessage
    @TruffleBoundary
    Object getExceptionStackTrace() throws UnsupportedMessageException {
        if (trace == null) {
            throw UnsupportedMessageException.create();
        }
        return new InteropArray(trace.frames().stream().map(InteropFrame::new).toArray());
    }
}
