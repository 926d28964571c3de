package org.ledgejs.hardware.diozero;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

/** An array of a program. */
@ExportLibrary(InteropLibrary.class)
final class Bytes implements TruffleObject {

    final Object[] elements;

    Bytes(Object... elements) {
        this.elements = elements;
    }

    @ExportMessage
    boolean hasArrayElements() {
        return true;
    }

    @ExportMessage
    long getArraySize() {
        return elements.length;
    }

    @ExportMessage
    @ExportMessage(name = "isArrayElementModifiable")
    boolean isArrayElementReadable(long index) {
        return index >= 0 && index < elements.length;
    }

    @ExportMessage
    boolean isArrayElementInsertable(@SuppressWarnings("unused") long index) {
        return false;
    }

    @ExportMessage
    Object readArrayElement(long index) {
        return elements[(int) index];
    }

    @ExportMessage
    void writeArrayElement(long index, Object value) {
        elements[(int) index] = value;
    }
}
