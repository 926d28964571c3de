package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSSharedArrayBuffer;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** Properties of the SharedArrayBuffer prototype (ECMA-262 §25.2.5). */
final class SharedArrayBufferPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .getter("byteLength", (realm, thisValue, args) -> thisBuffer(thisValue, "byteLength").byteLength())
            .intrinsic("constructor", Intrinsic.SHARED_ARRAY_BUFFER)
            .method("grow", 1, SharedArrayBufferPrototype::grow)
            .getter("growable", (realm, thisValue, args) -> !thisBuffer(thisValue, "growable").isFixedLength())
            .getter("maxByteLength", (realm, thisValue, args) -> thisBuffer(thisValue, "maxByteLength").maxByteLength())
            .method("slice", 2, SharedArrayBufferPrototype::slice)
            .toStringTag("SharedArrayBuffer");

    private SharedArrayBufferPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.SHARED_ARRAY_BUFFER_PROTOTYPE, JSObject.create(realm));
        TABLE.define(realm, prototype);
        return prototype;
    }

    private static JSSharedArrayBuffer thisBuffer(Object value, String method) {
        if (value instanceof JSSharedArrayBuffer buffer) {
            return buffer;
        }
        throw Errors.typeError("Method SharedArrayBuffer.prototype." + method + " called on incompatible receiver " + Errors.describe(value));
    }

    /** §25.2.5.3. */
    private static Object grow(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSSharedArrayBuffer buffer = thisBuffer(thisValue, "grow");
        if (buffer.isFixedLength()) {
            throw Errors.typeError("Method SharedArrayBuffer.prototype.grow called on incompatible receiver " + Errors.describe(buffer));
        }
        String message = "SharedArrayBuffer.prototype.grow: Invalid length parameter";
        if (!buffer.sharedBytes().grow(Conversions.toIndex(args.get(0), message))) {
            throw Errors.rangeError(message);
        }
        return Undefined.INSTANCE;
    }

    /** §25.2.5.6. */
    private static Object slice(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSSharedArrayBuffer buffer = thisBuffer(thisValue, "slice");
        int length = buffer.byteLength();
        int first = (int) RelativeIndex.start(args.get(0), length);
        int end = (int) RelativeIndex.end(args.get(1), length);
        int newLength = Math.max(end - first, 0);
        JSObject constructor = ObjectOperations.speciesConstructor(buffer, Intrinsic.SHARED_ARRAY_BUFFER);
        if (!(ObjectOperations.construct(constructor, new Object[] {newLength}, constructor) instanceof JSSharedArrayBuffer result)) {
            throw Errors.typeError("Species constructor did not return a SharedArrayBuffer");
        }
        ArrayBufferPrototype.requireSliceTarget(buffer, result, newLength);
        ArrayBufferPrototype.copySlice(buffer, result, first, newLength);
        return result;
    }
}
