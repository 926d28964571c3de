package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.StopIterationException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;

/** An iterator over what another language or the host lets iterate: for-of, spreading and patterns go through it. */
public final class JSForeignIterator extends JSObject {
    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();

    private final Object iterator;

    private JSForeignIterator(JSObject prototype, Object iterator) {
        super(ROOT, prototype);
        this.iterator = iterator;
    }

    /** Whether {@link #create} has something to iterate over. */
    @TruffleBoundary
    public static boolean isIterable(Object value) {
        return INTEROP.hasIterator(value) || INTEROP.isIterator(value) || INTEROP.hasHashEntries(value);
    }

    /** @param value an iterable, an iterator, or hash entries, which come as pairs of key and value */
    @TruffleBoundary
    public static JSForeignIterator create(Realm realm, Object value) {
        try {
            Object iterator = INTEROP.hasIterator(value) ? INTEROP.getIterator(value)
                    : INTEROP.isIterator(value) ? value : INTEROP.getHashEntriesIterator(value);
            return new JSForeignIterator(realm.intrinsic(Intrinsic.FOREIGN_ITERATOR_PROTOTYPE), iterator);
        } catch (UnsupportedMessageException e) {
            throw Errors.notIterable(value, null);
        }
    }

    /** The next element, or null at the end. */
    @TruffleBoundary
    public Object advance() {
        try {
            return INTEROP.hasIteratorNextElement(iterator) ? ForeignValues.toGuest(INTEROP.getIteratorNextElement(iterator)) : null;
        } catch (StopIterationException e) {
            return null;
        } catch (UnsupportedMessageException e) {
            throw Errors.typeError("An element of the iterator cannot be read");
        }
    }
}
