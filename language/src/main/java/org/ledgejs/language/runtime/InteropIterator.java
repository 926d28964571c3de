package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.StopIterationException;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

import org.ledgejs.language.runtime.Iteration.IteratorRecord;

/** An iterator of the language for the polyglot world, which asks whether there is more before it takes it. */
@ExportLibrary(InteropLibrary.class)
public final class InteropIterator implements TruffleObject {
    private final IteratorRecord record;
    /** The element looked ahead at, or null. */
    private Object ahead;

    InteropIterator(IteratorRecord record) {
        this.record = record;
    }

    @ExportMessage
    boolean isIterator() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    boolean hasIteratorNextElement() {
        if (ahead == null && !record.done) {
            ahead = Iteration.stepValue(record);
        }
        return ahead != null;
    }

    @ExportMessage
    Object getIteratorNextElement() throws StopIterationException {
        if (!hasIteratorNextElement()) {
            throw StopIterationException.create();
        }
        Object element = ahead;
        ahead = null;
        return element;
    }

    @ExportMessage
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return "[Iterator]";
    }
}
