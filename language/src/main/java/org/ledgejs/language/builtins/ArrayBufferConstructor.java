package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArrayBuffer;
import org.ledgejs.language.runtime.JSBuffer;
import org.ledgejs.language.runtime.JSBufferView;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSSharedArrayBuffer;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.SharedBytes;
import org.ledgejs.language.runtime.Undefined;

/** The ArrayBuffer and SharedArrayBuffer constructors (ECMA-262 §25.1.4, §25.2.3). */
final class ArrayBufferConstructor {
    private static final Builtin ARRAY_BUFFER = Builtin.constructor("ArrayBuffer", 1, ArrayBufferConstructor::construct);
    private static final Builtin SHARED_ARRAY_BUFFER = Builtin.constructor("SharedArrayBuffer", 1, ArrayBufferConstructor::constructShared);
    private static final PropertyTable STATICS = new PropertyTable()
            .method("isView", 1, (realm, thisValue, args) -> args.get(0) instanceof JSBufferView)
            .species();
    private static final PropertyTable SHARED_STATICS = new PropertyTable().species();

    private ArrayBufferConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.ARRAY_BUFFER, Intrinsic.ARRAY_BUFFER_PROTOTYPE, ARRAY_BUFFER, STATICS);
    }

    static JSObject createShared(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.SHARED_ARRAY_BUFFER, Intrinsic.SHARED_ARRAY_BUFFER_PROTOTYPE, SHARED_ARRAY_BUFFER, SHARED_STATICS);
    }

    /** §25.1.4.1. */
    private static Object construct(@SuppressWarnings("unused") Realm realm, JSObject newTarget, Args args) {
        requireNew(newTarget, "ArrayBuffer");
        long byteLength = Conversions.toIndex(args.get(0), "Invalid array buffer length");
        long maximum = maxByteLengthOption(args.get(1));
        requireWithin(byteLength, maximum);
        JSObject prototype = ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.ARRAY_BUFFER_PROTOTYPE);
        return maximum < 0 ? JSArrayBuffer.create(prototype, JSBuffer.allocate(byteLength))
                : JSArrayBuffer.createResizable(prototype, (int) Math.min(byteLength, Integer.MAX_VALUE), maximum);
    }

    /** §25.2.3.1. */
    private static Object constructShared(@SuppressWarnings("unused") Realm realm, JSObject newTarget, Args args) {
        requireNew(newTarget, "SharedArrayBuffer");
        long byteLength = Conversions.toIndex(args.get(0), "Invalid array buffer length");
        long maximum = maxByteLengthOption(args.get(1));
        requireWithin(byteLength, maximum);
        JSObject prototype = ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.SHARED_ARRAY_BUFFER_PROTOTYPE);
        if (Math.max(byteLength, maximum) > JSBuffer.MAX_BYTE_LENGTH) {
            throw Errors.rangeError("Array buffer allocation failed");
        }
        return JSSharedArrayBuffer.create(prototype, new SharedBytes((int) byteLength, (int) maximum));
    }

    private static void requireNew(JSObject newTarget, String name) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor " + name + " requires 'new'");
        }
    }

    private static void requireWithin(long byteLength, long maximum) {
        if (maximum >= 0 && byteLength > maximum) {
            throw Errors.rangeError("Invalid array buffer max length");
        }
    }

    /** GetArrayBufferMaxByteLengthOption (§25.1.3.7): -1 for none. */
    private static long maxByteLengthOption(Object options) {
        if (!(options instanceof JSObject object)) {
            return -1;
        }
        Object maximum = object.get(PropertyKey.of("maxByteLength"));
        return maximum == Undefined.INSTANCE ? -1 : Conversions.toIndex(maximum, "Invalid array buffer max length");
    }
}
