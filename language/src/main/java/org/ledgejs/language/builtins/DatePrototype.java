package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Conversions.Hint;
import org.ledgejs.language.runtime.DateMath;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSDate;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;

/** Properties of the Date prototype (ECMA-262 §21.4.4, §B.2.3); the parts of a date are in {@link DateFields}. */
final class DatePrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.DATE)
            .method("getTime", 0, (realm, thisValue, args) -> Conversions.number(thisDate(thisValue).time()))
            .method("getTimezoneOffset", 0, DatePrototype::getTimezoneOffset)
            .method("setTime", 1, DatePrototype::setTime)
            .method("toDateString", 0, text((t, realm) -> DateText.date(DateMath.localTime(DateConstructor.zone(realm), t))))
            .method("toISOString", 0, DatePrototype::toISOString)
            .method("toJSON", 1, DatePrototype::toJSON)
            .method("toLocaleDateString", 0, (realm, thisValue, args) -> DateLocaleText.format(realm, thisDate(thisValue).time(), args, true, false))
            .method("toLocaleString", 0, (realm, thisValue, args) -> DateLocaleText.format(realm, thisDate(thisValue).time(), args, true, true))
            .method("toLocaleTimeString", 0, (realm, thisValue, args) -> DateLocaleText.format(realm, thisDate(thisValue).time(), args, false, true))
            .method("toString", 0, text((t, realm) -> DateText.dateTime(t, DateConstructor.zone(realm))))
            .method("toTimeString", 0, text((t, realm) -> DateText.timeWithZone(t, DateConstructor.zone(realm))))
            .method("toUTCString", 0, text((t, realm) -> DateText.utc(t)))
            .method("valueOf", 0, (realm, thisValue, args) -> Conversions.number(thisDate(thisValue).time()))
            .method(Symbol.TO_PRIMITIVE, "[Symbol.toPrimitive]", 1, DatePrototype::toPrimitive, PropertyFlags.CONFIGURABLE_ONLY);

    private DatePrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.DATE_PROTOTYPE, JSObject.create(realm));
        TABLE.define(realm, prototype);
        DateFields.TABLE.define(realm, prototype);
        prototype.define(PropertyKey.of("toGMTString"), prototype.get(PropertyKey.of("toUTCString")), PropertyFlags.METHOD);
        return prototype;
    }

    static JSDate thisDate(Object value) {
        if (value instanceof JSDate date) {
            return date;
        }
        throw Errors.typeError("this is not a Date object.");
    }

    @FunctionalInterface
    private interface Text {
        String of(double t, Realm realm);
    }

    /** A method that gives a text, "Invalid Date" for one that is. */
    private static Builtin.Body text(Text text) {
        return (realm, thisValue, args) -> {
            double t = thisDate(thisValue).time();
            return Strings.of(t != t ? "Invalid Date" : text.of(t, realm));
        };
    }

    /** §21.4.4.11. */
    private static Object getTimezoneOffset(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        double t = thisDate(thisValue).time();
        return t != t ? (Object) t : Conversions.number(0.0 - DateMath.offset(DateConstructor.zone(realm), t) / 60_000);
    }

    /** §21.4.4.27. */
    private static Object setTime(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        JSDate date = thisDate(thisValue);
        date.setTime(DateMath.timeClip(Conversions.toNumber(args.get(0))));
        return Conversions.number(date.time());
    }

    /** §21.4.4.36. */
    private static Object toISOString(@SuppressWarnings("unused") Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        double t = thisDate(thisValue).time();
        if (t != t) {
            throw Errors.rangeError("Invalid time value");
        }
        return Strings.of(DateText.iso(t));
    }

    /** §21.4.4.37. */
    private static Object toJSON(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        JSObject object = Conversions.toObject(realm, thisValue);
        Object primitive = Conversions.toPrimitive(object, Hint.NUMBER);
        if (primitive instanceof Double d && !Double.isFinite(d)) {
            return Null.INSTANCE;
        }
        return ObjectOperations.invoke(object, PropertyKey.of("toISOString"));
    }

    /** §21.4.4.45. */
    private static Object toPrimitive(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        if (!(thisValue instanceof JSObject object)) {
            throw Errors.typeError("Date.prototype[Symbol.toPrimitive] called on non-object");
        }
        String hint = args.get(0) instanceof TruffleString s ? Strings.java(s) : "";
        return switch (hint) {
            case "string", "default" -> Conversions.ordinaryToPrimitive(object, true);
            case "number" -> Conversions.ordinaryToPrimitive(object, false);
            default -> throw Errors.typeError("Invalid hint: " + Errors.describe(args.get(0)));
        };
    }
}
