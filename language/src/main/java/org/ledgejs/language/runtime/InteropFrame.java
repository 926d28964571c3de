package org.ledgejs.language.runtime;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.runtime.StackTrace.CallSite;

/** A frame of an error's stack for the polyglot world. */
@ExportLibrary(InteropLibrary.class)
final class InteropFrame implements TruffleObject {
    private final CallSite site;

    InteropFrame(CallSite site) {
        this.site = site;
    }

    @ExportMessage
    boolean hasExecutableName() {
        return true;
    }

    @ExportMessage
    Object getExecutableName() {
        return Strings.of(site.functionName().isEmpty() ? "<anonymous>" : site.functionName());
    }

    @ExportMessage
    boolean hasSourceLocation() {
        return site.position() != null;
    }

    @ExportMessage
    SourceSection getSourceLocation() throws UnsupportedMessageException {
        if (site.position() == null) {
            throw UnsupportedMessageException.create();
        }
        return site.position();
    }
}
