package org.ledgejs.language.builtins;

import java.util.HexFormat;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.builtins.Base64Text.Decoded;
import org.ledgejs.language.builtins.Base64Text.LastChunk;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** What Uint8Array has beyond the other kinds: base64 and hexadecimal text (ECMA-262 §23.3.1, §23.3.2). */
final class Uint8ArrayEncoding {
    static final PropertyTable STATICS = new PropertyTable()
            .method("fromBase64", 1, Uint8ArrayEncoding::fromBase64)
            .method("fromHex", 1, Uint8ArrayEncoding::fromHex);
    static final PropertyTable METHODS = new PropertyTable()
            .method("setFromBase64", 1, Uint8ArrayEncoding::setFromBase64)
            .method("setFromHex", 1, Uint8ArrayEncoding::setFromHex)
            .method("toBase64", 0, Uint8ArrayEncoding::toBase64)
            .method("toHex", 0, Uint8ArrayEncoding::toHex);

    private Uint8ArrayEncoding() { }

    /** ValidateUint8Array (§23.3.3.1). */
    private static JSTypedArray thisArray(Object value) {
        if (value instanceof JSTypedArray array && array.elementType() == ElementType.UINT8) {
            return array;
        }
        throw Errors.typeError("this is not a Uint8Array");
    }

    private static JSTypedArray writableThis(Object value) {
        JSTypedArray array = thisArray(value);
        TypedArrayCreation.requireMutable(array, "Uint8Array.prototype.setFromBase64 or setFromHex");
        return array;
    }

    private static String requireString(Object value) {
        if (value instanceof TruffleString s) {
            return Strings.java(s);
        }
        throw Errors.typeError("input argument must be a string");
    }

    /** GetOptionsObject and one option of it, or undefined. */
    private static Object option(Object options, String name) {
        if (options == Undefined.INSTANCE) {
            return Undefined.INSTANCE;
        }
        if (!ObjectOperations.isObject(options)) {
            throw Errors.typeError("options must be an object");
        }
        return ObjectOperations.get(options, PropertyKey.of(name));
    }

    /** One of the strings a text option may have. @return its index; the first is the default */
    private static int choice(Object options, String name, String... choices) {
        Object value = option(options, name);
        if (value == Undefined.INSTANCE) {
            return 0;
        }
        String text = value instanceof TruffleString s ? Strings.java(s) : null;
        for (int i = 0; i < choices.length; i++) {
            if (choices[i].equals(text)) {
                return i;
            }
        }
        throw Errors.typeError("option " + name + " must be one of " + String.join(", ", choices));
    }

    private static boolean isUrl(Object options) {
        return choice(options, "alphabet", "base64", "base64url") == 1;
    }

    private static LastChunk lastChunk(Object options) {
        return LastChunk.values()[choice(options, "lastChunkHandling", "loose", "strict", "stop-before-partial")];
    }

    private static Object newArray(Realm realm, Decoded decoded) {
        if (decoded.error() != null) {
            throw decoded.error();
        }
        return JSTypedArray.wrap(realm, decoded.bytes());
    }

    /** §23.3.1.1. */
    private static Object fromBase64(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        String text = requireString(args.get(0));
        boolean url = isUrl(args.get(1));
        return newArray(realm, Base64Text.decode(text, url, lastChunk(args.get(1)), Integer.MAX_VALUE));
    }

    /** §23.3.1.2. */
    private static Object fromHex(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        return newArray(realm, Base64Text.decodeHex(requireString(args.get(0)), Integer.MAX_VALUE));
    }

    /** Stores the bytes, then throws the error if there was one. @return the object with read and written */
    private static Object store(Realm realm, JSTypedArray target, Decoded decoded) {
        int written = decoded.bytes().length;
        System.arraycopy(decoded.bytes(), 0, target.buffer().data(), target.byteOffset(), written);
        if (decoded.error() != null) {
            throw decoded.error();
        }
        JSObject result = JSObject.create(realm);
        ObjectOperations.createDataProperty(result, PropertyKey.of("read"), decoded.read());
        ObjectOperations.createDataProperty(result, PropertyKey.of("written"), written);
        return result;
    }

    /** §23.3.2.1. */
    private static Object setFromBase64(Realm realm, Object thisValue, Args args) {
        JSTypedArray target = writableThis(thisValue);
        String text = requireString(args.get(0));
        boolean url = isUrl(args.get(1));
        LastChunk lastChunk = lastChunk(args.get(1));
        TypedArrayCreation.requireInBounds(target, "Uint8Array.prototype.setFromBase64");
        return store(realm, target, Base64Text.decode(text, url, lastChunk, target.validLength()));
    }

    /** §23.3.2.2. */
    private static Object setFromHex(Realm realm, Object thisValue, Args args) {
        JSTypedArray target = writableThis(thisValue);
        String text = requireString(args.get(0));
        TypedArrayCreation.requireInBounds(target, "Uint8Array.prototype.setFromHex");
        return store(realm, target, Base64Text.decodeHex(text, target.validLength()));
    }

    /** §23.3.2.3. */
    private static Object toBase64(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSTypedArray array = thisArray(thisValue);
        boolean url = isUrl(args.get(0));
        boolean omitPadding = Conversions.toBoolean(option(args.get(0), "omitPadding"));
        TypedArrayCreation.requireInBounds(array, "Uint8Array.prototype.toBase64");
        StringLimit.check(2 * ((array.validLength() + 2L) / 3 * 4));
        return Strings.of(Base64Text.encode(array.buffer().data(), array.byteOffset(), array.validLength(), url, !omitPadding));
    }

    /** §23.3.2.4. */
    private static Object toHex(@SuppressWarnings("unused") Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        JSTypedArray array = thisArray(thisValue);
        TypedArrayCreation.requireInBounds(array, "Uint8Array.prototype.toHex");
        StringLimit.check(4L * array.validLength());
        return Strings.of(HexFormat.of().formatHex(array.buffer().data(), array.byteOffset(), array.byteOffset() + array.validLength()));
    }
}
