package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.StopIterationException;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownKeyException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

/** A Map instance (ECMA-262 §24.1). To the polyglot world its entries are hash entries. */
@ExportLibrary(InteropLibrary.class)
public final class JSMap extends JSObject {
    private final OrderedTable table = new OrderedTable();

    private JSMap(JSObject prototype) {
        super(ROOT, prototype);
    }

    public static JSMap create(JSObject prototype) {
        return new JSMap(prototype);
    }

    public OrderedTable table() {
        return table;
    }

    @Override
    public String className() {
        return "Map";
    }

    private static Object key(Object key) {
        return OrderedTable.normalize(ForeignValues.toGuest(key));
    }

    @ExportMessage
    boolean hasHashEntries() {
        return true;
    }

    @ExportMessage
    long getHashSize() {
        return table.size();
    }

    @ExportMessage(name = "isHashEntryReadable")
    @ExportMessage(name = "isHashEntryModifiable")
    @ExportMessage(name = "isHashEntryRemovable")
    @TruffleBoundary
    boolean hasEntry(Object key) {
        return table.find(key(key)) >= 0;
    }

    @ExportMessage
    boolean isHashEntryInsertable(Object key) {
        return !hasEntry(key);
    }

    @ExportMessage
    @TruffleBoundary
    Object readHashValue(Object key) throws UnknownKeyException {
        int index = table.find(key(key));
        if (index < 0) {
            throw UnknownKeyException.create(key);
        }
        return table.value(index);
    }

    @ExportMessage
    @TruffleBoundary
    void writeHashEntry(Object key, Object value) {
        table.put(key(key), ForeignValues.toGuest(value));
    }

    @ExportMessage
    @TruffleBoundary
    void removeHashEntry(Object key) throws UnknownKeyException {
        if (!table.remove(key(key))) {
            throw UnknownKeyException.create(key);
        }
    }

    @ExportMessage
    Object getHashEntriesIterator() {
        return new Entries(table);
    }

    /** The entries in order of insertion, each a list of key and value. Sees what is added meanwhile, as every iterator of a Map does. */
    @ExportLibrary(InteropLibrary.class)
    static final class Entries implements TruffleObject {
        private final OrderedTable table;
        private final OrderedTable.Cursor cursor;

        Entries(OrderedTable table) {
            this.table = table;
            this.cursor = table.new Cursor();
        }

        @ExportMessage
        boolean isIterator() {
            return true;
        }

        @ExportMessage
        @TruffleBoundary
        boolean hasIteratorNextElement() {
            return cursor.copy().next() >= 0;
        }

        @ExportMessage
        @TruffleBoundary
        Object getIteratorNextElement() throws StopIterationException {
            int index = cursor.next();
            if (index < 0) {
                throw StopIterationException.create();
            }
            return new InteropArray(table.key(index), table.value(index));
        }
    }
}
