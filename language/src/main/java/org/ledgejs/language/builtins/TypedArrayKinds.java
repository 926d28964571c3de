package org.ledgejs.language.builtins;

import java.util.EnumMap;
import java.util.Map;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSBuffer;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** The constructors and prototypes of the kinds: Int8Array to Float64Array (ECMA-262 §23.2.5 to §23.2.7). */
final class TypedArrayKinds {
    private static final Map<ElementType, Builtin> CONSTRUCTORS = constructors();
    private static final Map<ElementType, PropertyTable> PROTOTYPES = prototypes();

    private TypedArrayKinds() { }

    private static Map<ElementType, Builtin> constructors() {
        Map<ElementType, Builtin> constructors = new EnumMap<>(ElementType.class);
        for (ElementType type : ElementType.values()) {
            constructors.put(type, Builtin.constructor(Strings.java(type.arrayName()), 3, (realm, newTarget, args) -> construct(realm, newTarget, args, type)));
        }
        return constructors;
    }

    private static Map<ElementType, PropertyTable> prototypes() {
        Map<ElementType, PropertyTable> prototypes = new EnumMap<>(ElementType.class);
        for (ElementType type : ElementType.values()) {
            prototypes.put(type, bytesPerElement(type).intrinsic("constructor", type.constructor()));
        }
        return prototypes;
    }

    private static PropertyTable bytesPerElement(ElementType type) {
        return new PropertyTable().constant("BYTES_PER_ELEMENT", type.size());
    }

    static JSObject createConstructor(Realm realm, ElementType type) {
        JSFunction constructor = realm.register(type.constructor(),
                BuiltinData.function(realm, CONSTRUCTORS.get(type), realm.intrinsic(Intrinsic.TYPED_ARRAY)));
        constructor.define(PropertyKey.of("prototype"), realm.intrinsic(type.prototype()), PropertyFlags.FIXED);
        bytesPerElement(type).define(realm, constructor);
        if (type == ElementType.UINT8) {
            Uint8ArrayEncoding.STATICS.define(realm, constructor);
        }
        return constructor;
    }

    static JSObject createPrototype(Realm realm, ElementType type) {
        JSObject prototype = realm.register(type.prototype(), JSObject.create(realm.intrinsic(Intrinsic.TYPED_ARRAY_PROTOTYPE)));
        PROTOTYPES.get(type).define(realm, prototype);
        if (type == ElementType.UINT8) {
            Uint8ArrayEncoding.METHODS.define(realm, prototype);
        }
        return prototype;
    }

    /** §23.2.5.1. */
    private static Object construct(Realm realm, JSObject newTarget, Args args, ElementType type) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor " + Strings.java(type.arrayName()) + " requires 'new'");
        }
        Object first = args.get(0);
        if (!(first instanceof JSObject) && ObjectOperations.isObject(first)) {
            first = Conversions.toObject(realm, first);
        }
        if (!(first instanceof JSObject source)) {
            long length = Conversions.toIndex(first, "Invalid typed array length: " + Errors.describe(first));
            return TypedArrayCreation.allocate(realm, prototype(newTarget, type), type, length);
        }
        JSObject prototype = prototype(newTarget, type);
        return switch (source) {
            case JSTypedArray array -> fromTypedArray(realm, prototype, type, array);
            case JSBuffer buffer -> fromBuffer(prototype, type, buffer, args.get(1), args.get(2));
            default -> fromObject(realm, prototype, type, source);
        };
    }

    private static JSObject prototype(JSObject newTarget, ElementType type) {
        return ObjectOperations.prototypeFromConstructor(newTarget, type.prototype());
    }

    /** InitializeTypedArrayFromTypedArray (§23.2.5.1.2). */
    private static JSTypedArray fromTypedArray(Realm realm, JSObject prototype, ElementType type, JSTypedArray source) {
        TypedArrayCreation.requireInBounds(source, "Construct");
        int length = source.validLength();
        JSTypedArray target = TypedArrayCreation.allocate(realm, prototype, type, length);
        TypedArrayMutation.requireSameContent(target, source);
        TypedArrayMutation.copyElements(source, target, 0, length);
        return target;
    }

    /** InitializeTypedArrayFromArrayBuffer (§23.2.5.1.3). */
    private static JSTypedArray fromBuffer(JSObject prototype, ElementType type, JSBuffer buffer, Object byteOffset, Object length) {
        String name = Strings.java(type.arrayName());
        long offset = Conversions.toIndex(byteOffset, "Start offset is too large:");
        if (offset % type.size() != 0) {
            throw Errors.rangeError("start offset of " + name + " should be a multiple of " + type.size());
        }
        long newLength = length == Undefined.INSTANCE ? JSTypedArray.AUTO : Conversions.toIndex(length, "Invalid typed array length: " + Errors.describe(length));
        if (buffer.isDetached()) {
            throw Errors.typeError("Cannot perform Construct on a detached ArrayBuffer");
        }
        int available = buffer.byteLength();
        if (newLength == JSTypedArray.AUTO) {
            if (buffer.isFixedLength() && available % type.size() != 0) {
                throw Errors.rangeError("byte length of " + name + " should be a multiple of " + type.size());
            }
            if (offset > available) {
                throw Errors.rangeError("Start offset " + offset + " is outside the bounds of the buffer");
            }
            if (buffer.isFixedLength()) {
                newLength = available - offset >> type.shift();
            }
        } else if (newLength > available - offset >> type.shift() || offset > available) {
            throw Errors.rangeError("Invalid typed array length: " + newLength);
        }
        return JSTypedArray.create(prototype, type, buffer, (int) offset, (int) newLength);
    }

    /** InitializeTypedArrayFromList, InitializeTypedArrayFromArrayLike (§23.2.5.1.4, §23.2.5.1.5). */
    private static JSTypedArray fromObject(Realm realm, JSObject prototype, ElementType type, JSObject source) {
        Object usingIterator = ObjectOperations.getMethod(source, Symbol.ITERATOR);
        JSObject values = usingIterator == Undefined.INSTANCE ? source : TypedArrayConstructor.list(realm, source, usingIterator);
        long length = ObjectOperations.lengthOfArrayLike(values);
        JSTypedArray target = TypedArrayCreation.allocate(realm, prototype, type, length);
        for (int k = 0; k < length; k++) {
            target.convertAndSet(k, values.getIndex(k));
        }
        return target;
    }
}
