package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.JSRegExpStringIterator;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** The methods of RegExp that look for matches (ECMA-262 §22.2.6.8, §22.2.6.9, §22.2.6.12, §22.2.6.16). */
final class RegExpMatching {
    private RegExpMatching() { }

    /** §22.2.6.16. */
    @TruffleBoundary
    static boolean test(Realm realm, Object thisValue, Object string) {
        JSObject regExp = RegExpOperations.requireObject(thisValue, "test");
        return RegExpOperations.exec(realm, regExp, Conversions.toString(string)) != Null.INSTANCE;
    }

    /** @param exec the expression's */
    @TruffleBoundary
    static boolean test(Realm realm, JSRegExp regExp, TruffleString s, Object exec) {
        return RegExpOperations.exec(realm, regExp, s, exec) != Null.INSTANCE;
    }

    /** §22.2.6.12. */
    static Object search(Realm realm, Object thisValue, Args args) {
        JSObject regExp = RegExpOperations.requireObject(thisValue, "[Symbol.search]");
        TruffleString s = Conversions.toString(args.get(0));
        Object previous = regExp.get(JSRegExp.LAST_INDEX);
        if (!Comparison.sameValue(previous, 0)) {
            ObjectOperations.set(regExp, JSRegExp.LAST_INDEX, 0, true);
        }
        Object result = RegExpOperations.exec(realm, regExp, s);
        Object current = regExp.get(JSRegExp.LAST_INDEX);
        if (!Comparison.sameValue(current, previous)) {
            ObjectOperations.set(regExp, JSRegExp.LAST_INDEX, previous, true);
        }
        return result == Null.INSTANCE ? (Object) (-1) : ObjectOperations.get(result, RegExpOperations.INDEX);
    }

    /** §22.2.6.8. */
    @TruffleBoundary
    static Object match(Realm realm, Object thisValue, Object string) {
        JSObject regExp = RegExpOperations.requireObject(thisValue, "[Symbol.match]");
        TruffleString s = Conversions.toString(string);
        String flags = Conversions.toJavaString(regExp.get(RegExpOperations.FLAGS));
        if (flags.indexOf('g') < 0) {
            return RegExpOperations.exec(realm, regExp, s);
        }
        boolean unicode = flags.indexOf('u') >= 0 || flags.indexOf('v') >= 0;
        ObjectOperations.set(regExp, JSRegExp.LAST_INDEX, 0, true);
        List<Object> matches = new ArrayList<>();
        for (Object result = RegExpOperations.exec(realm, regExp, s); result != Null.INSTANCE; result = RegExpOperations.exec(realm, regExp, s)) {
            TruffleString matched = Conversions.toString(ObjectOperations.get(result, PropertyKey.of(0)));
            matches.add(matched);
            if (matched.isEmpty()) {
                advance(regExp, s, unicode);
            }
            TruffleSafepoint.poll(null);
        }
        return matches.isEmpty() ? Null.INSTANCE : ObjectOperations.createArrayFromList(realm, matches);
    }

    /** After an empty match: lastIndex moves on by a character. */
    static void advance(JSObject regExp, TruffleString s, boolean unicode) {
        long index = Conversions.toLength(regExp.get(JSRegExp.LAST_INDEX));
        ObjectOperations.set(regExp, JSRegExp.LAST_INDEX, Conversions.number(RegExpOperations.advance(s, index, unicode)), true);
    }

    /** §22.2.6.9. */
    static Object matchAll(Realm realm, Object thisValue, Args args) {
        JSObject regExp = RegExpOperations.requireObject(thisValue, "[Symbol.matchAll]");
        TruffleString s = Conversions.toString(args.get(0));
        JSObject constructor = ObjectOperations.speciesConstructor(regExp, Intrinsic.REGEXP);
        TruffleString flags = Conversions.toString(regExp.get(RegExpOperations.FLAGS));
        JSObject matcher = Conversions.toObject(realm, ObjectOperations.construct(constructor, new Object[] {regExp, flags}, constructor));
        long lastIndex = Conversions.toLength(regExp.get(JSRegExp.LAST_INDEX));
        ObjectOperations.set(matcher, JSRegExp.LAST_INDEX, Conversions.number(lastIndex), true);
        String text = Strings.java(flags);
        return JSRegExpStringIterator.create(realm, matcher, s, text.indexOf('g') >= 0, text.indexOf('u') >= 0 || text.indexOf('v') >= 0);
    }
}
