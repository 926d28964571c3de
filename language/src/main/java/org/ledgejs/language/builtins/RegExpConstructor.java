package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.LastMatch;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.RegExpCode;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** The RegExp constructor and its properties (ECMA-262 §22.2.4, §22.2.5). */
final class RegExpConstructor {
    private static final TruffleString CONSTRUCTOR_KEY = Strings.constant("constructor");
    private static final TruffleString SOURCE = Strings.constant("source");
    private static final TruffleString FLAGS = Strings.constant("flags");
    private static final Builtin CONSTRUCTOR = Builtin.constructor("RegExp", 2, RegExpConstructor::construct);
    private static final PropertyTable STATICS = new PropertyTable()
            .method("escape", 1, (realm, thisValue, args) -> {
                if (args.get(0) instanceof TruffleString text) {
                    return RegExpEscape.escape(text);
                }
                throw Errors.typeError("RegExp.escape requires a string");
            })
            .species();

    private RegExpConstructor() { }

    static JSObject create(Realm realm) {
        JSFunction function = realm.register(Intrinsic.REGEXP, BuiltinData.closure(realm, CONSTRUCTOR, new LastMatch()));
        function.define(PropertyKey.of("prototype"), realm.intrinsic(Intrinsic.REGEXP_PROTOTYPE), PropertyFlags.FIXED);
        STATICS.define(realm, function);
        RegExpStatics.TABLE.define(realm, function);
        return function;
    }

    /** §22.2.4.1. */
    private static Object construct(Realm realm, JSObject givenTarget, Args args) {
        Object pattern = args.get(0);
        Object flags = args.get(1);
        boolean patternIsRegExp = StringPrototype.isRegExp(pattern);
        JSObject newTarget = givenTarget;
        if (newTarget == null) {
            newTarget = args.callee();
            if (patternIsRegExp && flags == Undefined.INSTANCE && ((JSObject) pattern).get(CONSTRUCTOR_KEY) == newTarget) {
                return pattern;
            }
        }
        if (pattern instanceof JSRegExp regExp) {
            Object newFlags = flags == Undefined.INSTANCE ? regExp.code().flags() : flags;
            return create(realm, newTarget, regExp.code().source(), newFlags);
        }
        if (patternIsRegExp) {
            JSObject object = (JSObject) pattern;
            Object source = object.get(SOURCE);
            return create(realm, newTarget, source, flags == Undefined.INSTANCE ? object.get(FLAGS) : flags);
        }
        return create(realm, newTarget, pattern, flags);
    }

    /** RegExpAlloc and RegExpInitialize (§22.2.3.2, §22.2.3.3). */
    private static JSRegExp create(Realm realm, JSObject newTarget, Object pattern, Object flags) {
        JSObject prototype = ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.REGEXP_PROTOTYPE);
        return JSRegExp.create(prototype, realm, code(realm, pattern, flags), newTarget == realm.intrinsic(Intrinsic.REGEXP));
    }

    /** The code of pattern and flags given as any values. */
    static RegExpCode code(Realm realm, Object pattern, Object flags) {
        TruffleString source = pattern == Undefined.INSTANCE ? Strings.EMPTY : Conversions.toString(pattern);
        TruffleString flagText = flags == Undefined.INSTANCE ? Strings.EMPTY : Conversions.toString(flags);
        return realm.agent().language().regExps().get(source, flagText);
    }

    /** RegExpCreate (§22.2.3.1). */
    static JSRegExp regExpCreate(Realm realm, Object pattern, TruffleString flags) {
        return JSRegExp.create(realm, code(realm, pattern, flags));
    }
}
