package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Conversions.Hint;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;

/** The BigInt constructor and its properties (ECMA-262 §21.2.1, §21.2.2). */
final class BigIntConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("BigInt", 1, BigIntConstructor::construct);
    private static final PropertyTable STATICS = new PropertyTable()
            .method("asIntN", 2, (realm, thisValue, args) -> {
                long bits = Conversions.toIndex(args.get(0));
                return Conversions.toBigInt(args.get(1)).asIntN(bits);
            })
            .method("asUintN", 2, (realm, thisValue, args) -> {
                long bits = Conversions.toIndex(args.get(0));
                return Conversions.toBigInt(args.get(1)).asUintN(bits);
            });

    private BigIntConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.BIGINT, Intrinsic.BIGINT_PROTOTYPE, CONSTRUCTOR, STATICS);
    }

    /** §21.2.1.1. */
    private static Object construct(@SuppressWarnings("unused") Realm realm, JSObject newTarget, Args args) {
        if (newTarget != null) {
            throw Errors.typeError("BigInt is not a constructor");
        }
        Object primitive = Conversions.toPrimitive(args.get(0), Hint.NUMBER);
        return switch (primitive) {
            case Integer i -> BigInt.of((long) i);
            case Double d -> {
                if (Double.isInfinite(d) || d != Math.floor(d)) {
                    throw Errors.rangeError("The number " + Conversions.toJavaString(d) + " cannot be converted to a BigInt because it is not an integer");
                }
                yield BigInt.ofIntegral(d);
            }
            default -> Conversions.toBigInt(primitive);
        };
    }
}
