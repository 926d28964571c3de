package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleString.ByteIndexOfStringNode;
import com.oracle.truffle.api.strings.TruffleStringBuilderUTF16;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** What the methods of String that take a pattern do when it has no method of its own; and those that first check it. */
final class StringPatterns {
    private static final TruffleString FLAGS = Strings.constant("flags");
    private static final TruffleString GLOBAL = Strings.constant("g");

    private StringPatterns() { }

    /** §22.1.3.13. */
    static Object match(Realm realm, Object thisValue, Object pattern, @SuppressWarnings("unused") Object none) {
        return withRegExp(realm, thisValue, pattern, Strings.EMPTY, Symbol.MATCH);
    }

    /** §22.1.3.14. */
    static Object matchAll(Realm realm, Object thisValue, Args args) {
        StringPrototype.requireCoercible(thisValue, "matchAll");
        requireGlobal(args.get(0), "matchAll");
        Object method = StringPrototype.delegate(args.get(0), Symbol.MATCH_ALL);
        return method != Undefined.INSTANCE ? ObjectOperations.call(method, args.get(0), thisValue)
                : withRegExp(realm, thisValue, args.get(0), GLOBAL, Symbol.MATCH_ALL);
    }

    /** §22.1.3.21. */
    static Object search(Realm realm, Object thisValue, Object pattern, @SuppressWarnings("unused") Object none) {
        return withRegExp(realm, thisValue, pattern, Strings.EMPTY, Symbol.SEARCH);
    }

    private static Object withRegExp(Realm realm, Object thisValue, Object pattern, TruffleString flags, Symbol method) {
        TruffleString s = Conversions.toString(thisValue);
        JSRegExp regExp = RegExpConstructor.regExpCreate(realm, pattern, flags);
        return ObjectOperations.invoke(regExp, method, s);
    }

    private static void requireGlobal(Object pattern, String method) {
        if (pattern instanceof JSObject object && StringPrototype.isRegExp(object)) {
            Object flags = ObjectOperations.requireObjectCoercible(object.get(FLAGS));
            if (Strings.java(Conversions.toString(flags)).indexOf('g') < 0) {
                throw Errors.typeError("String.prototype." + method + " called with a non-global RegExp argument");
            }
        }
    }

    /** §22.1.3.19. */
    static Object replace(@SuppressWarnings("unused") Realm realm, Object thisValue, Object pattern, Object replaceValue) {
        TruffleString s = Conversions.toString(thisValue);
        TruffleString search = Conversions.toString(pattern);
        Object replacement = functionOrString(replaceValue);
        int position = indexOf(s, search, 0);
        if (position < 0) {
            return s;
        }
        TruffleStringBuilderUTF16 out = TruffleStringBuilderUTF16.createUTF16();
        appendReplaced(out, s, 0, search, position, replacement);
        append(out, s, position + Strings.length(search), Strings.length(s));
        return out.toStringUncached();
    }

    /** §22.1.3.20. */
    static Object replaceAll(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        StringPrototype.requireCoercible(thisValue, "replaceAll");
        requireGlobal(args.get(0), "replaceAll");
        Object method = StringPrototype.delegate(args.get(0), Symbol.REPLACE);
        if (method != Undefined.INSTANCE) {
            return ObjectOperations.call(method, args.get(0), thisValue, args.get(1));
        }
        TruffleString s = Conversions.toString(thisValue);
        TruffleString search = Conversions.toString(args.get(0));
        Object replacement = functionOrString(args.get(1));
        int length = Strings.length(s);
        int step = Strings.length(search);
        TruffleStringBuilderUTF16 out = TruffleStringBuilderUTF16.createUTF16();
        int end = 0;
        for (int at = indexOf(s, search, 0); at >= 0; at = at + Math.max(1, step) > length ? -1 : indexOf(s, search, at + Math.max(1, step))) {
            appendReplaced(out, s, end, search, at, replacement);
            end = at + step;
        }
        if (end == 0 && out.isEmpty() && length > 0 && indexOf(s, search, 0) < 0) {
            return s;
        }
        append(out, s, end, length);
        return out.toStringUncached();
    }

    static Object functionOrString(Object replacement) {
        return ObjectOperations.isCallable(replacement) ? replacement : Conversions.toString(replacement);
    }

    private static int indexOf(TruffleString s, TruffleString search, int from) {
        return StringSearchNodes.indexOf(s, search, from, ByteIndexOfStringNode.getUncached());
    }

    private static void appendReplaced(TruffleStringBuilderUTF16 out, TruffleString s, int from, TruffleString search, int position, Object replacement) {
        append(out, s, from, position);
        if (replacement instanceof TruffleString template) {
            Substitution.append(out, template, s, position, search, new Object[0], Undefined.INSTANCE);
        } else {
            out.appendStringUncached(Conversions.toString(ObjectOperations.call(replacement, Undefined.INSTANCE, search, position, s)));
        }
        StringLimit.check(out.byteLength());
    }

    static void append(TruffleStringBuilderUTF16 out, TruffleString s, int from, int to) {
        if (from < to) {
            out.appendSubstringByteIndexUncached(s, from << 1, to - from << 1);
            StringLimit.check(out.byteLength());
        }
    }

    /** Reads the name of a group as a property key. */
    static Object groupKey(TruffleString name) {
        return PropertyKey.of(name);
    }
}
