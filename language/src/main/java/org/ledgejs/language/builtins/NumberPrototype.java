package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPrimitiveWrapper;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Properties of the Number prototype (ECMA-262 §21.1.3). */
final class NumberPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.NUMBER)
            .method("toExponential", 1, NumberPrototype::toExponential)
            .method("toFixed", 1, NumberPrototype::toFixed)
            .method("toLocaleString", 0, (realm, thisValue, args) -> Strings.of(NumberFormatting.grouped(thisNumber(thisValue, "toLocaleString"))))
            .method("toPrecision", 1, NumberPrototype::toPrecision)
            .method("toString", 1, NumberPrototype::numberToString)
            .method("valueOf", 0, (realm, thisValue, args) -> Conversions.number(thisNumber(thisValue, "valueOf")));

    private NumberPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.NUMBER_PROTOTYPE,
                JSPrimitiveWrapper.create(realm.intrinsic(Intrinsic.OBJECT_PROTOTYPE), 0));
        TABLE.define(realm, prototype);
        return prototype;
    }

    /** ThisNumberValue (§21.1.3.7.1). */
    private static double thisNumber(Object value, String method) {
        return switch (value) {
            case Number n -> n.doubleValue();
            case JSPrimitiveWrapper wrapper when wrapper.value() instanceof Number n -> n.doubleValue();
            default -> throw Errors.typeError("Number.prototype." + method + " requires that 'this' be a Number");
        };
    }

    /** §21.1.3.2. */
    private static Object toExponential(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        double x = thisNumber(thisValue, "toExponential");
        double digits = Conversions.toIntegerOrInfinity(args.get(0));
        if (!Double.isFinite(x)) {
            return Conversions.numberToString(x);
        }
        requireDigits(digits, 0, "toExponential() argument");
        return Strings.of(NumberFormatting.exponential(x, args.get(0) == Undefined.INSTANCE ? -1 : (int) digits));
    }

    /** §21.1.3.3. */
    private static Object toFixed(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        double x = thisNumber(thisValue, "toFixed");
        double digits = Conversions.toIntegerOrInfinity(args.get(0));
        requireDigits(digits, 0, "toFixed() digits argument");
        return !Double.isFinite(x) || Math.abs(x) >= 1e21 ? Conversions.numberToString(x) : Strings.of(NumberFormatting.fixed(x, (int) digits));
    }

    /** §21.1.3.5. */
    private static Object toPrecision(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        double x = thisNumber(thisValue, "toPrecision");
        if (args.get(0) == Undefined.INSTANCE) {
            return Conversions.numberToString(x);
        }
        double digits = Conversions.toIntegerOrInfinity(args.get(0));
        if (!Double.isFinite(x)) {
            return Conversions.numberToString(x);
        }
        requireDigits(digits, 1, "toPrecision() argument");
        return Strings.of(NumberFormatting.precision(x, (int) digits));
    }

    /** §21.1.3.6. */
    private static Object numberToString(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        double x = thisNumber(thisValue, "toString");
        double radix = args.get(0) == Undefined.INSTANCE ? 10 : Conversions.toIntegerOrInfinity(args.get(0));
        if (radix < 2 || radix > 36) {
            throw Errors.rangeError("toString() radix argument must be between 2 and 36");
        }
        return radix == 10 ? Conversions.numberToString(x) : Conversions.numberToString(x, (int) radix);
    }

    private static void requireDigits(double digits, int least, String what) {
        if (digits < least || digits > 100) {
            throw Errors.rangeError(what + " must be between " + least + " and 100");
        }
    }
}
