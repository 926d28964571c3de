package org.ledgejs.language.builtins;

import java.text.Normalizer;
import java.util.IllformedLocaleException;
import java.util.Locale;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

import org.graalvm.shadowed.com.ibm.icu.lang.UCharacter;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** What String's methods need the Unicode tables for. */
final class StringUnicode {
    /** Becomes a final sigma by the letters around it, where Java does not look past surrogate pairs. */
    private static final char CAPITAL_SIGMA = '\u03A3';
    private static final char REPLACEMENT = '\uFFFD';

    private StringUnicode() { }

    /** §22.1.3.10. */
    static boolean isWellFormed(TruffleString s) {
        return s.isValidUncached(Strings.ENCODING);
    }

    /** §22.1.3.33: lone surrogates become U+FFFD. */
    static TruffleString toWellFormed(TruffleString s) {
        if (isWellFormed(s)) {
            return s;
        }
        String text = Strings.java(s);
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (Character.isHighSurrogate(chars[i]) && i + 1 < chars.length && Character.isLowSurrogate(chars[i + 1])) {
                i++;
            } else if (Character.isSurrogate(chars[i])) {
                chars[i] = REPLACEMENT;
            }
        }
        return TruffleString.fromCharArrayUTF16Uncached(chars);
    }

    /** §22.1.3.15. */
    static Object normalize(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        TruffleString s = StringPrototype.thisString(thisValue, "normalize");
        String name = args.get(0) == Undefined.INSTANCE ? "NFC" : Conversions.toJavaString(args.get(0));
        Normalizer.Form form = switch (name) {
            case "NFC" -> Normalizer.Form.NFC;
            case "NFD" -> Normalizer.Form.NFD;
            case "NFKC" -> Normalizer.Form.NFKC;
            case "NFKD" -> Normalizer.Form.NFKD;
            default -> throw Errors.rangeError("The normalization form should be one of NFC, NFD, NFKC, NFKD.");
        };
        String text = Strings.java(s);
        return Normalizer.isNormalized(text, form) ? s : Strings.of(Normalizer.normalize(text, form));
    }

    /** §22.1.3.12: the order of the locale, canonically equivalent strings equal. */
    static Object localeCompare(Realm realm, Object thisValue, Args args) {
        String a = Strings.java(StringPrototype.thisString(thisValue, "localeCompare"));
        return CollatorConstructor.compare(realm, a, Conversions.toJavaString(args.get(0)), args.get(1), args.get(2));
    }

    /** §22.1.3.28, §22.1.3.29, with the locale rules of ECMA-402. */
    static TruffleString toLocaleCase(TruffleString s, Object locales, boolean upper) {
        return change(s, upper, locale(locales, Locale.ROOT));
    }

    /** toLowercase, toUppercase of Unicode, independent of locales. */
    @TruffleBoundary
    static TruffleString changeCase(TruffleString s, boolean upper) {
        return change(s, upper, Locale.ROOT);
    }

    private static TruffleString change(TruffleString s, boolean upper, Locale locale) {
        String text = Strings.java(s);
        String changed = upper ? text.toUpperCase(locale)
                : text.indexOf(CAPITAL_SIGMA) < 0 ? text.toLowerCase(locale) : UCharacter.toLowerCase(locale, text);
        return changed.equals(text) ? s : Strings.of(changed);
    }

    /** The first of the locales asked for: undefined, a tag or an array of tags. */
    static Locale locale(Object locales, Locale otherwise) {
        Object first = locales instanceof JSArray list ? list.getIndex(0) : locales;
        if (first == Undefined.INSTANCE) {
            return otherwise;
        }
        if (!(first instanceof TruffleString) && !(first instanceof JSObject)) {
            throw Errors.typeError("Incorrect locale information provided");
        }
        String tag = Conversions.toJavaString(first);
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            throw Errors.rangeError("Incorrect locale information provided");
        }
    }
}
