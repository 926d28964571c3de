package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArrayBuffer;
import org.ledgejs.language.runtime.JSBuffer;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;

/** Abstract operations that make and check typed arrays (ECMA-262 §23.2.4, §23.2.5.1). */
final class TypedArrayCreation {
    private TypedArrayCreation() { }

    /** ValidateTypedArray (§23.2.4.4). @param method for the message: "%TypedArray%.prototype.at" */
    static JSTypedArray validate(Object value, String method) {
        if (!(value instanceof JSTypedArray array)) {
            throw Errors.typeError("this is not a typed array.");
        }
        requireInBounds(array, method);
        return array;
    }

    /** ValidateTypedArray for those who write to it. */
    static JSTypedArray validateWritable(Object value, String method) {
        if (value instanceof JSTypedArray array) {
            requireMutable(array, method);
        }
        return validate(value, method);
    }

    static void requireMutable(JSTypedArray array, String method) {
        if (array.buffer().isImmutable()) {
            throw Errors.typeError("Cannot perform " + method + " on an immutable ArrayBuffer");
        }
    }

    static void requireInBounds(JSTypedArray array, String method) {
        if (array.isOutOfBounds()) {
            throw Errors.typeError("Cannot perform " + method + (array.buffer().isDetached() ? " on a detached ArrayBuffer" : " on an out-of-bounds typed array"));
        }
    }

    /** TypedArrayCreateFromConstructor (§23.2.4.2) with one length, of an array to be filled. */
    static JSTypedArray createOfLength(JSObject constructor, int length) {
        JSTypedArray array = create(constructor, length);
        requireMutable(array, "%TypedArray%");
        if (array.validLength() < length) {
            throw Errors.typeError("Derived TypedArray constructor created an array which was too small");
        }
        return array;
    }

    /** TypedArrayCreateFromConstructor with any arguments. */
    static JSTypedArray create(JSObject constructor, Object... arguments) {
        return validate(ObjectOperations.construct(constructor, arguments, constructor), "%TypedArray%");
    }

    /** TypedArraySpeciesCreate (§23.2.4.1) with one length. */
    static JSTypedArray speciesCreateOfLength(JSTypedArray exemplar, int length) {
        return requireSameContent(exemplar, createOfLength(species(exemplar), length));
    }

    static JSTypedArray speciesCreate(JSTypedArray exemplar, Object... arguments) {
        return requireSameContent(exemplar, create(species(exemplar), arguments));
    }

    private static JSObject species(JSTypedArray exemplar) {
        return ObjectOperations.speciesConstructor(exemplar, exemplar.elementType().constructor());
    }

    private static JSTypedArray requireSameContent(JSTypedArray exemplar, JSTypedArray result) {
        if (result.elementType().isBigInt() != exemplar.elementType().isBigInt()) {
            throw Errors.typeError("Content type of the species typed array differs from the exemplar's");
        }
        return result;
    }

    /** TypedArrayCreateSameType (§23.2.4.3). */
    static JSTypedArray createSameType(Realm realm, JSTypedArray exemplar, int length) {
        return allocate(realm, realm.intrinsic(exemplar.elementType().prototype()), exemplar.elementType(), length);
    }

    /** AllocateTypedArrayBuffer (§23.2.5.1.6) and the array over it. @throws JSException RangeError if too long */
    static JSTypedArray allocate(Realm realm, JSObject prototype, ElementType type, long length) {
        if (length > JSBuffer.MAX_BYTE_LENGTH >> type.shift()) {
            throw Errors.rangeError("Invalid typed array length: " + length);
        }
        JSArrayBuffer buffer = JSArrayBuffer.create(realm.intrinsic(Intrinsic.ARRAY_BUFFER_PROTOTYPE), JSBuffer.allocate(length << type.shift()));
        return JSTypedArray.create(prototype, type, buffer, 0, (int) length);
    }
}
