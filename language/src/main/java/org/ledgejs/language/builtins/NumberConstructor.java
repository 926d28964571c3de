package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPrimitiveWrapper;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;

/** The Number constructor and its properties (ECMA-262 §21.1.1, §21.1.2). */
final class NumberConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("Number", 1, NumberConstructor::construct);
    private static final PropertyTable STATICS = new PropertyTable()
            .constant("EPSILON", Math.ulp(1.0))
            .method("isFinite", 1, (realm, thisValue, args) -> args.get(0) instanceof Number n && Double.isFinite(n.doubleValue()))
            .method("isInteger", 1, (realm, thisValue, args) -> isInteger(args.get(0)))
            .method("isNaN", 1, (realm, thisValue, args) -> args.get(0) instanceof Double d && d.isNaN())
            .method("isSafeInteger", 1, (realm, thisValue, args) -> isInteger(args.get(0)) && Math.abs(((Number) args.get(0)).doubleValue()) <= 0x1p53 - 1)
            .constant("MAX_SAFE_INTEGER", 0x1p53 - 1)
            .constant("MAX_VALUE", Double.MAX_VALUE)
            .constant("MIN_SAFE_INTEGER", -(0x1p53 - 1))
            .constant("MIN_VALUE", Double.MIN_VALUE)
            .constant("NaN", Double.NaN)
            .constant("NEGATIVE_INFINITY", Double.NEGATIVE_INFINITY)
            .constant("POSITIVE_INFINITY", Double.POSITIVE_INFINITY)
            .intrinsic("parseFloat", Intrinsic.PARSE_FLOAT)
            .intrinsic("parseInt", Intrinsic.PARSE_INT);

    private NumberConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.NUMBER, Intrinsic.NUMBER_PROTOTYPE, CONSTRUCTOR, STATICS);
    }

    /** §21.1.1.1. */
    private static Object construct(@SuppressWarnings("unused") Realm realm, JSObject newTarget, Args args) {
        Object value = 0;
        if (args.count() > 0) {
            value = Conversions.toNumeric(args.get(0));
            if (value instanceof BigInt big) {
                value = Conversions.number(big.doubleValue());
            }
        }
        return newTarget == null ? value
                : JSPrimitiveWrapper.create(ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.NUMBER_PROTOTYPE), value);
    }

    /** IsIntegralNumber (§7.2.6). */
    private static boolean isInteger(Object value) {
        return value instanceof Integer || value instanceof Double d && Double.isFinite(d) && Math.floor(d) == d;
    }
}
