package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** The Symbol constructor and its properties (ECMA-262 §20.4.1, §20.4.2). */
final class SymbolConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("Symbol", 0, SymbolConstructor::construct);
    private static final PropertyTable STATICS = new PropertyTable()
            .method("for", 1, (realm, thisValue, args) -> realm.agent().symbolRegistry().get(Conversions.toString(args.get(0))))
            .method("keyFor", 1, SymbolConstructor::keyFor)
            .constant("asyncDispose", Symbol.ASYNC_DISPOSE)
            .constant("asyncIterator", Symbol.ASYNC_ITERATOR)
            .constant("dispose", Symbol.DISPOSE)
            .constant("hasInstance", Symbol.HAS_INSTANCE)
            .constant("isConcatSpreadable", Symbol.IS_CONCAT_SPREADABLE)
            .constant("iterator", Symbol.ITERATOR)
            .constant("match", Symbol.MATCH)
            .constant("matchAll", Symbol.MATCH_ALL)
            .constant("metadata", Symbol.METADATA)
            .constant("replace", Symbol.REPLACE)
            .constant("search", Symbol.SEARCH)
            .constant("species", Symbol.SPECIES)
            .constant("split", Symbol.SPLIT)
            .constant("toPrimitive", Symbol.TO_PRIMITIVE)
            .constant("toStringTag", Symbol.TO_STRING_TAG)
            .constant("unscopables", Symbol.UNSCOPABLES);

    private SymbolConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.SYMBOL, Intrinsic.SYMBOL_PROTOTYPE, CONSTRUCTOR, STATICS);
    }

    /** §20.4.1.1. */
    private static Object construct(@SuppressWarnings("unused") Realm realm, JSObject newTarget, Args args) {
        if (newTarget != null) {
            throw Errors.typeError("Symbol is not a constructor");
        }
        Object description = args.get(0);
        return new Symbol(description == Undefined.INSTANCE ? description : Conversions.toString(description));
    }

    /** §20.4.2.6. */
    private static Object keyFor(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        if (!(args.get(0) instanceof Symbol symbol)) {
            throw Errors.typeError(Errors.describe(args.get(0)) + " is not a symbol");
        }
        return realm.agent().symbolRegistry().keyFor(symbol);
    }
}
