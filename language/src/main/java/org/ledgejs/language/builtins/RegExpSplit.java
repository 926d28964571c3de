package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.ops.RegExpMatchNode;
import org.ledgejs.language.ops.RegExpPristineNode;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.RegExpCode;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** RegExp.prototype[Symbol.split] (ECMA-262 §22.2.6.14). */
final class RegExpSplit {
    private RegExpSplit() { }

    static Object split(Realm realm, Object thisValue, Args args) {
        JSObject regExp = RegExpOperations.requireObject(thisValue, "[Symbol.split]");
        TruffleString s = Conversions.toString(args.get(0));
        JSObject constructor = ObjectOperations.speciesConstructor(regExp, Intrinsic.REGEXP);
        // Converting the limit may run code that makes the expression another one.
        boolean plainLimit = args.get(1) == Undefined.INSTANCE || args.get(1) instanceof Integer;
        if (plainLimit && constructor == realm.intrinsic(Intrinsic.REGEXP) && regExp instanceof JSRegExp r && RegExpPristineNode.getUncached().execute(realm, r)) {
            return splitPristine(realm, r.code(), s, limit(args.get(1)));
        }
        TruffleString flags = Conversions.toString(regExp.get(RegExpOperations.FLAGS));
        String text = Strings.java(flags);
        boolean unicode = text.indexOf('u') >= 0 || text.indexOf('v') >= 0;
        TruffleString newFlags = text.indexOf('y') >= 0 ? flags : Strings.of(text + "y");
        JSObject splitter = Conversions.toObject(realm, ObjectOperations.construct(constructor, new Object[] {regExp, newFlags}, constructor));
        long limit = limit(args.get(1));
        if (limit == 0) {
            return JSArray.createEmpty(realm);
        }
        if (s.isEmpty()) {
            return RegExpOperations.exec(realm, splitter, s) != Null.INSTANCE ? JSArray.createEmpty(realm) : JSArray.create(realm, s);
        }
        return JSArray.create(realm, parts(realm, splitter, s, unicode, limit).toArray());
    }

    private static long limit(Object limit) {
        return limit == Undefined.INSTANCE ? 0xFFFF_FFFFL : Conversions.toUint32(limit);
    }

    private static List<Object> parts(Realm realm, JSObject splitter, TruffleString s, boolean unicode, long limit) {
        List<Object> parts = new ArrayList<>();
        int size = Strings.length(s);
        int p = 0;
        long q = 0;
        while (q < size) {
            TruffleSafepoint.poll(null);
            ObjectOperations.set(splitter, JSRegExp.LAST_INDEX, Conversions.number(q), true);
            Object result = RegExpOperations.exec(realm, splitter, s);
            if (result == Null.INSTANCE) {
                q = RegExpOperations.advance(s, q, unicode);
                continue;
            }
            int e = (int) Math.min(Conversions.toLength(splitter.get(JSRegExp.LAST_INDEX)), size);
            if (e == p) {
                q = RegExpOperations.advance(s, q, unicode);
                continue;
            }
            parts.add(Strings.substring(s, p, (int) q));
            if (parts.size() == limit) {
                return parts;
            }
            p = e;
            JSObject match = Conversions.toObject(realm, result);
            long groups = Math.max(ObjectOperations.lengthOfArrayLike(match) - 1, 0);
            for (long i = 1; i <= groups; i++) {
                parts.add(match.getIndex(i));
                if (parts.size() == limit) {
                    return parts;
                }
            }
            q = p;
        }
        parts.add(Strings.substring(s, p, size));
        return parts;
    }

    /** Searches from match to match, instead of trying each position. */
    private static JSArray splitPristine(Realm realm, RegExpCode code, TruffleString s, long limit) {
        if (limit == 0) {
            return JSArray.createEmpty(realm);
        }
        RegExpMatchNode matchNode = RegExpMatchNode.getUncached();
        int size = Strings.length(s);
        if (size == 0) {
            return matchNode.execute(code, false, s, 0) != null ? JSArray.createEmpty(realm) : JSArray.create(realm, s);
        }
        List<Object> parts = new ArrayList<>();
        int p = 0;
        int q = 0;
        while (q < size) {
            TruffleSafepoint.poll(null);
            int[] bounds = matchNode.execute(code, false, s, q);
            if (bounds == null || bounds[0] >= size) {
                break;
            }
            if (bounds[1] == p || bounds[0] < q) {
                q = (int) RegExpOperations.advance(s, Math.max(q, bounds[0]), code.isUnicode());
                continue;
            }
            parts.add(Strings.substring(s, p, bounds[0]));
            for (Object group : RegExpOperations.groups(s, bounds, 1)) {
                if (parts.size() < limit) {
                    parts.add(group);
                }
            }
            if (parts.size() >= limit) {
                return JSArray.create(realm, parts.toArray());
            }
            p = bounds[1];
            q = bounds[0] == bounds[1] ? (int) RegExpOperations.advance(s, p, code.isUnicode()) : p;
        }
        parts.add(Strings.substring(s, p, size));
        return JSArray.create(realm, parts.toArray());
    }
}
