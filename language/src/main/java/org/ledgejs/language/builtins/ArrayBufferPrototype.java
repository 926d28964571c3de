package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArrayBuffer;
import org.ledgejs.language.runtime.JSBuffer;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** Properties of the ArrayBuffer prototype (ECMA-262 §25.1.6). */
final class ArrayBufferPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .getter("byteLength", (realm, thisValue, args) -> thisBuffer(thisValue, "byteLength").byteLength())
            .intrinsic("constructor", Intrinsic.ARRAY_BUFFER)
            .getter("detached", (realm, thisValue, args) -> thisBuffer(thisValue, "detached").isDetached())
            .getter("immutable", (realm, thisValue, args) -> thisBuffer(thisValue, "immutable").isImmutable())
            .getter("maxByteLength", (realm, thisValue, args) -> thisBuffer(thisValue, "maxByteLength").maxByteLength())
            .getter("resizable", (realm, thisValue, args) -> !thisBuffer(thisValue, "resizable").isFixedLength())
            .method("resize", 1, ArrayBufferPrototype::resize)
            .method("slice", 2, ArrayBufferPrototype::slice)
            .method("sliceToImmutable", 2, ArrayBufferPrototype::sliceToImmutable)
            .method("transfer", 0, (realm, thisValue, args) -> copyAndDetach(realm, thisValue, args.get(0), Kind.PRESERVE, "transfer"))
            .method("transferToFixedLength", 0, (realm, thisValue, args) -> copyAndDetach(realm, thisValue, args.get(0), Kind.FIXED, "transferToFixedLength"))
            .method("transferToImmutable", 0, (realm, thisValue, args) -> copyAndDetach(realm, thisValue, args.get(0), Kind.IMMUTABLE, "transferToImmutable"))
            .toStringTag("ArrayBuffer");

    /** What a transfer makes. */
    private enum Kind { PRESERVE, FIXED, IMMUTABLE }

    private ArrayBufferPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.ARRAY_BUFFER_PROTOTYPE, JSObject.create(realm));
        TABLE.define(realm, prototype);
        return prototype;
    }

    private static JSArrayBuffer thisBuffer(Object value, String method) {
        if (value instanceof JSArrayBuffer buffer) {
            return buffer;
        }
        throw Errors.typeError("Method ArrayBuffer.prototype." + method + " called on incompatible receiver " + Errors.describe(value));
    }

    private static void requireAttached(JSArrayBuffer buffer, String method) {
        if (buffer.isDetached()) {
            throw Errors.typeError("Cannot perform ArrayBuffer.prototype." + method + " on a detached ArrayBuffer");
        }
    }

    /** §25.1.6.6. */
    private static Object resize(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSArrayBuffer buffer = thisBuffer(thisValue, "resize");
        if (buffer.isFixedLength()) {
            throw Errors.typeError("Method ArrayBuffer.prototype.resize called on incompatible receiver " + Errors.describe(buffer));
        }
        String message = "ArrayBuffer.prototype.resize: Invalid length parameter";
        long byteLength = Conversions.toIndex(args.get(0), message);
        requireAttached(buffer, "resize");
        if (byteLength > buffer.maxByteLength()) {
            throw Errors.rangeError(message);
        }
        buffer.resize((int) byteLength);
        return Undefined.INSTANCE;
    }

    /** §25.1.6.7. */
    private static Object slice(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSArrayBuffer buffer = thisBuffer(thisValue, "slice");
        requireAttached(buffer, "slice");
        int length = buffer.byteLength();
        int first = (int) RelativeIndex.start(args.get(0), length);
        int end = (int) RelativeIndex.end(args.get(1), length);
        int newLength = Math.max(end - first, 0);
        JSObject constructor = ObjectOperations.speciesConstructor(buffer, Intrinsic.ARRAY_BUFFER);
        if (!(ObjectOperations.construct(constructor, new Object[] {newLength}, constructor) instanceof JSArrayBuffer result)) {
            throw Errors.typeError("Species constructor did not return an ArrayBuffer");
        }
        requireAttached(result, "slice");
        if (result.isImmutable()) {
            throw Errors.typeError("Species constructor returned an immutable ArrayBuffer");
        }
        requireSliceTarget(buffer, result, newLength);
        requireAttached(buffer, "slice");
        copySlice(buffer, result, first, newLength);
        return result;
    }

    /** ArrayBuffer.prototype.sliceToImmutable (proposal of immutable ArrayBuffers). */
    private static Object sliceToImmutable(Realm realm, Object thisValue, Args args) {
        JSArrayBuffer buffer = thisBuffer(thisValue, "sliceToImmutable");
        requireAttached(buffer, "sliceToImmutable");
        int length = buffer.byteLength();
        int first = (int) RelativeIndex.start(args.get(0), length);
        int end = (int) RelativeIndex.end(args.get(1), length);
        requireAttached(buffer, "sliceToImmutable");
        if (buffer.byteLength() < end) {
            throw Errors.rangeError("ArrayBuffer.prototype.sliceToImmutable: the buffer shrank below the end of the slice");
        }
        byte[] bytes = JSBuffer.allocate(Math.max(end - first, 0));
        System.arraycopy(buffer.data(), first, bytes, 0, bytes.length);
        return JSArrayBuffer.createImmutable(realm, bytes);
    }

    static void requireSliceTarget(JSBuffer buffer, JSBuffer result, int newLength) {
        if (result.sharesDataWith(buffer)) {
            throw Errors.typeError("ArrayBuffer subclass returned this from species constructor");
        }
        if (result.byteLength() < newLength) {
            throw Errors.typeError("Species constructor returned a too small ArrayBuffer");
        }
    }

    /** The source may have shrunk meanwhile: copies what is left. */
    static void copySlice(JSBuffer source, JSBuffer target, int first, int length) {
        int count = Math.min(length, source.byteLength() - first);
        if (count > 0) {
            System.arraycopy(source.data(), first, target.data(), 0, count);
        }
    }

    /** ArrayBufferCopyAndDetach (§25.1.3.2). */
    private static Object copyAndDetach(Realm realm, Object thisValue, Object newLength, Kind kind, String method) {
        JSArrayBuffer buffer = thisBuffer(thisValue, method);
        long byteLength = newLength == Undefined.INSTANCE ? buffer.byteLength() : Conversions.toIndex(newLength, "Invalid array buffer length");
        requireAttached(buffer, method);
        if (buffer.hasDetachKey() || buffer.isImmutable()) {
            throw Errors.typeError("Cannot perform ArrayBuffer.prototype." + method + " on a buffer that cannot be detached");
        }
        JSObject prototype = realm.intrinsic(Intrinsic.ARRAY_BUFFER_PROTOTYPE);
        JSArrayBuffer result;
        if (kind == Kind.PRESERVE && !buffer.isFixedLength()) {
            if (byteLength > buffer.maxByteLength()) {
                throw Errors.rangeError("Invalid array buffer length");
            }
            result = JSArrayBuffer.createResizable(prototype, (int) byteLength, buffer.maxByteLength());
        } else {
            // Where the length stays the bytes move: nobody else can reach them once the buffer is detached.
            byte[] bytes = byteLength == buffer.data().length ? buffer.data() : JSBuffer.allocate(byteLength);
            result = kind == Kind.IMMUTABLE ? JSArrayBuffer.createImmutable(realm, bytes) : JSArrayBuffer.create(prototype, bytes);
        }
        System.arraycopy(buffer.data(), 0, result.data(), 0, Math.min(buffer.byteLength(), result.byteLength()));
        buffer.detach(null);
        return result;
    }
}
