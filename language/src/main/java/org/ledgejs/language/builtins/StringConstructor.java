package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleStringBuilderUTF16;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPrimitiveWrapper;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;

/** The String constructor and its properties (ECMA-262 §22.1.1, §22.1.2). */
final class StringConstructor {
    private static final TruffleString RAW = Strings.constant("raw");
    private static final Builtin CONSTRUCTOR = Builtin.constructor("String", 1, StringConstructor::construct);
    private static final PropertyTable STATICS = new PropertyTable()
            .nodeWithRest("fromCharCode", 1, 1, StringNodesFactory.FromCharCodeNodeGen::create)
            .method("fromCodePoint", 1, StringConstructor::fromCodePoint)
            .method("raw", 1, StringConstructor::raw);

    private StringConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.STRING, Intrinsic.STRING_PROTOTYPE, CONSTRUCTOR, STATICS);
    }

    /** §22.1.1.1. */
    private static Object construct(@SuppressWarnings("unused") Realm realm, JSObject newTarget, Args args) {
        if (newTarget == null && args.get(0) instanceof Symbol symbol) {
            return Strings.of(symbol.toString());
        }
        TruffleString value = args.count() == 0 ? Strings.EMPTY : Conversions.toString(args.get(0));
        return newTarget == null ? value
                : JSPrimitiveWrapper.create(ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.STRING_PROTOTYPE), value);
    }

    /** §22.1.2.2. */
    private static Object fromCodePoint(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        StringBuilder out = new StringBuilder(args.count());
        for (int i = 0; i < args.count(); i++) {
            double next = Conversions.toNumber(args.get(i));
            if (next != Math.floor(next) || next < 0 || next > Character.MAX_CODE_POINT) {
                throw Errors.rangeError("Invalid code point " + Conversions.toJavaString(args.get(i)));
            }
            out.appendCodePoint((int) next);
        }
        return Strings.of(out.toString());
    }

    /** §22.1.2.4. */
    private static Object raw(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSObject cooked = Conversions.toObject(realm, args.get(0));
        JSObject literals = Conversions.toObject(realm, cooked.get(RAW));
        long count = ObjectOperations.lengthOfArrayLike(literals);
        TruffleStringBuilderUTF16 out = TruffleStringBuilderUTF16.createUTF16();
        for (long i = 0; i < count; i++) {
            out.appendStringUncached(Conversions.toString(literals.get(PropertyKey.of(i))));
            if (i + 1 < count && i + 1 < args.count()) {
                out.appendStringUncached(Conversions.toString(args.get((int) i + 1)));
            }
            StringLimit.check(out.byteLength());
        }
        return out.toStringUncached();
    }
}
