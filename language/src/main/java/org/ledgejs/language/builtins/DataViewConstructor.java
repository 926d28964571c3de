package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSBuffer;
import org.ledgejs.language.runtime.JSDataView;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** The DataView constructor (ECMA-262 §25.3.2). */
final class DataViewConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("DataView", 1, DataViewConstructor::construct);

    private DataViewConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.DATA_VIEW, Intrinsic.DATA_VIEW_PROTOTYPE, CONSTRUCTOR, new PropertyTable());
    }

    private static Object construct(@SuppressWarnings("unused") Realm realm, JSObject newTarget, Args args) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor DataView requires 'new'");
        }
        if (!(args.get(0) instanceof JSBuffer buffer)) {
            throw Errors.typeError("First argument to DataView constructor must be an ArrayBuffer");
        }
        long offset = Conversions.toIndex(args.get(1), "Start offset " + Errors.describe(args.get(1)) + " is outside the bounds of the buffer");
        requireAttached(buffer);
        int bufferLength = buffer.byteLength();
        requireOffset(offset, bufferLength);
        long length = JSDataView.AUTO;
        boolean given = args.get(2) != Undefined.INSTANCE;
        if (given) {
            length = Conversions.toIndex(args.get(2), "Invalid DataView length " + Errors.describe(args.get(2)));
            requireEnd(offset, length, bufferLength);
        } else if (buffer.isFixedLength()) {
            length = bufferLength - offset;
        }
        JSObject prototype = ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.DATA_VIEW_PROTOTYPE);
        // Converting the length or looking the prototype up may have detached or shrunk the buffer.
        requireAttached(buffer);
        requireOffset(offset, buffer.byteLength());
        if (given) {
            requireEnd(offset, length, buffer.byteLength());
        }
        return JSDataView.create(prototype, buffer, (int) offset, (int) length);
    }

    private static void requireAttached(JSBuffer buffer) {
        if (buffer.isDetached()) {
            throw Errors.typeError("Cannot perform DataView on a detached ArrayBuffer");
        }
    }

    private static void requireOffset(long offset, int bufferLength) {
        if (offset > bufferLength) {
            throw Errors.rangeError("Start offset " + offset + " is outside the bounds of the buffer");
        }
    }

    private static void requireEnd(long offset, long length, int bufferLength) {
        if (length > bufferLength - offset) {
            throw Errors.rangeError("Invalid DataView length " + length);
        }
    }
}
