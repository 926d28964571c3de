package org.ledgejs.language.ops;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;

/** Primitive values that have properties through a prototype. */
final class Primitives {
    private Primitives() { }

    static boolean isPrimitive(Object value) {
        return value instanceof TruffleString || value instanceof Integer || value instanceof Double || value instanceof Boolean
                || value instanceof Symbol || value instanceof BigInt;
    }

    static JSObject prototype(Realm realm, Object primitive) {
        return realm.intrinsic(
                primitive instanceof TruffleString ? Intrinsic.STRING_PROTOTYPE
                : primitive instanceof Boolean ? Intrinsic.BOOLEAN_PROTOTYPE
                : primitive instanceof Symbol ? Intrinsic.SYMBOL_PROTOTYPE
                : primitive instanceof BigInt ? Intrinsic.BIGINT_PROTOTYPE : Intrinsic.NUMBER_PROTOTYPE);
    }
}
