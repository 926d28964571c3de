package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPrimitiveWrapper;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.JSStringIterator;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** Properties of the String prototype (ECMA-262 §22.1.3, §B.2.2). What programs call in loops is in {@link StringNodes}. */
final class StringPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.STRING)
            .node("at", 1, 1, StringNodesFactory.AtNodeGen::create)
            .node("charAt", 1, 1, StringNodesFactory.CharAtNodeGen::create)
            .node("charCodeAt", 1, 1, StringNodesFactory.CharCodeAtNodeGen::create)
            .node("codePointAt", 1, 1, StringNodesFactory.CodePointAtNodeGen::create)
            .method("concat", 1, StringPrototype::concat)
            .node("endsWith", 1, 2, StringSearchNodesFactory.EndsWithNodeGen::create)
            .node("includes", 1, 2, StringSearchNodesFactory.IncludesNodeGen::create)
            .node("indexOf", 1, 2, StringSearchNodesFactory.IndexOfNodeGen::create)
            .method("isWellFormed", 0, (realm, thisValue, args) -> StringUnicode.isWellFormed(thisString(thisValue, "isWellFormed")))
            .method("lastIndexOf", 1, StringPrototype::lastIndexOf)
            .method("localeCompare", 1, StringUnicode::localeCompare)
            .node("match", 1, 1, StringPatternNodes.Unary.of("match", Symbol.MATCH, StringPatterns::match))
            .method("matchAll", 1, StringPatterns::matchAll)
            .method("normalize", 0, StringUnicode::normalize)
            .method("padEnd", 1, (realm, thisValue, args) -> pad(thisString(thisValue, "padEnd"), args, false))
            .method("padStart", 1, (realm, thisValue, args) -> pad(thisString(thisValue, "padStart"), args, true))
            .method("repeat", 1, StringPrototype::repeat)
            .node("replace", 2, 2, StringPatternNodes.Binary.of("replace", Symbol.REPLACE, StringPatterns::replace))
            .method("replaceAll", 2, StringPatterns::replaceAll)
            .node("search", 1, 1, StringPatternNodes.Unary.of("search", Symbol.SEARCH, StringPatterns::search))
            .node("slice", 2, 2, StringNodesFactory.SliceNodeGen::create)
            .node("split", 2, 2, StringSearchNodesFactory.SplitNodeGen::create)
            .node("startsWith", 1, 2, StringSearchNodesFactory.StartsWithNodeGen::create)
            .node("substr", 2, 2, StringNodesFactory.SubstrNodeGen::create)
            .node("substring", 2, 2, StringNodesFactory.SubstringNodeGen::create)
            .method("toLocaleLowerCase", 0, (realm, thisValue, args) -> StringUnicode.toLocaleCase(thisString(thisValue, "toLocaleLowerCase"), args.get(0), false))
            .method("toLocaleUpperCase", 0, (realm, thisValue, args) -> StringUnicode.toLocaleCase(thisString(thisValue, "toLocaleUpperCase"), args.get(0), true))
            .node("toLowerCase", 0, 0, StringNodes.ChangeCase.of(false))
            .method("toString", 0, (realm, thisValue, args) -> valueOf(thisValue, "toString"))
            .node("toUpperCase", 0, 0, StringNodes.ChangeCase.of(true))
            .method("toWellFormed", 0, (realm, thisValue, args) -> StringUnicode.toWellFormed(thisString(thisValue, "toWellFormed")))
            .node("trim", 0, 0, StringNodes.Trim.of("trim", true, true))
            .node("trimEnd", 0, 0, StringNodes.Trim.of("trimEnd", false, true))
            .node("trimStart", 0, 0, StringNodes.Trim.of("trimStart", true, false))
            .method("valueOf", 0, (realm, thisValue, args) -> valueOf(thisValue, "valueOf"))
            .method(Symbol.ITERATOR, "[Symbol.iterator]", 0,
                    (realm, thisValue, args) -> JSStringIterator.create(realm, thisString(thisValue, "[Symbol.iterator]")));

    private StringPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.STRING_PROTOTYPE,
                JSPrimitiveWrapper.create(realm.intrinsic(Intrinsic.OBJECT_PROTOTYPE), Strings.EMPTY));
        TABLE.define(realm, prototype);
        prototype.define(PropertyKey.of("trimLeft"), prototype.get(PropertyKey.of("trimStart")), PropertyFlags.METHOD);
        prototype.define(PropertyKey.of("trimRight"), prototype.get(PropertyKey.of("trimEnd")), PropertyFlags.METHOD);
        StringHtml.TABLE.define(realm, prototype);
        return prototype;
    }

    /** RequireObjectCoercible and ToString of a receiver. */
    static TruffleString thisString(Object value, String method) {
        return value instanceof TruffleString s ? s : coerce(value, method);
    }

    @TruffleBoundary
    private static TruffleString coerce(Object value, String method) {
        requireCoercible(value, method);
        return Conversions.toString(value);
    }

    static void requireCoercible(Object value, String method) {
        if (value == Undefined.INSTANCE || value == Null.INSTANCE) {
            throw Errors.typeError("String.prototype." + method + " called on null or undefined");
        }
    }

    /** ThisStringValue (§22.1.3.35.1). */
    private static Object valueOf(Object value, String method) {
        return switch (value) {
            case TruffleString s -> s;
            case JSPrimitiveWrapper wrapper when wrapper.value() instanceof TruffleString s -> s;
            default -> throw Errors.typeError("String.prototype." + method + " requires that 'this' be a String");
        };
    }

    /** The string a method searches for, which must not be a regular expression (§7.2.6). */
    @TruffleBoundary
    static TruffleString searchString(Object value, String method) {
        if (isRegExp(value)) {
            throw Errors.typeError("First argument to String.prototype." + method + " must not be a regular expression");
        }
        return Conversions.toString(value);
    }

    /** IsRegExp (§7.2.6). */
    static boolean isRegExp(Object value) {
        if (!(value instanceof JSObject object)) {
            return false;
        }
        Object matcher = object.get(Symbol.MATCH);
        return matcher != Undefined.INSTANCE ? Conversions.toBoolean(matcher) : object instanceof JSRegExp;
    }

    /** §22.1.3.5. */
    private static Object concat(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        TruffleString result = thisString(thisValue, "concat");
        for (int i = 0; i < args.count(); i++) {
            TruffleString next = Conversions.toString(args.get(i));
            StringLimit.check((long) result.byteLength(Strings.ENCODING) + next.byteLength(Strings.ENCODING));
            result = Strings.concat(result, next);
        }
        return result;
    }

    /** §22.1.3.11. */
    private static Object lastIndexOf(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        TruffleString s = thisString(thisValue, "lastIndexOf");
        TruffleString search = Conversions.toString(args.get(0));
        double number = Conversions.toNumber(args.get(1));
        double position = number != number ? Double.POSITIVE_INFINITY : Conversions.truncate(number);
        int last = Strings.length(s) - Strings.length(search);
        int start = (int) Math.max(0, Math.min(position, last));
        if (last < 0) {
            return -1;
        }
        if (search.isEmpty()) {
            return start;
        }
        int from = start + Strings.length(search);
        int index = s.lastByteIndexOfStringUncached(search, from << 1, 0, Strings.ENCODING);
        return index < 0 ? -1 : index >> 1;
    }

    /** StringPaddingBuiltinsImpl (§22.1.3.17.1). */
    private static Object pad(TruffleString s, Args args, boolean start) {
        long length = Conversions.toLength(args.get(0));
        int present = Strings.length(s);
        if (length <= present) {
            return s;
        }
        TruffleString filler = args.get(1) == Undefined.INSTANCE ? Strings.of(" ") : Conversions.toString(args.get(1));
        if (filler.isEmpty()) {
            return s;
        }
        StringLimit.check(length > StringLimit.MAX_LENGTH ? Long.MAX_VALUE : length << 1);
        int missing = (int) length - present;
        int whole = missing / Strings.length(filler) + 1;
        TruffleString padding = Strings.substring(filler.repeatUncached(whole, Strings.ENCODING), 0, missing);
        return start ? Strings.concat(padding, s) : Strings.concat(s, padding);
    }

    /** §22.1.3.18. */
    private static Object repeat(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        TruffleString s = thisString(thisValue, "repeat");
        double count = Conversions.toIntegerOrInfinity(args.get(0));
        if (count < 0 || Double.isInfinite(count)) {
            throw Errors.rangeError("Invalid count value: " + Conversions.toJavaString(args.get(0)));
        }
        if (count == 0 || s.isEmpty()) {
            return Strings.EMPTY;
        }
        StringLimit.check(count > StringLimit.MAX_LENGTH ? Long.MAX_VALUE : (long) count * s.byteLength(Strings.ENCODING));
        return s.repeatUncached((int) count, Strings.ENCODING);
    }

    /** Whether the value is an object with a method under the symbol: what match, replace, search and split hand over to. */
    static Object delegate(Object value, Symbol key) {
        return value instanceof JSObject ? ObjectOperations.getMethod(value, key) : Undefined.INSTANCE;
    }
}
