package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Properties of the Error prototype and of the prototypes of all native errors (ECMA-262 §20.5.3, §20.5.6.3). */
final class ErrorPrototype {
    private static final TruffleString NAME = Strings.constant("name");
    private static final TruffleString MESSAGE = Strings.constant("message");
    private static final PropertyTable TABLE = new PropertyTable().method("toString", 0, ErrorPrototype::errorToString);

    private ErrorPrototype() { }

    /** @param which the prototype to make */
    static JSObject create(Realm realm, Intrinsic which) {
        boolean base = which == Intrinsic.ERROR_PROTOTYPE;
        JSObject prototype = realm.register(which, JSObject.create(realm.intrinsic(base ? Intrinsic.OBJECT_PROTOTYPE : Intrinsic.ERROR_PROTOTYPE)));
        ErrorConstructor.Kind kind = ErrorConstructor.Kind.ofPrototype(which);
        new PropertyTable().intrinsic("constructor", kind.constructor).define(realm, prototype);
        prototype.define(NAME, Strings.constant(kind.name), PropertyFlags.METHOD);
        prototype.define(MESSAGE, Strings.EMPTY, PropertyFlags.METHOD);
        if (base) {
            TABLE.define(realm, prototype);
        }
        return prototype;
    }

    /** §20.5.3.4. */
    private static Object errorToString(@SuppressWarnings("unused") Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        if (!(thisValue instanceof JSObject error)) {
            throw Errors.typeError("Error.prototype.toString requires that 'this' be an Object");
        }
        Object name = error.get(NAME);
        TruffleString nameText = name == Undefined.INSTANCE ? Strings.constant("Error") : Conversions.toString(name);
        Object message = error.get(PropertyKey.of("message"));
        TruffleString messageText = message == Undefined.INSTANCE ? Strings.EMPTY : Conversions.toString(message);
        if (nameText.isEmpty()) {
            return messageText;
        }
        return messageText.isEmpty() ? nameText : Strings.of(Strings.java(nameText) + ": " + Strings.java(messageText));
    }
}
