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
    /** Hidden in an iterator that was asked from outside: what it is ahead. */
    private static final Object KEY = new PrivateName.Key();

    private final IteratorRecord record;
    /** The element looked ahead at, or null. */
    private Object ahead;

    private InteropIterator(IteratorRecord record) {
        this.record = record;
    }

    /** The iterator of a record for the outside: itself, if that can tell from what is stored in it that it is one. */
    static Object of(IteratorRecord record) {
        return record.iterator instanceof JSObject object && InteropMembers.isIterator(object) ? object : new InteropIterator(record);
    }

    /** What an object that is an iterator keeps for those who ask from outside. */
    @TruffleBoundary
    static InteropIterator of(JSObject object) {
        if (Properties.stored(object, KEY) instanceof InteropIterator known) {
            return known;
        }
        InteropIterator iterator = new InteropIterator(Iteration.getIteratorDirect(object));
        Properties.put(object, KEY, iterator, PropertyFlags.DEFAULT);
        return iterator;
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
