package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleStringBuilderUTF16;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.RegExpCode;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** RegExp.prototype[Symbol.replace] (ECMA-262 §22.2.6.11). */
final class RegExpReplace {
    private RegExpReplace() { }

    @TruffleBoundary
    static Object replace(Realm realm, Object thisValue, Object string, Object replaceValue) {
        JSObject regExp = RegExpOperations.requireObject(thisValue, "[Symbol.replace]");
        TruffleString s = Conversions.toString(string);
        Object replacement = StringPatterns.functionOrString(replaceValue);
        String flags = Conversions.toJavaString(regExp.get(RegExpOperations.FLAGS));
        boolean global = flags.indexOf('g') >= 0;
        if (global) {
            ObjectOperations.set(regExp, JSRegExp.LAST_INDEX, 0, true);
        }
        boolean unicode = flags.indexOf('u') >= 0 || flags.indexOf('v') >= 0;
        List<Object> results = results(realm, regExp, s, global, unicode);
        TruffleStringBuilderUTF16 out = TruffleStringBuilderUTF16.createUTF16();
        int end = 0;
        for (Object result : results) {
            end = appendResult(realm, out, s, result, replacement, end);
        }
        if (results.isEmpty()) {
            return s;
        }
        StringPatterns.append(out, s, end, Strings.length(s));
        return out.toStringUncached();
    }

    private static List<Object> results(Realm realm, JSObject regExp, TruffleString s, boolean global, boolean unicode) {
        List<Object> results = new ArrayList<>();
        for (Object result = RegExpOperations.exec(realm, regExp, s); result != Null.INSTANCE; result = RegExpOperations.exec(realm, regExp, s)) {
            results.add(result);
            if (!global) {
                break;
            }
            if (Conversions.toString(ObjectOperations.get(result, PropertyKey.of(0))).isEmpty()) {
                RegExpMatching.advance(regExp, s, unicode);
            }
            TruffleSafepoint.poll(null);
        }
        return results;
    }

    /** Appends the text up to a match and what replaces it. @return where the match ends */
    private static int appendResult(Realm realm, TruffleStringBuilderUTF16 out, TruffleString s, Object result, Object replacement, int end) {
        JSObject match = Conversions.toObject(realm, result);
        int groups = (int) Math.min(Math.max(ObjectOperations.lengthOfArrayLike(match) - 1, 0), StringLimit.MAX_LENGTH);
        TruffleString matched = Conversions.toString(match.getIndex(0));
        int position = StringNodes.clamp(Conversions.toIntegerOrInfinity(match.get(RegExpOperations.INDEX)), Strings.length(s));
        Object[] captures = new Object[groups];
        for (int i = 0; i < groups; i++) {
            Object capture = match.getIndex(i + 1);
            captures[i] = capture == Undefined.INSTANCE ? capture : Conversions.toString(capture);
        }
        Object named = match.get(RegExpOperations.GROUPS);
        TruffleStringBuilderUTF16 piece = TruffleStringBuilderUTF16.createUTF16();
        if (replacement instanceof TruffleString template) {
            Object namedObject = named == Undefined.INSTANCE ? named : Conversions.toObject(realm, named);
            Substitution.append(piece, template, s, position, matched, captures, namedObject);
        } else {
            piece.appendStringUncached(Conversions.toString(ObjectOperations.call(replacement, Undefined.INSTANCE, arguments(matched, captures, position, s, named))));
        }
        if (position < end) {
            return end;
        }
        StringPatterns.append(out, s, end, position);
        out.appendStringUncached(piece.toStringUncached());
        StringLimit.check(out.byteLength());
        return position + Strings.length(matched);
    }

    private static Object[] arguments(TruffleString matched, Object[] captures, int position, TruffleString s, Object named) {
        Object[] arguments = new Object[captures.length + (named == Undefined.INSTANCE ? 3 : 4)];
        arguments[0] = matched;
        System.arraycopy(captures, 0, arguments, 1, captures.length);
        arguments[captures.length + 1] = position;
        arguments[captures.length + 2] = s;
        if (named != Undefined.INSTANCE) {
            arguments[captures.length + 3] = named;
        }
        return arguments;
    }

    /** What a template says of a match whose groups were not looked at by the program. */
    @TruffleBoundary
    static void substitute(TruffleStringBuilderUTF16 out, TruffleString template, TruffleString s, RegExpCode code, int[] bounds) {
        Object[] captures = RegExpOperations.groups(s, bounds, 1);
        Substitution.append(out, template, s, bounds[0], Strings.substring(s, bounds[0], bounds[1]), captures, RegExpOperations.namedGroups(code, s, bounds));
    }
}
