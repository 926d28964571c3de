package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.RegExpCode;
import org.ledgejs.language.runtime.RegExpPrototypeObject;
import org.ledgejs.language.runtime.RegExpSyntax;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** Properties of the RegExp prototype (ECMA-262 §22.2.6, §B.2.4). */
final class RegExpPrototype {
    private static final TruffleString SOURCE = Strings.constant("source");
    private static final Builtin EXEC = Builtin.node("exec", 1, 1, RegExpNodesFactory.ExecNodeGen::create);
    private static final PropertyTable TABLE = table();

    private RegExpPrototype() { }

    private static PropertyTable table() {
        PropertyTable table = new PropertyTable()
                .intrinsic("constructor", Intrinsic.REGEXP)
                .method("compile", 2, RegExpPrototype::compile)
                .intrinsic("exec", Intrinsic.REGEXP_EXEC);
        for (int i = 0; i < RegExpPrototypeObject.FLAG_NAMES.length; i++) {
            flag(table, RegExpPrototypeObject.FLAG_NAMES[i], 1 << i);
        }
        return table
                .getter("flags", RegExpPrototype::flags)
                .getter("source", RegExpPrototype::source)
                .node(Symbol.MATCH, "[Symbol.match]", 1, 1, RegExpNodesFactory.MatchNodeGen::create)
                .method(Symbol.MATCH_ALL, "[Symbol.matchAll]", 1, RegExpMatching::matchAll)
                .node(Symbol.REPLACE, "[Symbol.replace]", 2, 2, RegExpReplaceNodeGen::create)
                .method(Symbol.SEARCH, "[Symbol.search]", 1, RegExpMatching::search)
                .method(Symbol.SPLIT, "[Symbol.split]", 2, RegExpSplit::split)
                .node("test", 1, 1, RegExpNodesFactory.TestNodeGen::create)
                .method("toString", 0, RegExpPrototype::regExpToString);
    }

    static JSObject create(Realm realm) {
        RegExpPrototypeObject prototype = realm.register(Intrinsic.REGEXP_PROTOTYPE,
                new RegExpPrototypeObject(realm.intrinsic(Intrinsic.OBJECT_PROTOTYPE)));
        TABLE.define(realm, prototype);
        prototype.remember();
        return prototype;
    }

    static JSObject exec(Realm realm) {
        return BuiltinData.function(realm, EXEC);
    }

    static JSRegExp thisRegExp(Object value, String method) {
        if (value instanceof JSRegExp regExp) {
            return regExp;
        }
        throw Errors.typeError("Method RegExp.prototype." + method + " called on incompatible receiver " + Errors.describe(value));
    }

    /** RegExpHasFlag (§22.2.6.4.1). */
    private static void flag(PropertyTable table, String name, int flag) {
        table.getter(name, (realm, thisValue, args) -> {
            if (thisValue instanceof JSRegExp regExp) {
                return regExp.code().has(flag);
            }
            if (thisValue == realm.intrinsic(Intrinsic.REGEXP_PROTOTYPE)) {
                return Undefined.INSTANCE;
            }
            throw Errors.typeError("RegExp.prototype." + name + " getter called on non-RegExp object");
        });
    }

    /** §22.2.6.4. */
    private static Object flags(@SuppressWarnings("unused") Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        JSObject object = RegExpOperations.requireObject(thisValue, "flags");
        StringBuilder flags = new StringBuilder();
        for (int i = 0; i < RegExpPrototypeObject.FLAG_NAMES.length; i++) {
            if (Conversions.toBoolean(object.get(RegExpPrototypeObject.observedKey(i)))) {
                flags.append(RegExpSyntax.FLAGS.charAt(i));
            }
        }
        return Strings.of(flags.toString());
    }

    /** §22.2.6.13. */
    private static Object source(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        if (thisValue instanceof JSRegExp regExp) {
            return RegExpEscape.source(regExp.code().source());
        }
        if (thisValue == realm.intrinsic(Intrinsic.REGEXP_PROTOTYPE)) {
            return Strings.of("(?:)");
        }
        throw Errors.typeError("RegExp.prototype.source getter called on non-RegExp object");
    }

    /** §22.2.6.17. */
    private static Object regExpToString(@SuppressWarnings("unused") Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        JSObject object = RegExpOperations.requireObject(thisValue, "toString");
        String source = Conversions.toJavaString(object.get(SOURCE));
        return Strings.of("/" + source + "/" + Conversions.toJavaString(object.get(RegExpOperations.FLAGS)));
    }

    /** §B.2.4.1. */
    private static Object compile(Realm realm, Object thisValue, Args args) {
        JSRegExp regExp = thisRegExp(thisValue, "compile");
        if (regExp.realm() != realm || !regExp.hasLegacyFeatures()) {
            throw Errors.typeError("RegExp.prototype.compile called on an instance of a subclass or of another realm");
        }
        Object pattern = args.get(0);
        RegExpCode code;
        if (pattern instanceof JSRegExp other) {
            if (args.get(1) != Undefined.INSTANCE) {
                throw Errors.typeError("Invalid flags supplied to RegExp constructor");
            }
            code = other.code();
        } else {
            code = RegExpConstructor.code(realm, pattern, args.get(1));
        }
        regExp.setCode(code);
        regExp.setLastIndex(0);
        return regExp;
    }
}
