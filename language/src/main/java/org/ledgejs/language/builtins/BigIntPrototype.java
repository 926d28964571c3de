package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPrimitiveWrapper;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Properties of the BigInt prototype (ECMA-262 §21.2.3). */
final class BigIntPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.BIGINT)
            .method("toLocaleString", 0, (realm, thisValue, args) -> Strings.of(grouped(thisBigInt(thisValue, "toLocaleString").toString())))
            .method("toString", 0, BigIntPrototype::bigIntToString)
            .method("valueOf", 0, (realm, thisValue, args) -> thisBigInt(thisValue, "valueOf"))
            .toStringTag("BigInt");

    private BigIntPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.BIGINT_PROTOTYPE, JSObject.create(realm));
        TABLE.define(realm, prototype);
        return prototype;
    }

    /** ThisBigIntValue (§21.2.3.4.1). */
    private static BigInt thisBigInt(Object value, String method) {
        return switch (value) {
            case BigInt b -> b;
            case JSPrimitiveWrapper wrapper when wrapper.value() instanceof BigInt b -> b;
            default -> throw Errors.typeError("BigInt.prototype." + method + " requires that 'this' be a BigInt");
        };
    }

    /** §21.2.3.3. */
    private static Object bigIntToString(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        BigInt x = thisBigInt(thisValue, "toString");
        double radix = args.get(0) == Undefined.INSTANCE ? 10 : Conversions.toIntegerOrInfinity(args.get(0));
        if (radix < 2 || radix > 36) {
            throw Errors.rangeError("toString() radix argument must be between 2 and 36");
        }
        return Strings.of(x.toString((int) radix));
    }

    /** Digits in groups of three. */
    private static String grouped(String digits) {
        StringBuilder out = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
        for (int i = out.length() - 3; i > first; i -= 3) {
            out.insert(i, ',');
        }
        return out.toString();
    }
}
