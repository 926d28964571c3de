package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Locales and options as all of ECMA-402 takes them (§9.2). */
final class IntlLocales {
    /** Node's where the system names none. */
    static final String DEFAULT = "en-US";
    /** unicode_bcp47_locale_id (UTS #35 §3.2), but for what may not be there twice. */
    private static final Pattern LOCALE = Pattern.compile("([a-z]{2,3}|[a-z]{5,8})(-[a-z]{4})?(-([a-z]{2}|\\d{3}))?(-([a-z0-9]{5,8}|\\d[a-z0-9]{3}))*"
            + "(-u((-[a-z0-9]{3,8})+(-[a-z0-9][a-z](-[a-z0-9]{3,8})*)*|(-[a-z0-9][a-z](-[a-z0-9]{3,8})*)+)"
            + "|-t((-([a-z]{2,3}|[a-z]{5,8})(-[a-z]{4})?(-([a-z]{2}|\\d{3}))?(-([a-z0-9]{5,8}|\\d[a-z0-9]{3}))*)(-[a-z]\\d(-[a-z0-9]{3,8})+)*|(-[a-z]\\d(-[a-z0-9]{3,8})+)+)"
            + "|-[0-9a-svwyz](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?");

    private IntlLocales() { }

    /** CanonicalizeLocaleList. */
    static List<String> list(Realm realm, Object locales) {
        Set<String> seen = new LinkedHashSet<>();
        if (locales == Undefined.INSTANCE) {
            return List.of();
        }
        if (locales instanceof TruffleString text) {
            return List.of(canonical(Strings.java(text)));
        }
        JSObject object = Conversions.toObject(realm, locales);
        long length = ObjectOperations.lengthOfArrayLike(object);
        for (long i = 0; i < length; i++) {
            Object key = Conversions.toPropertyKey(Conversions.number(i));
            if (object.hasProperty(key)) {
                Object value = ObjectOperations.get(object, key);
                if (!(value instanceof TruffleString) && !ObjectOperations.isObject(value)) {
                    throw Errors.typeError("Language ID should be string or object.");
                }
                seen.add(canonical(Conversions.toJavaString(value)));
            }
        }
        return new ArrayList<>(seen);
    }

    /** The tag in its canonical form, as far as Java knows which names others replaced. @throws org.ledgejs.language.runtime.JSException RangeError for no tag */
    private static String canonical(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        if (!tag.chars().allMatch(c -> c < 0x80) || !LOCALE.matcher(lower).matches() || hasTwice(lower)) {
            throw Errors.rangeError("Incorrect locale information provided");
        }
        try {
            return withoutTrue(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
        } catch (IllformedLocaleException e) {
            throw Errors.rangeError("Incorrect locale information provided");
        }
    }

    /** A keyword of the extension u means true where it says nothing, and is written so (UTS #35 §3.2.1). */
    private static String withoutTrue(String tag) {
        StringBuilder result = new StringBuilder();
        String extension = "";
        for (String part : tag.split("-")) {
            if (part.length() == 1 && !extension.equals("x")) {
                extension = part;
            }
            if (!(extension.equals("u") && part.equals("true"))) {
                result.append(result.isEmpty() ? "" : "-").append(part);
            }
        }
        return result.toString();
    }

    /** Whether a variant, or the letter of an extension, is there twice. */
    private static boolean hasTwice(String tag) {
        Set<String> seen = new HashSet<>();
        boolean variants = true;
        String[] parts = tag.split("-");
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i];
            if (part.equals("x")) {
                return false;
            }
            if (part.length() == 1) {
                variants = false;
            }
            boolean counts = part.length() == 1 || variants && (part.length() >= 5 || part.length() == 4 && Character.isDigit(part.charAt(0)));
            if (counts && !seen.add(part)) {
                return true;
            }
        }
        return false;
    }

    static String withoutExtensions(String tag) {
        return Locale.forLanguageTag(tag).stripExtensions().toLanguageTag();
    }

    /** The longest beginning of a tag that is available, or null (BestAvailableLocale). */
    static String bestAvailable(Set<String> available, String tag) {
        String candidate = withoutExtensions(tag);
        while (!candidate.isEmpty()) {
            if (available.contains(candidate)) {
                return candidate;
            }
            candidate = candidate.substring(0, Math.max(0, candidate.lastIndexOf('-')));
        }
        return null;
    }

    /** What a constructor uses for a list of wishes. */
    static String resolve(Set<String> available, List<String> wishes) {
        for (String wish : wishes) {
            String found = bestAvailable(available, wish);
            if (found != null) {
                return found;
            }
        }
        return DEFAULT;
    }

    /** SupportedLocales: those of the wishes that are available, with the option localeMatcher looked at. */
    static JSArray supported(Realm realm, Set<String> available, Object locales, Object options) {
        List<String> wishes = list(realm, locales);
        if (options != Undefined.INSTANCE) {
            matcher(Conversions.toObject(realm, options));
        }
        return toArray(realm, wishes.stream().filter(wish -> bestAvailable(available, wish) != null).toList());
    }

    static JSArray toArray(Realm realm, List<String> tags) {
        return JSArray.create(realm, tags.stream().map(tag -> (Object) Strings.of(tag)).toArray());
    }

    /** GetOptionsObject. @return null for none */
    static JSObject options(Object value) {
        if (value != Undefined.INSTANCE && !(value instanceof JSObject)) {
            throw Errors.typeError("Incorrect options: " + Errors.describe(value));
        }
        return value instanceof JSObject object ? object : null;
    }

    /** What an option was given as. @param options null for none */
    static Object value(JSObject options, String name) {
        return options == null ? Undefined.INSTANCE : ObjectOperations.get(options, PropertyKey.of(name));
    }

    /** GetOption for strings. @param options null for none @param values the first, which may be null, is what holds without a word */
    static String option(JSObject options, String name, String... values) {
        Object value = value(options, name);
        if (value == Undefined.INSTANCE) {
            return values[0];
        }
        String text = Conversions.toJavaString(value);
        if (!Arrays.asList(values).contains(text)) {
            throw Errors.rangeError("Value " + text + " out of range for Intl options property " + name);
        }
        return text;
    }

    /** Only that the option makes sense: both ways of matching are the same here. */
    static void matcher(JSObject options) {
        option(options, "localeMatcher", "best fit", "lookup");
    }
}
