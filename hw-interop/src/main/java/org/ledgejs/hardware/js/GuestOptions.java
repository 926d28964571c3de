package org.ledgejs.hardware.js;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.hardware.embedded.OptionReader;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** The options object of a program. */
final class GuestOptions implements OptionReader {
    private final JSObject options;

    private GuestOptions(JSObject options) {
        this.options = options;
    }

    /** @throws org.ledgejs.language.runtime.JSException TypeError if the value is no object */
    static GuestOptions of(Object value, String className) {
        if (value instanceof JSObject options) {
            return new GuestOptions(options);
        }
        throw Errors.typeError(className + ": an options object is required");
    }

    @Override
    public Object get(String name) {
        Object value = options.get(PropertyKey.of(name));
        return value == Undefined.INSTANCE ? null : value;
    }

    @Override
    public double toNumber(Object value) {
        return Conversions.toNumber(value);
    }

    @Override
    public boolean toBoolean(Object value) {
        return Conversions.toBoolean(value);
    }

    @Override
    public String asString(Object value) {
        return value instanceof TruffleString s ? Strings.java(s) : null;
    }

    @Override
    public boolean isNull(Object value) {
        return value == Null.INSTANCE;
    }

    @Override
    public boolean isCallable(Object value) {
        return ObjectOperations.isCallable(value);
    }
}
